package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Cells, versions and templates over REST. */
@OrbitaTest
class EditingApiTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Business business;
    private final String trainer;

    EditingApiTests(World world, Clients clients, ApplicationEventPublisher events) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.business = world.business();
        this.trainer = world.token(business, Role.TRAINER);
    }

    @Test
    void one_cell_is_changed_with_a_reason_and_the_difference_shows_it() {
        long id = generate(guest("Анна"), 4, Map.of());
        var edit = Map.of(
                "content",
                Map.of(
                        "weeks",
                        Map.of(
                                "3",
                                Map.of(
                                        "sessions",
                                        Map.of("2", Map.of("exercises", Map.of("1", Map.of("reps", "21"))))))),
                "reason",
                "просила больше повторений");
        String old = view(id).path("content")
                .path("weeks")
                .get(2)
                .path("sessions")
                .get(1)
                .path("exercises")
                .get(0)
                .path("reps")
                .asString();

        World.Answer patched = world.call(HttpMethod.PATCH, "/api/programs/" + id, trainer, edit, "If-Match", "\"1\"");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.headers().getETag()).isEqualTo("\"2\"");
        JsonNode cells = world.get("/api/programs/" + id + "/diff?from=1", trainer)
                .body()
                .path("cells");
        assertThat(cells).hasSize(1);
        assertThat(cells.get(0).path("path").asString()).isEqualTo("weeks.3.sessions.2.exercises.1.reps");
        assertThat(cells.get(0).path("old").asString()).isEqualTo(old);
        assertThat(cells.get(0).path("value").asString()).isEqualTo("21");
        JsonNode version = world.get("/api/programs/" + id, trainer)
                .body()
                .path("versions")
                .get(0);
        assertThat(version.path("cause").asString()).isEqualTo("edited");
        assertThat(version.path("reason").asString()).isEqualTo("просила больше повторений");
        assertThat(version.path("author").asString()).isEqualTo("Проба");

        assertThat(world.call(HttpMethod.PATCH, "/api/programs/" + id, trainer, edit, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(world.call(HttpMethod.PATCH, "/api/programs/" + id, trainer, edit)
                        .headers()
                        .getETag())
                .as("nothing changed, no version")
                .isEqualTo("\"2\"");
        assertThat(world.post("/api/programs/" + id + "/versions/1/restore", trainer, Map.of("reason", "передумала"))
                        .status())
                .isEqualTo(200);
        assertThat(world.get("/api/programs/" + id + "/diff?from=1&to=3", trainer)
                        .body()
                        .path("cells"))
                .isEmpty();
        assertThat(world.get("/api/programs/" + id + "/view?version=1", trainer)
                        .body()
                        .path("content"))
                .isEqualTo(view(id).path("content"));
        assertThat(world.get("/api/programs/" + id + "/pdf?version=2", trainer).status())
                .isEqualTo(200);
        assertThat(world.get("/api/programs/" + id + "/diff?from=9", trainer).status())
                .isEqualTo(404);
    }

    @Test
    void a_cell_that_cannot_be_printed_is_refused() {
        long id = generate(guest("Анна"), 4, Map.of());
        for (Object weeks : List.of(
                Map.of("1", Map.of("sessions", Map.of("1", Map.of("exercises", Map.of("1", Map.of("sets", 500)))))),
                Map.of("77", Map.of("advice", "нет такой недели")),
                Map.of("x", Map.of("advice", "нет такой недели")),
                List.of())) {
            World.Answer refused = world.call(
                    HttpMethod.PATCH, "/api/programs/" + id, trainer, Map.of("content", Map.of("weeks", weeks)));
            assertThat(refused.status()).as(weeks + " " + refused.body()).isBetween(400, 422);
        }
        assertThat(world.call(HttpMethod.PATCH, "/api/programs/" + id, trainer, Map.of("content", "всё"))
                        .status())
                .isBetween(400, 422);
        assertThat(view(id).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void another_template_makes_the_next_version_unless_a_hard_rule_forbids_it() {
        Guest anna = guest("Анна");
        long id = generate(anna, 4, Map.of());
        String now = world.get("/api/programs/" + id, trainer)
                .body()
                .path("program")
                .path("profile")
                .asString();
        List<JsonNode> templates = world.get("/api/programs/templates", trainer)
                .body()
                .path("items")
                .valueStream()
                .toList();
        String other = templates.stream()
                .filter(one -> one.path("gender").asString().equals("women")
                        && one.path("location").asString().equals("дом")
                        && one.path("experience").asString().equals("новичок")
                        && !one.path("profile").asString().equals(now))
                .findFirst()
                .orElseThrow()
                .path("profile")
                .asString();
        String man = templates.stream()
                .filter(one -> one.path("gender").asString().equals("men"))
                .findFirst()
                .orElseThrow()
                .path("profile")
                .asString();

        World.Answer made = world.post("/api/programs/" + id + "/template", trainer, Map.of("profile", other));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body().path("profile").asString()).isEqualTo(other);
        assertThat(made.body().path("version").asInt()).isEqualTo(2);
        World.Answer refused = world.post("/api/programs/" + id + "/template", trainer, Map.of("profile", man));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("reasons").toString()).contains("пол");
        assertField(world.post("/api/programs/" + id + "/template", trainer, Map.of("profile", "Никто_1")), "profile");
    }

    private long generate(Guest guest, int weeks, Map<String, Object> more) {
        guest.knows(more);
        World.Answer answer = world.post(
                "/api/programs/generate", trainer, Map.of("client_id", guest.client.value(), "weeks", weeks));
        assertThat(answer.status()).isEqualTo(201);
        world.drain();
        return answer.body().path("id").asLong();
    }

    private JsonNode view(long id) {
        return world.get("/api/programs/" + id + "/view", trainer).body();
    }

    private static void assertField(World.Answer answer, String field) {
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .anyMatch(named -> named.startsWith(field));
    }

    private Guest guest(String name) {
        return new Guest(world, clients, events, business, name);
    }
}
