package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole purchases through YooKassa: notifications that are late, doubled, forged, lost. */
@OrbitaTest
class YooKassaPurchaseTests extends RealTill {
    YooKassaPurchaseTests(World world, Businesses businesses, Catalog catalog, JdbcClient jdbc) {
        super(world, businesses, catalog, jdbc);
    }

    @Test
    void yookassa_is_silent_and_the_same_key_goes_on() {
        useYooKassa();
        YOOKASSA.next(Misbehaviour.actsThenIs(Kind.SILENCE), Misbehaviour.actsThenSays(500));
        var form = till.form(null);
        var silent = till.create("k1", form);
        assertThat(silent.status()).isEqualTo(503);
        assertThat(silent.body().path("code").asString()).isEqualTo("payments.provider-unknown");
        assertThat(silent.headers().getFirst("Retry-After")).isNotNull();
        assertThat(till.create("k1", form).status()).isEqualTo(503);
        var made = till.create("k1", form);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body().path("confirmation_url").asString()).contains("orderId=" + YOOKASSA.onlyPayment());
        assertThat(YOOKASSA.paymentCount()).isEqualTo(1);
        assertThat(till.payments()).isEqualTo(1);
    }

    @Test
    void yookassa_reports_twice_and_out_of_order_and_the_payment_completes_once() {
        useYooKassa();
        var publicId = till.bought(null);
        var id = YOOKASSA.onlyPayment();
        YOOKASSA.hold(id);
        var held = YOOKASSA.notification("payment.waiting_for_capture", id);
        YOOKASSA.pay(id);
        var paid = YOOKASSA.notification("payment.succeeded", id);
        for (var body : new byte[][] {paid, held, paid, held}) {
            assertThat(notify("yookassa", body).status()).isEqualTo(200);
        }
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        assertThat(till.history(publicId)).containsExactly("paid moved");
    }

    @Test
    void a_forged_success_is_read_again_and_found_unpaid() {
        useYooKassa();
        var publicId = till.bought(null);
        var id = YOOKASSA.onlyPayment();
        YOOKASSA.pay(id);
        var genuine = YOOKASSA.notification("payment.succeeded", id);
        YOOKASSA.status(id, "pending");
        assertThat(notify("yookassa", genuine).status()).isEqualTo(200);
        assertThat(till.status(publicId)).isEqualTo("pending");
    }

    @Test
    void somebody_elses_paid_payment_does_not_pay_for_ours() {
        useYooKassa();
        var mine = till.bought(null);
        YOOKASSA.pay(YOOKASSA.onlyPayment());
        var other = till.bought(null);
        var stolen = """
                {"type":"notification","event":"payment.succeeded",\
                "object":{"id":"%s","status":"succeeded","metadata":{"payment":"%s"}}}""".formatted(YOOKASSA.onlyPayment(), other);
        assertThat(notify("yookassa", stolen.getBytes(StandardCharsets.UTF_8)).status())
                .isEqualTo(200);
        assertThat(till.status(other)).isEqualTo("pending");
        assertThat(till.status(mine)).isEqualTo("pending");
    }

    @Test
    void a_lower_sum_is_held_and_toy_money_is_not_believed() {
        useYooKassa();
        var publicId = till.bought(null);
        YOOKASSA.payOther(YOOKASSA.onlyPayment(), Money.rubles(1));
        notify("yookassa", YOOKASSA.notification("payment.succeeded", YOOKASSA.onlyPayment()));
        assertThat(till.status(publicId)).isEqualTo("problem");
        assertThat(till.told("PaymentCompleted", publicId)).isZero();
        var seen = world.get("/api/payments/" + till.id(publicId), admin).body();
        assertThat(seen.path("problem").asString()).isEqualTo("amount_mismatch");
    }

    @Test
    void toy_money_in_a_real_shop_is_never_asked_for_nor_believed() {
        useYooKassa();
        var before = till.bought(null);
        var id = YOOKASSA.onlyPayment();
        YOOKASSA.pay(id);
        YOOKASSA.markTest(id);
        notify("yookassa", YOOKASSA.notification("payment.succeeded", id));
        notify("yookassa", YOOKASSA.notification("payment.succeeded", id));
        assertThat(till.status(before)).isEqualTo("pending");
        assertThat(till.history(before)).containsExactly("Test money in a real shop disbelieved");
    }

    @Test
    void without_a_notification_looking_finds_the_money_and_an_outage_only_delays_it() {
        useYooKassa();
        var publicId = till.bought(null);
        YOOKASSA.pay(YOOKASSA.onlyPayment());
        YOOKASSA.isDead(true);
        later(Duration.ofSeconds(10));
        later(Duration.ofSeconds(20));
        later(Duration.ofSeconds(30));
        YOOKASSA.isDead(false);
        assertThat(till.status(publicId)).isEqualTo("pending");
        later(Duration.ofMinutes(1));
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(world.get("/api/payments/" + till.id(publicId), admin)
                        .body()
                        .path("completed_via")
                        .asString())
                .isEqualTo("poll");
    }

    @Test
    void what_the_provider_never_tells_is_held_after_a_day() {
        useYooKassa();
        var publicId = till.bought(null);
        YOOKASSA.pay(YOOKASSA.onlyPayment());
        YOOKASSA.isDead(true);
        for (int halfHour = 0; halfHour < 55; halfHour++) {
            later(Duration.ofMinutes(30));
        }
        assertThat(till.status(publicId)).isEqualTo("problem");
        YOOKASSA.isDead(false);
        var nextDay = world.token(business, Role.ADMIN);
        var checked = world.post("/api/payments/" + till.id(publicId) + "/check", nextDay, Map.of());
        assertThat(checked.body().path("status").asString()).isEqualTo("completed");
    }

    @Test
    void a_late_success_completes_what_had_expired() {
        useYooKassa();
        var publicId = till.bought(null);
        var id = YOOKASSA.onlyPayment();
        later(Duration.ofMinutes(80));
        assertThat(till.status(publicId)).isEqualTo("canceled");
        YOOKASSA.pay(id);
        notify("yookassa", YOOKASSA.notification("payment.succeeded", id));
        assertThat(till.status(publicId)).isEqualTo("completed");
        YOOKASSA.cancel(id, "general_decline");
        notify("yookassa", YOOKASSA.notification("payment.canceled", id));
        assertThat(till.status(publicId)).isEqualTo("completed");
    }

    @Test
    void a_refund_whose_answer_is_lost_is_given_once() {
        useYooKassa();
        var publicId = till.bought(null);
        var id = YOOKASSA.onlyPayment();
        YOOKASSA.pay(id);
        notify("yookassa", YOOKASSA.notification("payment.succeeded", id));
        YOOKASSA.next(Misbehaviour.actsThenIs(Kind.BREAK));
        var path = "/api/payments/" + till.id(publicId) + "/refund";
        var body = Map.of("amount", Map.of("amount", "990.00", "currency", "RUB"));
        assertThat(world.post(path, admin, body).body().path("status").asString())
                .isEqualTo("requested");
        assertThat(world.post(path, admin, body).status()).isEqualTo(409);
        notify("yookassa", YOOKASSA.notification("refund.succeeded", id));
        assertThat(till.status(publicId)).isEqualTo("partially_refunded");
        later(Duration.ofMinutes(1));
        assertThat(YOOKASSA.refundCount()).isEqualTo(1);
        assertThat(till.told("PaymentRefunded", publicId)).isEqualTo(1);
        assertThat(till.paidTotal(publicId)).isEqualTo(200_000);
    }

    @Test
    void money_given_back_in_the_cabinet_is_seen() {
        useYooKassa();
        var publicId = till.bought(null);
        var id = YOOKASSA.onlyPayment();
        YOOKASSA.pay(id);
        YOOKASSA.refundedOutside(id, Money.rubles(500));
        notify("yookassa", YOOKASSA.notification("payment.succeeded", id));
        assertThat(till.history(publicId)).containsExactly("paid moved", "refunded_in_part moved");
        YOOKASSA.refundedOutside(id, Money.rubles(2990));
        world.post("/api/payments/" + till.id(publicId) + "/check", admin, Map.of());
        assertThat(till.status(publicId)).isEqualTo("refunded");
        assertThat(till.paidTotal(publicId)).isZero();
    }
}
