package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.sandbox.SandboxDriver;
import io.orbita.platform.tenancy.Tenancy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@OrbitaTest
class PaymentsTests {
    private final World world;
    private final Catalog catalog;
    private final Webhooks webhooks;
    private final Looking looking;
    private final ProviderAccounts accounts;
    private final SandboxDriver sandbox;
    private final Business business;
    private final Till till;

    PaymentsTests(
            World world,
            Catalog catalog,
            Webhooks webhooks,
            Looking looking,
            ProviderAccounts accounts,
            SandboxDriver sandbox,
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
    void a_purchase_gives_a_link_and_is_completed_by_the_notification() {
        var made = till.create(null, till.form(null));
        assertThat(made.status()).isEqualTo(201);
        var publicId = made.body().path("public_id").asString();
        assertThat(made.body().path("status").asString()).isEqualTo("pending");
        assertThat(made.body().path("amount").path("amount").asString()).isEqualTo("2990.00");
        assertThat(made.body().path("discount").path("amount").asString()).isEqualTo("0.00");
        assertThat(made.body().path("confirmation_url").asString()).endsWith("/sandbox/pay/" + publicId);
        assertThat(till.told("PaymentCreated", publicId)).isEqualTo(1);

        assertThat(till.play(publicId, "succeed").status()).isEqualTo(200);
        assertThat(till.status(publicId)).isEqualTo("pending");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        assertThat(till.history(publicId)).containsExactly("paid moved");
        assertThat(till.paidTotal(publicId)).isEqualTo(299_000);
        assertThat(till.play(publicId, "succeed").status()).isEqualTo(409);
    }

    @Test
    void a_lost_notification_is_found_by_looking_soon() {
        var publicId = till.bought(null);
        till.play(publicId, "lose_webhook");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("pending");
        world.clock().advance(Duration.ofSeconds(10));
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
    }

    @Test
    void less_than_was_asked_is_held_for_the_owner_who_may_take_it() {
        var publicId = till.bought(null);
        till.play(publicId, "underpay");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("problem");
        assertThat(till.told("PaymentCompleted", publicId)).isZero();
        assertThat(till.paidTotal(publicId)).isZero();

        var admin = world.token(business, Role.ADMIN);
        var seen = world.get("/api/payments/" + till.id(publicId), admin).body();
        assertThat(seen.path("payment").path("problem").asString()).isEqualTo("amount_mismatch");
        var taken = world.post("/api/payments/" + till.id(publicId) + "/confirm", admin, Map.of());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body().path("status").asString()).isEqualTo("completed");
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
    }

    @Test
    void a_refusal_of_the_bank_ends_the_payment_and_frees_its_code() {
        till.promo(catalog, "ОДИН", 10, 1);
        var publicId = till.bought("один");
        assertThat(till.create(null, till.form("один")).body().path("reason").asString())
                .isEqualTo("catalog.promo-used-up");
        till.play(publicId, "decline");
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("canceled");
        assertThat(till.bought("ОДИН")).isNotEqualTo(publicId);
    }

    @Test
    void an_unpaid_payment_is_over_when_its_time_is() {
        till.promo(catalog, "ВРЕМЯ", 10, 1);
        var publicId = till.bought("время");
        world.clock().advance(Duration.ofMinutes(61));
        world.drain();
        assertThat(till.status(publicId)).isEqualTo("canceled");
        assertThat(till.bought("время")).isNotEmpty();
    }

    @Test
    void a_late_success_completes_a_payment_that_was_given_up_even_beyond_the_code() {
        till.promo(catalog, "ПОЗЖЕ", 50, 1);
        var late = till.bought("позже");
        var admin = world.token(business, Role.ADMIN);
        assertThat(world.post("/api/payments/" + till.id(late) + "/cancel", admin, Map.of())
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("canceled");
        var winner = till.bought("позже");
        till.play(winner, "succeed");
        till.play(late, "succeed");
        world.drain();
        assertThat(till.status(winner)).isEqualTo("completed");
        assertThat(till.status(late)).isEqualTo("completed");
        var uses = world.get("/api/promocodes/" + promoId(admin) + "/usages", admin)
                .body();
        assertThat(uses.path("items")
                        .valueStream()
                        .filter(use -> use.path("over_limit").asBoolean())
                        .map(use -> use.path("payment").asString()))
                .containsExactly(late);
    }

    private long promoId(String admin) {
        return world.get("/api/promocodes", admin)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
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

    @Test
    void the_staff_confirm_once_and_are_told_what_cannot_be_confirmed() {
        var publicId = till.bought(null);
        var manager = world.token(business, Role.MANAGER);
        var path = "/api/payments/" + till.id(publicId) + "/confirm";
        assertThat(world.post(path, world.token(business, Role.CASHIER), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(world.post(path, world.token(world.business(), Role.ADMIN), Map.of())
                        .status())
                .isEqualTo(404);
        var first = world.post(path, manager, Map.of());
        assertThat(first.body().path("status").asString()).isEqualTo("completed");
        assertThat(first.body().path("completed_via").asString()).isEqualTo("manual");
        assertThat(first.body().path("proven").asBoolean()).isFalse();
        assertThat(world.post(path, manager, Map.of()).status()).isEqualTo(200);
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);

        till.play(publicId, "succeed");
        world.drain();
        assertThat(till.told("PaymentCompleted", publicId)).isEqualTo(1);
        assertThat(till.paidTotal(publicId)).isEqualTo(299_000);
        assertThat(world.post("/api/payments/" + till.id(publicId) + "/cancel", manager, Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void contact_data_never_select_a_client_who_is_there_already() {
        var first = till.bought(null);
        var second = till.bought(null);
        var admin = world.token(business, Role.ADMIN);
        var items = world.get("/api/payments", admin).body().path("items");
        assertThat(items.valueStream()
                        .map(item -> item.path("client_id").asLong())
                        .distinct())
                .hasSize(2);
        assertThat(items.valueStream().map(item -> item.path("public_id").asString()))
                .containsExactly(second, first);
        assertThat(items.path(0).path("client_name").asString()).isEqualTo("Анна");
    }

    @Test
    void payments_are_listed_by_what_is_asked_in_pages() {
        for (int i = 0; i < 3; i++) {
            till.bought(null);
        }
        var paid = till.bought(null);
        till.play(paid, "succeed");
        world.drain();
        var admin = world.token(business, Role.ADMIN);
        var completed = world.get("/api/payments?status=completed&with_total=true", admin)
                .body();
        assertThat(completed.path("total").asInt()).isEqualTo(1);
        assertThat(completed.path("items").path(0).path("public_id").asString()).isEqualTo(paid);
        var first = world.get("/api/payments?limit=3&provider=sandbox", admin).body();
        assertThat(first.path("items")).hasSize(3);
        var rest = world.get(
                        "/api/payments?limit=3&cursor="
                                + first.path("next_cursor").asString(),
                        admin)
                .body();
        assertThat(rest.path("items")).hasSize(1);
        var client = rest.path("items").path(0).path("client_id").asLong();
        assertThat(world.get("/api/clients/" + client + "/payments", admin)
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(world.get("/api/clients/999999/payments", admin).status()).isEqualTo(404);
        assertThat(world.get("/api/payments?status=sold", admin).status()).isEqualTo(422);
        assertThat(world.get("/api/payments?from=yesterday", admin).status()).isEqualTo(400);
        assertThat(world.get("/api/payments?from=2030-01-01T00:00:00Z", admin)
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "consent|false|consent",
                "consent|null|consent",
                "tariff_id|-1|tariff_id",
                "tariff_id|999999|tariff_id",
                "promo_code|\"нету\"|promo_code",
                "contact|null|contact",
                "contact|{\"name\":\"А\"}|contact",
                "contact|{\"name\":\"А\",\"phone\":\"123\"}|contact.phone",
                "contact|{\"name\":\"А\",\"email\":\"a@b\"}|contact.email",
                "contact|{\"name\":\"\",\"email\":\"a@b.ru\"}|contact.name",
                "client_token|\"1.1.9999999999.x\"|client_token",
                "return_url|\"javascript:alert(1)\"|return_url",
                "return_url|\"https://u:p@x.ru/\"|return_url",
                "amount|1|amount"
            })
    void a_wrong_purchase_names_the_field_and_makes_nothing(String field, String value, String named) {
        var json = JsonMapper.builder().build();
        var form = json.valueToTree(till.form(null));
        ((ObjectNode) form).set(field, json.readTree(value));
        var answer = world.post("/api/payments/create", null, form.toString());
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(named);
        assertThat(till.payments()).isZero();
    }

    @Test
    void a_public_id_that_is_none_is_nobody() {
        assertThat(world.get("/api/payments/nonsense/status", null).status()).isEqualTo(404);
        assertThat(world.get("/api/payments/1-0000000000000000000000/status", null)
                        .status())
                .isEqualTo(404);
        assertThat(world.get("/sandbox/pay/1-0000000000000000000000", null).status())
                .isEqualTo(404);
        assertThat(till.play("nonsense", "succeed").status()).isEqualTo(404);
        assertThat(till.play(till.bought(null), "steal").status()).isEqualTo(422);
    }
}
