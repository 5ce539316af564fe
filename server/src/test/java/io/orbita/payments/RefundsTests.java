package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class RefundsTests {
    private final World world;
    private final Business business;
    private final Till till;
    private final String admin;

    RefundsTests(World world, Catalog catalog, JdbcClient jdbc) {
        this.world = world;
        this.business = world.business();
        this.till = new Till(world, catalog, jdbc, business);
        this.admin = world.token(business, Role.ADMIN);
    }

    private String paid() {
        var publicId = till.bought(null);
        till.play(publicId, "succeed");
        world.drain();
        return publicId;
    }

    private World.Answer refund(String publicId, @Nullable String amount, @Nullable String key) {
        var body = new HashMap<String, Object>(Map.of("reason", "Передумал"));
        if (amount != null) {
            body.put("amount", Map.of("amount", amount, "currency", "RUB"));
        }
        var path = "/api/payments/" + till.id(publicId) + "/refund";
        return key == null
                ? world.post(path, admin, body)
                : world.call(HttpMethod.POST, path, admin, body, "Idempotency-Key", key);
    }

    @Test
    void a_part_goes_back_then_the_rest() {
        var publicId = paid();
        var part = refund(publicId, "990.00", null);
        assertThat(part.status()).isEqualTo(201);
        assertThat(part.body().path("status").asString()).isEqualTo("refunded");
        assertThat(till.status(publicId)).isEqualTo("partially_refunded");
        assertThat(till.paidTotal(publicId)).isEqualTo(200_000);

        var rest = refund(publicId, null, null);
        assertThat(rest.body().path("amount").path("amount").asString()).isEqualTo("2000.00");
        assertThat(till.status(publicId)).isEqualTo("refunded");
        assertThat(till.paidTotal(publicId)).isZero();
        assertThat(till.told("PaymentRefunded", publicId)).isEqualTo(2);

        var seen = world.get("/api/payments/" + till.id(publicId), admin).body();
        assertThat(seen.path("refunds")).hasSize(2);
        assertThat(seen.path("history")
                        .valueStream()
                        .map(entry -> entry.path("event").asString()))
                .containsExactly("paid", "refunded_in_part", "refunded_in_full");
        world.drain();
        assertThat(till.told("PaymentRefunded", publicId)).isEqualTo(2);
    }

    @Test
    void the_same_key_gives_back_once() {
        var publicId = paid();
        var first = refund(publicId, "990.00", "refund-key");
        var again = refund(publicId, "990.00", "refund-key");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("id").asLong())
                .isEqualTo(first.body().path("id").asLong());
        assertThat(refund(publicId, "991.00", "refund-key").status()).isEqualTo(422);
        assertThat(till.paidTotal(publicId)).isEqualTo(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2990.01", "0", "-1"})
    void no_more_than_is_left_and_no_less_than_something(String amount) {
        var publicId = paid();
        var refused = refund(publicId, amount, null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("amount.amount");
        assertThat(till.status(publicId)).isEqualTo("completed");
    }

    @Test
    void what_was_not_paid_cannot_go_back() {
        var publicId = till.bought(null);
        assertThat(refund(publicId, null, null).body().path("code").asString()).isEqualTo("payments.not-refundable");
        till.play(publicId, "decline");
        world.drain();
        assertThat(refund(publicId, null, null).status()).isEqualTo(409);
        var done = paid();
        refund(done, null, null);
        assertThat(refund(done, null, null).status()).isEqualTo(409);
    }

    @Test
    void money_that_came_past_us_goes_back_past_us() {
        var publicId = till.bought(null);
        var path = "/api/payments/" + till.id(publicId);
        world.post(path + "/confirm", admin, Map.of());
        assertThat(world.post(path + "/refund", admin, Map.of())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("refused");
        assertThat(till.status(publicId)).isEqualTo("completed");
        var byHand = world.post(path + "/refund", admin, Map.of("by_hand", true));
        assertThat(byHand.body().path("status").asString()).isEqualTo("refunded");
        assertThat(till.status(publicId)).isEqualTo("refunded");
    }

    @Test
    void only_the_administrator_gives_money_back() {
        var path = "/api/payments/" + till.id(paid()) + "/refund";
        assertThat(world.post(path, world.token(business, Role.MANAGER), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(world.post(path, world.token(world.business(), Role.ADMIN), Map.of())
                        .status())
                .isEqualTo(404);
    }
}
