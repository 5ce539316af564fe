package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.sandbox.SandboxDriver;
import io.orbita.platform.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many at once, and those who forge. */
@OrbitaTest
class PaymentRacesTests {
    private final World world;
    private final Catalog catalog;
    private final Webhooks webhooks;
    private final Looking looking;
    private final ProviderAccounts accounts;
    private final SandboxDriver sandbox;
    private final Business business;
    private final Till till;

    PaymentRacesTests(
            World world,
            Webhooks webhooks,
            Looking looking,
            ProviderAccounts accounts,
            SandboxDriver sandbox,
            Catalog catalog,
            JdbcClient jdbc) {
        this.world = world;
        this.catalog = catalog;
        this.webhooks = webhooks;
        this.looking = looking;
        this.accounts = accounts;
        this.sandbox = sandbox;
        this.business = world.business();
        this.till = new Till(world, catalog, jdbc, business);
    }

    private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        var together = new CountDownLatch(1);
        var results = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = work.stream()
                    .map(one -> threads.submit(() -> {
                        together.await();
                        return one.call();
                    }))
                    .toList();
            together.countDown();
            for (var one : running) {
                results.add(one.get());
            }
        }
        return results;
    }

    private byte[] notification(String publicId) {
        return Tenancy.in(
                business.id(),
                () -> sandbox.notification(
                                accounts.account(business.id(), ProviderKind.SANDBOX)
                                        .orElseThrow(),
                                publicId)
                        .orElseThrow());
    }

    @Test
    void fifty_at_once_with_one_key_make_one_payment() throws Exception {
        var form = till.form(null);
        var work = new ArrayList<Callable<World.Answer>>();
        for (int i = 0; i < 50; i++) {
            work.add(() -> till.create("one-key", form));
        }
        var answers = atOnce(work);
        assertThat(till.payments()).isEqualTo(1);
        assertThat(answers).allMatch(answer -> List.of(200, 201, 409).contains(answer.status()));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSizeLessThanOrEqualTo(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() < 300)
                        .map(answer -> answer.body().path("public_id").asString())
                        .distinct())
                .hasSize(1);
        var replay = till.create("one-key", form);
        assertThat(replay.status()).isEqualTo(200);
        assertThat(replay.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        var other = new HashMap<>(form);
        other.put("tariff_id", till.tariff + 1);
        assertThat(till.create("one-key", other).status()).isEqualTo(422);
    }

    @Test
    void of_twenty_who_want_the_last_use_of_a_code_one_gets_it() throws Exception {
        till.promo(catalog, "ПОСЛЕДНИЙ", 20, 1);
        var work = new ArrayList<Callable<World.Answer>>();
        for (int i = 0; i < 20; i++) {
            work.add(() -> till.create(null, till.form("последний")));
        }
        var answers = atOnce(work);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .singleElement()
                .satisfies(won -> assertThat(
                                won.body().path("amount").path("amount").asString())
                        .isEqualTo("2392.00"));
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(19);
        assertThat(till.payments()).isEqualTo(1);
    }

    @Test
    void notifications_and_looks_racing_complete_a_payment_once() throws Exception {
        var publicId = till.bought(null);
        till.play(publicId, "lose_webhook");
        var body = notification(publicId);
        var id = String.valueOf(till.id(publicId));
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 10; i++) {
            work.add(() -> {
                webhooks.receive(ProviderKind.SANDBOX, null, new Notification(body, "127.0.0.1"));
                return true;
            });
            work.add(() -> {
                Tenancy.run(business.id(), () -> looking.run(business.id(), id));
                return true;
            });
        }
        atOnce(work);
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        assertThat(till.history(publicId)).containsExactly("paid moved");
        assertThat(till.paidTotal(publicId)).isEqualTo(299_000);
    }

    @Test
    void a_forged_notification_changes_nothing() {
        var publicId = till.bought(null);
        for (var forged : List.of("", "{}", """
                {"order":"%s","status":"paid","amount":"2990.00","currency":"RUB","signature":""}""".formatted(publicId), """
                {"order":"%s","status":"paid","amount":"2990.00","currency":"RUB","signature":"%s"}""".formatted(publicId, "0".repeat(64)))) {
            assertThat(world.post("/api/payments/webhook/sandbox", null, forged).status())
                    .isBetween(400, 404);
            assertThat(world.post("/api/payments/webhook/sandbox/" + business.slug(), null, forged)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(world.post("/api/payments/webhook/manual", null, "{}").status())
                .isEqualTo(404);
        assertThat(world.post("/api/payments/webhook/unheard", null, "{}").status())
                .isEqualTo(404);
        assertThat(world.post("/api/payments/webhook/yookassa/" + business.slug(), null, "{}")
                        .status())
                .isEqualTo(404);
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("pending");
        assertThat(till.history(publicId)).isEmpty();
    }

    @Test
    void the_notice_of_one_business_means_nothing_in_another() {
        var publicId = till.bought(null);
        till.play(publicId, "lose_webhook");
        var other = world.business();
        var body = new String(notification(publicId), StandardCharsets.UTF_8);
        assertThat(world.post("/api/payments/webhook/sandbox/" + other.slug(), null, body)
                        .status())
                .isEqualTo(400);
        assertThat(till.status(publicId)).isEqualTo("pending");
        assertThat(world.post("/api/payments/webhook/sandbox", null, body).status())
                .isEqualTo(200);
        assertThat(till.status(publicId)).isEqualTo("completed");
    }
}
