package io.orbita.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What staff do with programmes over REST. */
@OrbitaTest
class ProgramsApiTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Business business;
    private final String trainer;

    ProgramsApiTests(World world, Clients clients, ApplicationEventPublisher events) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.business = world.business();
        this.trainer = world.token(business, Role.TRAINER);
    }

    @Test
    void a_programme_made_by_hand_waits_until_it_is_sent() {
        Guest anna = guest("Анна");
        long id = generate(anna, 4, Map.of());

        assertThat(state(id)).isEqualTo("ready");
        assertThat(anna.walker.documents()).isEmpty();
        World.Answer sent = world.post("/api/programs/" + id + "/send", trainer, Map.of());
        assertThat(sent.status()).isEqualTo(201);
        assertThat(anna.walker.documents()).hasSize(1);
        assertThat(state(id)).isEqualTo("delivered");

        world.post("/api/programs/" + id + "/send", trainer, Map.of());
        assertThat(anna.walker.documents()).hasSize(2);
    }

    @Test
    void one_key_makes_one_programme() {
        Guest anna = guest("Анна");
        var body = Map.of("client_id", anna.client.value(), "weeks", 12);

        World.Answer first =
                world.call(HttpMethod.POST, "/api/programs/generate", trainer, body, "Idempotency-Key", "k1");
        World.Answer second =
                world.call(HttpMethod.POST, "/api/programs/generate", trainer, body, "Idempotency-Key", "k1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(world.get("/api/programs", trainer).body().path("items")).hasSize(1);
    }

    @Test
    void odd_lengths_and_unknown_clients_are_refused_by_field() {
        Guest anna = guest("Анна");

        assertField(
                world.post("/api/programs/generate", trainer, Map.of("client_id", anna.client.value(), "weeks", 5)),
                "weeks");
        assertField(
                world.post("/api/programs/generate", trainer, Map.of("client_id", 999_999_999, "weeks", 4)),
                "client_id");
    }

    @Test
    void any_cell_can_be_edited_and_every_version_stays() {
        Guest anna = guest("Анна");
        long id = generate(anna, 1, Map.of());
        ObjectNode content = (ObjectNode) view(id).path("content");
        ObjectNode first = (ObjectNode) content.path("weeks")
                .get(0)
                .path("sessions")
                .get(0)
                .path("exercises")
                .get(0);
        String was = first.path("name").asString();
        first.put("name", "Приседания с улыбкой").put("reps", "21");

        World.Answer edited = put(id, content, "\"1\"");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.headers().getETag()).isEqualTo("\"2\"");
        assertThat(view(id).path("content").toString()).contains("Приседания с улыбкой");
        assertThat(put(id, content, "\"1\"").status()).isEqualTo(412);
        assertThat(world.get("/api/programs/" + id + "/view?version=1", trainer)
                        .body()
                        .toString())
                .contains(was);

        world.post("/api/programs/" + id + "/send", trainer, Map.of());
        assertThat(Guest.text(anna.walker.documents().getLast()))
                .contains("Приседания с улыбкой")
                .contains("2 × 21");

        assertThat(world.post("/api/programs/" + id + "/versions/1/restore", trainer, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(view(id).path("content").toString()).doesNotContain("Приседания с улыбкой");
        assertThat(world.get("/api/programs/" + id, trainer)
                        .body()
                        .path("versions")
                        .valueStream()
                        .map(version -> version.path("cause").asString()))
                .containsExactly("restored", "edited", "made");
    }

    @Test
    void what_cannot_be_printed_is_refused_by_field() {
        long id = generate(guest("Анна"), 1, Map.of());
        ObjectNode content = (ObjectNode) view(id).path("content");
        ((ObjectNode) content.path("weeks")
                        .get(0)
                        .path("sessions")
                        .get(0)
                        .path("exercises")
                        .get(0))
                .put("sets", 500);
        assertField(put(id, content, null), "content.weeks");
        ((ArrayNode) content.path("facts")).addNull();
        assertThat(put(id, content, null).status()).isBetween(400, 422);
        content.putArray("weeks");
        assertField(put(id, content, null), "content.weeks");
        assertThat(view(id).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void made_anew_it_follows_the_new_answers() {
        Guest anna = guest("Анна");
        long id = generate(anna, 4, Map.of());
        assertThat(view(id).path("content").path("goal").asString()).isEqualTo("похудение");
        anna.knows(Map.of("goal", "muscle_gain"));

        assertThat(world.post("/api/programs/" + id + "/regenerate", trainer, Map.of())
                        .status())
                .isEqualTo(200);
        world.drain();

        assertThat(view(id).path("version").asInt()).isEqualTo(2);
        assertThat(view(id).path("content").path("goal").asString()).isEqualTo("набор массы");
        assertThat(anna.walker.documents()).isEmpty();
    }

    @Test
    void a_copy_for_another_client_is_addressed_to_them() {
        long id = generate(guest("Анна"), 4, Map.of());
        Guest vera = guest("Вера");

        World.Answer copy =
                world.post("/api/programs/" + id + "/assign", trainer, Map.of("client_id", vera.client.value()));

        assertThat(copy.status()).isEqualTo(201);
        long copied = copy.body().path("id").asLong();
        assertThat(view(copied).path("content").path("client_name").asString()).isEqualTo("Вера");
        assertThat(view(copied).path("content").path("intro").get(0).asString()).startsWith("Вера, ");
        world.post("/api/programs/" + copied + "/send", trainer, Map.of());
        assertThat(Guest.text(vera.walker.documents().getFirst()))
                .contains("Вера")
                .doesNotContain("Анна");
    }

    @Test
    void the_file_opens_for_staff_and_by_a_link_for_five_minutes() {
        long id = generate(guest("Анна"), 1, Map.of());
        World.Answer pdf = world.get("/api/programs/" + id + "/pdf", trainer);
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.headers().getContentType()).hasToString("application/pdf");
        assertThat(world.get("/api/programs/" + id + "/pdf", null).status()).isEqualTo(401);

        String url = world.post("/api/programs/" + id + "/link", trainer, Map.of())
                .body()
                .path("url")
                .asString();
        assertThat(world.get(url, null).status()).isEqualTo(200);
        assertThat(world.get(url.substring(0, url.length() - 1) + (url.endsWith("A") ? "B" : "A"), null)
                        .status())
                .isEqualTo(404);
        world.clock().advance(Duration.ofMinutes(6));
        assertThat(world.get(url, null).status()).isEqualTo(404);
    }

    @Test
    void another_business_sees_nothing() {
        long id = generate(guest("Анна"), 1, Map.of());
        String stranger = world.token(world.business(), Role.ADMIN);

        for (String path : List.of("", "/view", "/pdf")) {
            assertThat(world.get("/api/programs/" + id + path, stranger).status())
                    .isEqualTo(404);
        }
        for (String path : List.of("/send", "/link", "/regenerate", "/versions/1/restore")) {
            assertThat(world.post("/api/programs/" + id + path, stranger, Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(world.get("/api/programs", stranger).body().path("items")).isEmpty();
    }

    @Test
    void lists_are_cut_into_pages_and_filtered() {
        Guest anna = guest("Анна");
        generate(anna, 1, Map.of());
        generate(anna, 4, Map.of());
        generate(guest("Вера"), 12, Map.of());

        JsonNode page = world.get("/api/programs?limit=2", trainer).body();
        JsonNode rest = world.get(
                        "/api/programs?limit=2&cursor="
                                + page.path("next_cursor").asString(),
                        trainer)
                .body();

        assertThat(page.path("items")
                        .valueStream()
                        .map(program -> program.path("weeks").asInt()))
                .containsExactly(12, 4);
        assertThat(rest.path("items")
                        .valueStream()
                        .map(program -> program.path("weeks").asInt()))
                .containsExactly(1);
        assertThat(world.get("/api/programs?paid=true", trainer).body().path("items"))
                .hasSize(2);
        assertThat(world.get("/api/programs?state=ready&client_id=" + anna.client, trainer)
                        .body()
                        .path("items"))
                .hasSize(2);
        assertField(world.get("/api/programs?state=lost", trainer), "state");
        assertThat(world.get("/api/clients/999999999/programs", trainer).status())
                .isEqualTo(404);
    }

    @Test
    void a_debt_that_is_not_made_yet_says_so() {
        Guest anna = guest("Анна");
        anna.paid(12);
        long id = world.get("/api/programs", trainer)
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asLong();

        assertThat(world.get("/api/programs/" + id + "/view", trainer)
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("programs.not-made");
        assertThat(world.post("/api/programs/" + id + "/send", trainer, Map.of())
                        .status())
                .isEqualTo(409);

        world.post("/api/programs/" + id + "/regenerate", trainer, Map.of());
        assertThat(anna.walker.documents()).hasSize(1);
    }

    private long generate(Guest guest, int weeks, Map<String, Object> more) {
        guest.knows(more);
        World.Answer answer = world.post(
                "/api/programs/generate", trainer, Map.of("client_id", guest.client.value(), "weeks", weeks));
        assertThat(answer.status()).isEqualTo(201);
        world.drain();
        return answer.body().path("id").asLong();
    }

    private World.Answer put(long id, JsonNode content, @org.jspecify.annotations.Nullable String ifMatch) {
        String body = json.writeValueAsString(Map.of("content", content));
        return ifMatch == null
                ? world.call(HttpMethod.PUT, "/api/programs/" + id, trainer, body)
                : world.call(HttpMethod.PUT, "/api/programs/" + id, trainer, body, "If-Match", ifMatch);
    }

    private JsonNode view(long id) {
        return world.get("/api/programs/" + id + "/view", trainer).body();
    }

    private String state(long id) {
        return world.get("/api/programs/" + id, trainer)
                .body()
                .path("program")
                .path("state")
                .asString();
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
