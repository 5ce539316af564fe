package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.clients.ClientId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class PaymentsPersonalDataTests {
    private final World world;
    private final PaymentsPersonalData personal;
    private final PaymentRows rows;
    private final RefundRows refunds;
    private final Business business;
    private final Till till;

    PaymentsPersonalDataTests(
            World world,
            PaymentsPersonalData personal,
            PaymentRows rows,
            RefundRows refunds,
            Catalog catalog,
            JdbcClient jdbc) {
        this.world = world;
        this.personal = personal;
        this.rows = rows;
        this.refunds = refunds;
        this.business = world.business();
        this.till = new Till(world, catalog, jdbc, business);
    }

    @Test
    void a_client_who_is_forgotten_leaves_the_payment_without_an_address_or_a_word_about_them() {
        var publicId = till.bought(null);
        till.play(publicId, "succeed");
        world.drain();
        var id = new PaymentId(till.id(publicId));
        var admin = world.token(business, Role.ADMIN);
        var refund = Map.of("reason", "Анна передумала", "amount", Map.of("amount", "1.00", "currency", "RUB"));
        world.post("/api/payments/" + id + "/refund", admin, refund);
        var client = new ClientId(
                world.in(business, () -> rows.get(business.id(), id).client().value()));
        assertThat(world.in(business, () -> rows.receiptContact(business.id(), id)))
                .contains("anna@example.test");
        assertThat(world.in(business, () -> personal.export(business.id(), client))
                        .toString())
                .contains(publicId);

        world.run(business, () -> personal.erase(business.id(), client));
        assertThat(world.in(business, () -> rows.receiptContact(business.id(), id)))
                .isEmpty();
        assertThat(world.in(business, () -> refunds.of(business.id(), id)))
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isNull());
        assertThat(till.status(publicId)).isEqualTo("partially_refunded");
    }
}
