package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Businesses;
import io.orbita.catalog.Catalog;
import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** Whole purchases through T-Bank. */
@OrbitaTest
class TBankPurchaseTests extends RealTill {
    TBankPurchaseTests(World world, Businesses businesses, Catalog catalog, JdbcClient jdbc) {
        super(world, businesses, catalog, jdbc);
    }

    @Test
    void tbank_confirms_before_it_authorises_and_is_answered_ok() {
        useTBank();
        var publicId = till.bought(null);
        var id = TBANK.lastPayment();
        TBANK.status(id, "AUTHORIZED");
        var authorised = TBANK.notification(id);
        TBANK.status(id, "CONFIRMED");
        var confirmed = TBANK.notification(id);
        assertThat(till.status(publicId)).isEqualTo("pending");
        for (var body : new byte[][] {confirmed, authorised, confirmed, authorised}) {
            assertThat(notify("tinkoff", body).status()).isEqualTo(200);
        }
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        var answer = RestClient.create(world.url())
                .post()
                .uri("/api/payments/webhook/tbank")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .body(confirmed)
                .retrieve()
                .body(String.class);
        assertThat(answer).isEqualTo("OK");
    }

    @Test
    void tbanks_forged_and_lowered_notices_change_nothing_or_hold() {
        useTBank();
        var publicId = till.bought(null);
        var id = TBANK.lastPayment();
        TBANK.status(id, "CONFIRMED");
        var forged = TBANK.notice(id).put("Token", "0".repeat(64)).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(notify("tbank", forged).status()).isEqualTo(400);
        var bare = TBANK.notice(id).toString().getBytes(StandardCharsets.UTF_8);
        assertThat(notify("tbank", bare).status()).isEqualTo(400);
        assertThat(till.status(publicId)).isEqualTo("pending");
        var lower = FakeTBank.sign(TBANK.notice(id).put("Amount", 100));
        assertThat(notify("tbank", lower).status()).isEqualTo(200);
        assertThat(till.status(publicId)).isEqualTo("problem");
    }

    @Test
    void tbanks_lost_answer_leaves_one_payment_that_can_be_paid() {
        useTBank();
        TBANK.next(Misbehaviour.actsThenIs(Kind.SILENCE));
        assertThat(till.create("k3", till.form(null)).status()).isEqualTo(503);
        var lost = TBANK.lastPayment();
        var made = till.create("k3", till.form(null));
        assertThat(made.status()).isEqualTo(200);
        assertThat(TBANK.statusOf(lost)).isEqualTo("CANCELED");
        var publicId = made.body().path("public_id").asString();
        notify("tbank", TBANK.notification(lost));
        TBANK.status(TBANK.lastPayment(), "CONFIRMED");
        notify("tbank", TBANK.notification(TBANK.lastPayment()));
        assertThat(till.status(publicId)).isEqualTo("completed");
    }

    @Test
    void tbanks_refund_goes_through_and_its_own_notice_of_it_counts_nothing_twice() {
        useTBank();
        var publicId = till.bought(null);
        var id = TBANK.lastPayment();
        TBANK.status(id, "CONFIRMED");
        notify("tbank", TBANK.notification(id));
        var path = "/api/payments/" + till.id(publicId) + "/refund";
        var part = Map.of("amount", Map.of("amount", "990.00", "currency", "RUB"));
        assertThat(world.post(path, admin, part).body().path("status").asString())
                .isEqualTo("refunded");
        notify("tbank", TBANK.notification(id));
        assertThat(till.status(publicId)).isEqualTo("partially_refunded");
        assertThat(till.paidTotal(publicId)).isEqualTo(200_000);
        TBANK.slowRefunds();
        assertThat(world.post(path, admin, Map.of()).body().path("status").asString())
                .isEqualTo("pending");
        TBANK.finishRefund(id);
        later(Duration.ofMinutes(2));
        assertThat(till.status(publicId)).isEqualTo("refunded");
        assertThat(TBANK.refundCount()).isEqualTo(2);
    }
}
