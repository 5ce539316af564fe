package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.payments.fakes.FakeTBank;
import io.orbita.payments.fakes.FakeYooKassa;
import io.orbita.payments.fakes.Misbehaviour;
import io.orbita.payments.fakes.Misbehaviour.Kind;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** Whole purchases through the real adapters, with providers that are late, wrong, doubled, forged and dead. */
@OrbitaTest
class ProvidersTests {
    private static final FakeYooKassa YOOKASSA = new FakeYooKassa();
    private static final FakeTBank TBANK = new FakeTBank();

    @DynamicPropertySource
    static void fakes(DynamicPropertyRegistry properties) {
        properties.add("orbita.payments.yookassa.url", YOOKASSA::base);
        properties.add("orbita.payments.tbank.url", TBANK::base);
        properties.add("orbita.payments.read-timeout", () -> "400ms");
    }

    private final World world;
    private final Business business;
    private final Till till;
    private final String admin;

    ProvidersTests(World world, Businesses businesses, Catalog catalog, JdbcClient jdbc) {
        this.world = world;
        this.business = businesses.create(
                "p-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящий", ZoneId.of("Europe/Moscow"), false);
        this.till = new Till(world, catalog, jdbc, business);
        this.admin = world.token(business, Role.ADMIN);
    }

    @BeforeEach
    void quiet() {
        YOOKASSA.forget();
        TBANK.forget();
    }

    @AfterAll
    static void close() {
        YOOKASSA.close();
        TBANK.close();
    }

    private void uses(String provider, Map<String, String> values) {
        assertThat(world.call(HttpMethod.PUT, "/api/integrations/" + provider, admin, Map.of("values", values))
                        .status())
                .isEqualTo(200);
        var chosen = Map.of("provider", provider, "receipts", Map.of("enabled", false, "vat", List.of()));
        assertThat(world.call(HttpMethod.PUT, "/api/payments/settings", admin, chosen)
                        .status())
                .isEqualTo(200);
    }

    private void useYooKassa() {
        uses("yookassa", Map.of("shop_id", FakeYooKassa.SHOP, "secret_key", FakeYooKassa.KEY));
    }

    private void useTBank() {
        uses("tbank", Map.of("terminal_key", FakeTBank.TERMINAL, "password", FakeTBank.PASSWORD));
    }

    private World.Answer notify(String provider, byte[] body) {
        return world.post("/api/payments/webhook/" + provider, null, new String(body, StandardCharsets.UTF_8));
    }

    private void later(Duration wait) {
        world.clock().advance(wait);
        world.drain();
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
        assertThat(seen.path("payment").path("problem").asString()).isEqualTo("amount_mismatch");
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
                        .path("payment")
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
    void wrong_keys_end_the_payment_and_tell_the_client_nothing_of_them() {
        uses("yookassa", Map.of("shop_id", FakeYooKassa.SHOP, "secret_key", "wrong-key"));
        var refused = till.create("k2", till.form(null));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).doesNotContain("wrong-key", "invalid_credentials");
        assertThat(till.create("k2", till.form(null)).status()).isEqualTo(422);
        assertThat(world.post("/api/integrations/yookassa/test", admin, Map.of())
                        .body()
                        .path("ok")
                        .asBoolean())
                .isFalse();
        useYooKassa();
        assertThat(world.post("/api/integrations/yookassa/test", admin, Map.of())
                        .body()
                        .path("ok")
                        .asBoolean())
                .isTrue();
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

    @Test
    void secrets_go_in_and_never_come_out() {
        useYooKassa();
        var shown = world.get("/api/integrations", admin).body().toString()
                + world.get("/api/payments/settings", admin).body();
        assertThat(shown).contains(FakeYooKassa.SHOP).doesNotContain(FakeYooKassa.KEY);
        var unset = Map.of("provider", "tbank", "receipts", Map.of("enabled", false, "vat", List.of()));
        assertThat(world.call(HttpMethod.PUT, "/api/payments/settings", admin, unset)
                        .status())
                .isEqualTo(409);
        assertThat(till.play(till.bought(null), "succeed").status()).isEqualTo(404);
    }
}
