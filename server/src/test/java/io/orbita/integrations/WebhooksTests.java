package io.orbita.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.platform.jobs.DueWork;
import io.orbita.programs.ProgramDelivered;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OrbitaTest
class WebhooksTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final DueWork due;
    private final JdbcClient jdbc;
    private final Business business;
    private final String key;
    private final Receiver receiver = new Receiver();
    private int came;

    WebhooksTests(World world, Clients clients, ApplicationEventPublisher events, DueWork due, JdbcClient jdbc)
            throws IOException {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.due = due;
        this.jdbc = jdbc;
        this.business = world.business();
        this.key = world.post(
                        "/api/api-keys",
                        world.token(business, Role.ADMIN),
                        Map.of("name", "вебхуки", "scopes", List.of("webhooks:read", "webhooks:write")))
                .body()
                .path("key")
                .asString();
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
    }

    private JsonNode hook(String... kinds) {
        World.Answer answer = world.post("/api/webhooks", key, Map.of("url", receiver.url(), "kinds", List.of(kinds)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    private static String path(JsonNode hook) {
        return "/api/webhooks/" + hook.path("webhook").path("id").asLong();
    }

    private ClientId arrive() {
        String id = String.valueOf(++came);
        return world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, id),
                                new Newcomer("Секретное Имя", "nick", "telegram", Map.of()),
                                "bot")
                        .client());
    }

    private List<JsonNode> deliveries(JsonNode hook) {
        return world.get(path(hook) + "/deliveries", key)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> outcomes(JsonNode hook) {
        return world.get(
                        path(hook) + "/deliveries/"
                                + deliveries(hook).getLast().path("id").asLong(),
                        key)
                .body()
                .path("attempts")
                .valueStream()
                .map(attempt -> attempt.path("outcome").asString())
                .toList();
    }

    private String state(JsonNode hook) {
        return world.get(path(hook), key).body().path("state").asString();
    }

    /** Lets so much time pass, in steps, doing what falls due. */
    private void live(Duration time) {
        Instant end = world.clock().instant().plus(time);
        while (world.clock().instant().isBefore(end)) {
            world.clock().advance(Duration.ofMinutes(30));
            world.drain();
        }
    }

    @Test
    void a_fact_is_told_signed_with_ids_and_nothing_that_names_a_person() {
        JsonNode hook = hook("client.appeared", "client.moved");
        ClientId client = arrive();
        world.drain();
        assertThat(receiver.received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.line()).isEqualTo("POST /hook?key=1 HTTP/1.1");
            assertThat(request.header("webhook-signature"))
                    .isEqualTo(Signature.of(
                            hook.path("secret").asString(),
                            request.header("webhook-id"),
                            Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp"))),
                            request.body()));
            assertThat(request.body()).doesNotContain("Секретное", "nick");
            JsonNode body = JSON.readTree(request.body());
            assertThat(body.path("id").asString()).isEqualTo(request.header("webhook-id"));
            assertThat(body.path("data").path("client_id").asLong()).isEqualTo(client.value());
        });
        JsonNode moved = receiver.received().stream()
                .map(request -> JSON.readTree(request.body()))
                .filter(body -> body.path("type").asString().equals("client.moved"))
                .findFirst()
                .orElseThrow();
        assertThat(moved.path("data").path("to_stage").path("role").asString()).isEqualTo("first_contact");
        assertThat(moved.path("data").path("from_stage").isNull()).isTrue();
        assertThat(deliveries(hook))
                .allMatch(one -> one.path("state").asString().equals("delivered"));
    }

    @Test
    void only_what_was_asked_for_is_told_and_a_fact_that_is_rolled_back_never() {
        hook("program.delivered");
        ClientId client = arrive();
        world.run(business, () -> events.publishEvent(new ProgramDelivered(business.id(), client, 7, false, 1, false)));
        try {
            world.run(business, () -> {
                events.publishEvent(new ProgramDelivered(business.id(), client, 8, false, 1, false));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("rolled back");
        }
        world.drain();
        assertThat(receiver.received())
                .singleElement()
                .satisfies(request -> assertThat(JSON.readTree(request.body())
                                .path("data")
                                .path("program_id")
                                .asLong())
                        .isEqualTo(7));
    }

    @Test
    void a_payment_is_told_in_the_shape_of_the_api_and_its_refund_too() {
        hook("payment.created", "payment.completed", "payment.refunded");
        String admin = world.token(business, Role.ADMIN);
        long tariff = world.post(
                        "/api/tariffs",
                        admin,
                        Map.of(
                                "title",
                                "Разовая",
                                "price",
                                Map.of("amount", "1000.00", "currency", "RUB"),
                                "months",
                                1,
                                "contains",
                                List.of("Всё"),
                                "programme_weeks",
                                0))
                .body()
                .path("id")
                .asLong();
        World.Answer created = world.post(
                "/api/payments/create",
                null,
                Map.of(
                        "business",
                        business.slug(),
                        "tariff_id",
                        tariff,
                        "contact",
                        Map.of("name", "Анна", "phone", "+7 916 123-45-67", "email", "anna@example.test"),
                        "consent",
                        true));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        String publicId = created.body().path("public_id").asString();
        world.post("/api/sandbox/payments/" + publicId, null, Map.of("outcome", "succeed"));
        world.drain();
        assertThat(receiver.received())
                .allSatisfy(request -> assertThat(request.body()).doesNotContain("Анна", "916", "anna@"));
        JsonNode paid = JSON.readTree(receiver.received().getLast().body());
        assertThat(paid.path("type").asString()).isEqualTo("payment.completed");
        JsonNode payment = paid.path("data").path("payment");
        assertThat(payment.path("public_id").asString()).isEqualTo(publicId);
        assertThat(payment.path("status").asString()).isEqualTo("completed");
        assertThat(payment.path("amount").path("amount").asString()).isEqualTo("1000.00");
        world.post("/api/payments/" + payment.path("id").asLong() + "/refund", admin, Map.of("reason", "Передумала"));
        world.drain();
        JsonNode back = JSON.readTree(receiver.received().getLast().body());
        assertThat(back.path("type").asString()).isEqualTo("payment.refunded");
        assertThat(back.path("data").path("full").asBoolean()).isTrue();
    }

    @Test
    void whatever_goes_wrong_is_tried_again_with_the_same_id_and_the_same_bytes() {
        JsonNode hook = hook("client.appeared");
        receiver.next(
                Receiver.status(500),
                Receiver.status(404),
                "hang",
                "drip",
                Receiver.status(302, "Location: http://127.0.0.1:1/\r\n"),
                "SSH-2.0-OpenSSH_9.6\r\n",
                "",
                "x".repeat(5_000));
        arrive();
        world.drain();
        live(Duration.ofHours(20));
        assertThat(outcomes(hook))
                .containsExactly(
                        "answered",
                        "answered",
                        "timed-out",
                        "timed-out",
                        "redirected",
                        "broken",
                        "broken",
                        "broken",
                        "delivered");
        assertThat(receiver.received()).hasSize(9);
        assertThat(receiver.received().stream().map(Receiver.Received::body).distinct())
                .hasSize(1);
        assertThat(receiver.received().stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(receiver.received().stream()
                        .map(request -> request.header("webhook-timestamp"))
                        .distinct())
                .hasSizeGreaterThan(5);
        assertThat(state(hook)).isEqualTo("on");
        assertThat(world.get(path(hook), key).body().path("failing_since").isNull())
                .isTrue();
    }

    @Test
    void after_three_days_a_delivery_ends_and_after_five_of_failures_the_webhook_with_a_notice() {
        JsonNode hook = hook("client.appeared");
        receiver.always(Receiver.status(503));
        arrive();
        world.drain();
        live(Duration.ofHours(73));
        assertThat(deliveries(hook).getFirst().path("state").asString()).isEqualTo("failed");
        assertThat(state(hook)).isEqualTo("on");
        arrive();
        world.drain();
        live(Duration.ofHours(60));
        assertThat(state(hook)).isEqualTo("failing");
        assertThat(notices()).containsExactly("webhook.disabled");
        int tries = receiver.received().size();
        arrive();
        live(Duration.ofHours(2));
        assertThat(receiver.received()).hasSize(tries);
        receiver.always(Receiver.status(200));
        world.call(
                HttpMethod.PUT,
                path(hook),
                key,
                Map.of("url", receiver.url(), "kinds", List.of("client.appeared"), "enabled", true));
        assertThat(state(hook)).isEqualTo("on");
        arrive();
        world.drain();
        assertThat(receiver.received()).hasSize(tries + 1);
    }

    private List<String> notices() {
        return world.in(
                business,
                () -> jdbc.sql(
                                "select kind from messaging.notice where business_id = :business and kind like 'webhook.%'")
                        .param("business", business.id().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void an_answer_410_switches_it_off_at_once() {
        JsonNode hook = hook("client.appeared");
        receiver.always(Receiver.status(410));
        arrive();
        world.drain();
        live(Duration.ofHours(1));
        assertThat(state(hook)).isEqualTo("gone");
        assertThat(receiver.received()).hasSize(1);
        assertThat(notices()).containsExactly("webhook.disabled");
    }

    @Test
    void a_delivery_done_twice_and_a_replay_by_hand_carry_the_same_id() {
        JsonNode hook = hook("client.appeared");
        arrive();
        world.drain();
        long delivery = deliveries(hook).getFirst().path("id").asLong();
        world.run(business, () -> due.now(Delivering.KIND, business.id(), String.valueOf(delivery)));
        world.drain();
        assertThat(receiver.received())
                .as("what was delivered is not sent again by itself")
                .hasSize(1);
        World.Answer again = world.call(HttpMethod.POST, path(hook) + "/deliveries/" + delivery + "/replay", key, null);
        assertThat(again.status()).isEqualTo(202);
        world.drain();
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().stream()
                        .map(request -> request.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(deliveries(hook)).hasSize(2);
    }

    @Test
    void the_button_tells_at_once_what_came_of_it_and_a_new_secret_signs_from_then_on() {
        JsonNode hook = hook("client.appeared");
        receiver.next(Receiver.status(500));
        JsonNode failed =
                world.call(HttpMethod.POST, path(hook) + "/test", key, null).body();
        assertThat(failed.path("outcome").asString()).isEqualTo("answered");
        assertThat(failed.path("status").asInt()).isEqualTo(500);
        String fresh = world.call(HttpMethod.POST, path(hook) + "/secret", key, null)
                .body()
                .path("secret")
                .asString();
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(hook.path("secret").asString());
        JsonNode good =
                world.call(HttpMethod.POST, path(hook) + "/test", key, null).body();
        assertThat(good.path("outcome").asString()).isEqualTo("delivered");
        Receiver.Received request = receiver.received().getLast();
        assertThat(request.header("webhook-signature"))
                .isEqualTo(Signature.of(
                        fresh,
                        request.header("webhook-id"),
                        Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp"))),
                        request.body()));
        assertThat(deliveries(hook))
                .extracting(one -> one.path("state").asString())
                .containsExactly("delivered", "failed");
        assertThat(world.get("/api/webhooks", key).body().toString()).doesNotContain("whsec_");
    }

    @Test
    void a_receiver_that_is_not_there_is_a_refused_connection() throws IOException {
        JsonNode hook = hook("client.appeared");
        receiver.close();
        arrive();
        world.drain();
        assertThat(outcomes(hook)).containsExactly("refused");
        JsonNode delivery = deliveries(hook).getFirst();
        assertThat(delivery.path("state").asString()).isEqualTo("waiting");
        assertThat(Instant.parse(delivery.path("next_at").asString()))
                .isAfter(world.clock().instant());
    }

    @Test
    void what_cannot_be_is_refused_and_another_business_sees_nothing() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("url", "ftp://127.0.0.1/", "kinds", List.of("client.moved")),
                Map.of("url", receiver.url(), "kinds", List.of("client.eaten")),
                Map.of("url", receiver.url(), "kinds", List.of("webhook.test")))) {
            assertThat(world.post("/api/webhooks", key, wrong).status()).isEqualTo(422);
        }
        assertThat(world.post("/api/webhooks", key, Map.of("url", receiver.url(), "kinds", List.of()))
                        .status())
                .isGreaterThanOrEqualTo(400);
        JsonNode hook = hook("client.appeared");
        String stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.get(path(hook), stranger).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.POST, path(hook) + "/test", stranger, null)
                        .status())
                .isEqualTo(404);
        assertThat(world.call(HttpMethod.DELETE, path(hook), key, null).status())
                .isEqualTo(204);
        arrive();
        world.drain();
        assertThat(receiver.received()).isEmpty();
    }
}
