package io.orbita.clients.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class TasksTests {
    private final World world;

    TasksTests(World world) {
        this.world = world;
    }

    private long make(String token, String name) {
        return world.post("/api/clients", token, Map.of("name", name))
                .body()
                .path("id")
                .asLong();
    }

    private List<String> texts(String token, String query) {
        return world.get("/api/tasks?" + query, token)
                .body()
                .path("items")
                .valueStream()
                .map(task -> task.path("text").asString())
                .toList();
    }

    private void task(String token, long client, String text, Instant due) {
        assertThat(world.post("/api/tasks", token, Map.of("client_id", client, "text", text, "due_at", due.toString()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void tasks_are_listed_by_their_time_and_done_ones_leave_the_list() {
        String token = world.token(world.business(), Role.TRAINER);
        long anna = make(token, "Анна");
        Instant now = world.clock().instant();
        task(token, anna, "потом", now.plus(Duration.ofDays(3)));
        task(token, anna, "вчера", now.minus(Duration.ofDays(1)));
        task(token, anna, "сегодня", now.plusSeconds(600));
        world.post("/api/tasks", token, Map.of("client_id", anna, "text", "когда-нибудь"));
        assertThat(texts(token, "state=open")).containsExactly("вчера", "сегодня", "потом", "когда-нибудь");
        assertThat(texts(token, "state=overdue")).containsExactly("вчера");
        assertThat(texts(token, "state=today")).containsExactly("сегодня");
        JsonNode page = world.get("/api/tasks?limit=3", token).body();
        assertThat(texts(token, "limit=3&cursor=" + page.path("next_cursor").asString()))
                .containsExactly("когда-нибудь");
        long first = page.path("items").path(0).path("id").asLong();
        assertThat(world.post("/api/tasks/" + first + "/done", token, Map.of())
                        .body()
                        .hasNonNull("done_at"))
                .isTrue();
        assertThat(texts(token, "state=done")).containsExactly("вчера");
        assertThat(texts(token, "state=overdue")).isEmpty();
        world.post("/api/tasks/" + first + "/reopen", token, Map.of());
        assertThat(texts(token, "state=overdue")).containsExactly("вчера");
    }

    @Test
    void today_says_what_is_overdue_due_and_whom_to_contact() {
        String token = world.token(world.business(), Role.TRAINER);
        long anna = make(token, "Анна");
        Instant now = world.clock().instant();
        task(token, anna, "вчера", now.minus(Duration.ofDays(1)));
        task(token, anna, "сегодня", now.plusSeconds(600));
        world.call(
                HttpMethod.PATCH,
                "/api/clients/" + anna,
                token,
                Map.of("next_contact_at", now.minusSeconds(60).toString()));
        JsonNode today = world.get("/api/today", token).body();
        assertThat(today.path("overdue").path(0).path("text").asString()).isEqualTo("вчера");
        assertThat(today.path("tasks").path(0).path("text").asString()).isEqualTo("сегодня");
        assertThat(today.path("contact").path(0).path("name").asString()).isEqualTo("Анна");
        assertThat(world.get("/api/today?mine=true", token).body().path("contact"))
                .isEmpty();
    }

    @Test
    void a_call_plans_the_next_contact_and_moves_forward_but_never_back() {
        String token = world.token(world.business(), Role.ADMIN);
        long anna = make(token, "Анна");
        world.post("/api/actions", token, Map.of("client_id", anna, "type", "call"));
        JsonNode card = world.get("/api/clients/" + anna, token).body();
        assertThat(card.path("stage").path("role").asString()).isEqualTo("consultation");
        assertThat(card.path("next_contact_at").asString())
                .isEqualTo(world.clock().instant().plus(Duration.ofHours(24)).toString());
        world.post("/api/actions", token, Map.of("client_id", anna, "type", "proposal"));
        world.post("/api/actions", token, Map.of("client_id", anna, "type", "call"));
        card = world.get("/api/clients/" + anna, token).body();
        assertThat(card.path("stage").path("role").asString()).isEqualTo("deciding");
        assertThat(card.path("next_contact_at").asString())
                .isEqualTo(world.clock().instant().plus(Duration.ofHours(48)).toString());
    }

    @Test
    void the_rules_of_actions_are_the_owners_to_change() {
        String token = world.token(world.business(), Role.ADMIN);
        long anna = make(token, "Анна");
        assertThat(world.get("/api/actions/rules", token).body().path("rules")).hasSize(2);
        world.call(HttpMethod.PUT, "/api/actions/rules", token, Map.of("rules", List.of()));
        world.post("/api/actions", token, Map.of("client_id", anna, "type", "call"));
        JsonNode card = world.get("/api/clients/" + anna, token).body();
        assertThat(card.path("stage").path("role").asString()).isEqualTo("first_contact");
        assertThat(card.path("next_contact_at").isNull()).isTrue();
    }

    @Test
    void an_edit_shows_old_and_new_and_the_history_can_be_thinned_out() {
        String token = world.token(world.business(), Role.ADMIN);
        long anna = make(token, "Анна");
        world.call(
                HttpMethod.PATCH,
                "/api/clients/" + anna,
                token,
                Map.of("name", "Анна Петрова", "phones", List.of("+79161234567")));
        JsonNode edit = world.get("/api/clients/" + anna + "/timeline", token)
                .body()
                .path("items")
                .path(0);
        assertThat(edit.path("kind").asString()).isEqualTo("clients.edited");
        assertThat(edit.path("text").asString()).isEqualTo("Имя: Анна → Анна Петрова\nТелефон: — → +7•••4567");
        JsonNode important = world.get("/api/clients/" + anna + "/timeline?weight=important", token)
                .body()
                .path("items");
        assertThat(important).hasSize(1);
        assertThat(important.path(0).path("kind").asString()).isEqualTo("pipeline.move");
    }
}
