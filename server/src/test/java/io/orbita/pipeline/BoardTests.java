package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.OnBoard;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What the board shows and filters by: it all follows the facts of other rooms. */
@OrbitaTest
class BoardTests {
    private final World world;
    private final Clients clients;
    private final OnBoard onBoard;

    BoardTests(World world, Clients clients, OnBoard onBoard) {
        this.world = world;
        this.clients = clients;
        this.onBoard = onBoard;
    }

    private long client(String token, String name, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("name", name);
        world.clock().advance(Duration.ofSeconds(1));
        return world.post("/api/clients", token, body).body().path("id").asLong();
    }

    private long task(String token, long client, Instant due) {
        return world.post(
                        "/api/tasks", token, Map.of("client_id", client, "text", "Позвонить", "due_at", due.toString()))
                .body()
                .path("id")
                .asLong();
    }

    private JsonNode board(String token, String query) {
        return world.get("/api/pipeline/board?limit=20" + query, token).body();
    }

    private static Stream<JsonNode> cards(JsonNode board) {
        return board.path("columns")
                .valueStream()
                .flatMap(column -> column.path("items").valueStream());
    }

    private static List<String> names(JsonNode board) {
        return cards(board)
                .map(card -> card.path("client").path("name").asString())
                .toList();
    }

    @Test
    void the_next_step_is_the_earliest_of_open_tasks_and_the_next_contact() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        Instant now = world.clock().instant();
        long anna = client(token, "Анна", Map.of());
        assertThat(board(token, "&quick=idle").path("counts").path("idle").asLong())
                .isEqualTo(1);
        long late = task(token, anna, now.minusSeconds(3600));
        long soon = task(token, anna, now.plus(Duration.ofDays(3)));
        JsonNode step =
                cards(board(token, "&quick=overdue")).findFirst().orElseThrow().path("step");
        assertThat(step.path("task_id").asLong()).isEqualTo(late);
        assertThat(step.path("overdue").asBoolean()).isTrue();
        world.post("/api/tasks/" + late + "/done", token, Map.of());
        assertThat(names(board(token, "&quick=overdue"))).isEmpty();
        assertThat(cards(board(token, ""))
                        .findFirst()
                        .orElseThrow()
                        .path("step")
                        .path("task_id")
                        .asLong())
                .isEqualTo(soon);
        world.call(
                HttpMethod.PUT,
                "/api/tasks/" + soon,
                token,
                Map.of("text", "Позвонить", "due_at", now.minusSeconds(5).toString()));
        assertThat(names(board(token, "&quick=overdue"))).containsExactly("Анна");
        world.post("/api/tasks/" + soon + "/done", token, Map.of());
        assertThat(names(board(token, "&quick=idle"))).containsExactly("Анна");
        world.post("/api/tasks/" + soon + "/reopen", token, Map.of());
        assertThat(names(board(token, "&quick=idle"))).isEmpty();
    }

    @Test
    void unread_messages_and_payments_follow_a_merge_and_its_undoing() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long anna = client(token, "Анна", Map.of());
        long anya = client(token, "Аня", Map.of());
        world.run(business, () -> {
            onBoard.unread(business.id(), new ClientId(anya), () -> 2);
            clients.paid(business.id(), new ClientId(anya), Money.rubles(100));
        });
        task(token, anya, world.clock().instant().minusSeconds(60));
        assertThat(names(board(token, "&quick=waiting"))).containsExactly("Аня");
        long merge = world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", anya))
                .body()
                .path("id")
                .asLong();
        JsonNode board = board(token, "&quick=waiting");
        assertThat(names(board)).containsExactly("Анна");
        assertThat(cards(board).findFirst().orElseThrow().path("unread").asInt())
                .isEqualTo(2);
        assertThat(board.path("columns").path(0).path("paid").path("amount").asString())
                .isEqualTo("100.00");
        assertThat(board.path("counts").path("overdue").asLong()).isEqualTo(1);
        world.post("/api/clients/" + anna + "/merges/" + merge + "/undo", token, Map.of());
        assertThat(names(board(token, "&quick=waiting"))).containsExactly("Аня");
        assertThat(names(board(token, "&quick=idle"))).containsExactly("Анна");
    }

    @Test
    void filters_are_the_servers_and_counts_say_what_each_quick_one_would_leave() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        client(token, "Борис Первый", Map.of("source", "vk", "tags", List.of("vip")));
        long second = client(token, "Борис Второй", Map.of("source", "site"));
        client(token, "Вера", Map.of("source", "vk"));
        task(token, second, world.clock().instant().minusSeconds(60));
        assertThat(names(board(token, "&source=vk"))).containsExactly("Вера", "Борис Первый");
        assertThat(names(board(token, "&tag=vip"))).containsExactly("Борис Первый");
        JsonNode found = board(token, "&q=борис&quick=overdue");
        assertThat(names(found)).containsExactly("Борис Второй");
        assertThat(found.path("columns").path(0).path("count").asLong()).isEqualTo(1);
        assertThat(found.path("counts").path("idle").asLong()).isEqualTo(1);
        assertThat(world.get("/api/pipeline/board?quick=all", token).status()).isEqualTo(422);
    }

    @Test
    void days_beyond_the_norm_of_the_stage_are_counted() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        client(token, "Анна", Map.of());
        JsonNode stage =
                world.get("/api/pipeline/stages", token).body().path("items").path(0);
        assertThat(stage.path("hue").asString()).isEqualTo("blue");
        world.call(
                HttpMethod.PUT,
                "/api/pipeline/stages/" + stage.path("id").asLong(),
                token,
                Map.of("name", "Новые", "role", "first_contact", "hue", "pink", "norm_days", 2));
        world.clock().advance(Duration.ofDays(5));
        JsonNode column =
                board(world.token(business, Role.ADMIN), "").path("columns").path(0);
        assertThat(column.path("hue").asString()).isEqualTo("pink");
        assertThat(column.path("norm_days").asInt()).isEqualTo(2);
        assertThat(column.path("items").path(0).path("over_norm").asLong()).isEqualTo(3);
    }
}
