package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import io.orbita.programs.Guest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The journal over REST. */
@OrbitaTest
class ProgressApiTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final JournalData data;
    private final Business business;
    private final String trainer;

    ProgressApiTests(World world, Clients clients, ApplicationEventPublisher events, JournalData data) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.data = data;
        this.business = world.business();
        this.trainer = world.token(business, Role.TRAINER);
    }

    @Test
    void a_measurement_is_kept_and_drawn() {
        Guest anna = guest("Анна");
        assertThat(add(anna, "before", Map.of("weight", 80, "waist", 90)).status())
                .isEqualTo(201);
        assertThat(add(anna, "week_2", Map.of("weight", 78.54)).status()).isEqualTo(201);

        JsonNode list = world.get("/api/clients/" + anna.client + "/progress", trainer)
                .body()
                .path("items");
        assertThat(list.valueStream().map(entry -> entry.path("period").asString()))
                .containsExactly("before", "week_2");
        assertThat(list.get(1).path("weight").decimalValue()).isEqualByComparingTo("78.5");
        assertThat(list.get(1).path("waist").isNull()).isTrue();
        assertThat(world.get("/api/progress/" + anna.client, trainer).body().path("items"))
                .isEqualTo(list);

        JsonNode series = world.get("/api/progress/" + anna.client + "/chart", trainer)
                .body()
                .path("series");
        assertThat(series.valueStream().map(one -> one.path("measure").asString()))
                .containsExactly("weight", "waist");
        JsonNode weight = series.get(0);
        assertThat(weight.path("unit").asString()).isEqualTo("kg");
        assertThat(weight.path("points").get(0).path("delta").isNull()).isTrue();
        assertThat(weight.path("points").get(1).path("delta").decimalValue()).isEqualByComparingTo("-1.5");
        assertThat(weight.path("points").get(1).path("delta_percent").decimalValue())
                .isEqualByComparingTo("-1.9");
        assertThat(weight.path("points").get(1).path("period").asString()).isEqualTo("week_2");
    }

    @Test
    void before_is_the_base_also_when_it_was_entered_last() {
        Guest anna = guest("Анна");
        add(anna, "week_2", Map.of("waist", 88));
        add(anna, "before", Map.of("waist", 90));

        JsonNode points = world.get("/api/progress/" + anna.client + "/chart", trainer)
                .body()
                .path("series")
                .get(0)
                .path("points");
        assertThat(points.get(0).path("period").asString()).isEqualTo("before");
        assertThat(points.get(1).path("delta").decimalValue()).isEqualByComparingTo("-2");
    }

    @Test
    void a_jump_must_be_confirmed() {
        Guest anna = guest("Анна");
        add(anna, "before", Map.of("waist", 80));

        World.Answer doubted = add(anna, "week_1", Map.of("waist", 100));
        assertThat(doubted.status()).isEqualTo(428);
        assertThat(doubted.body().path("code").asString()).isEqualTo("journal.not-sure");
        assertThat(doubted.body().path("errors").get(0).path("field").asString())
                .isEqualTo("waist");
        assertThat(add(anna, "week_1", Map.of("waist", 92)).status()).isEqualTo(201);
        assertThat(add(anna, "week_2", Map.of("waist", 110, "confirmed", true)).status())
                .isEqualTo(201);
    }

    @Test
    void what_nobody_measures_is_refused_by_field() {
        Guest anna = guest("Анна");
        World.Answer refused = add(anna, "before", Map.of("weight", 5, "chest", 900));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("weight", "chest");
        assertThat(add(anna, "week_13", Map.of("weight", 80)).status()).isEqualTo(422);
        assertThat(add(anna, "before", Map.of()).status()).isEqualTo(422);
        assertThat(add(anna, "before", Map.of("weight", 80, "measurement_date", "2031-01-01"))
                        .status())
                .isEqualTo(422);
        assertThat(add(anna, "before", Map.of("weight", 80, "program_id", 999_999_999))
                        .status())
                .isEqualTo(422);
        assertThat(world.get("/api/progress/999999999", trainer).status()).isEqualTo(404);
    }

    @Test
    void one_period_has_one_measurement_and_a_correction_keeps_what_was() {
        Guest anna = guest("Анна");
        long id = add(anna, "before", Map.of("weight", 80, "waist", 90))
                .body()
                .path("id")
                .asLong();
        World.Answer second = add(anna, "before", Map.of("weight", 79));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("entry_id").asLong()).isEqualTo(id);

        World.Answer put = world.call(
                HttpMethod.PUT, "/api/progress/" + id, trainer, Map.of("weight", 79, "notes", "на голодный желудок"));
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.body().path("weight").decimalValue()).isEqualByComparingTo("79");
        assertThat(put.body().path("waist").isNull()).isTrue();
        assertThat(put.body().path("corrected").asBoolean()).isTrue();

        List<String> history = world.get("/api/progress/entries/" + id + "/history", trainer)
                .body()
                .path("items")
                .valueStream()
                .map(one -> "%s %s→%s"
                        .formatted(
                                one.path("measure").asString(),
                                one.path("old").asString(""),
                                one.path("value").asString("")))
                .toList();
        assertThat(history).containsExactly("weight →80.0", "waist →90.0", "weight 80.0→79.0", "waist 90.0→");
        List<String> lines = world.get("/api/clients/" + anna.client + "/timeline", trainer)
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals("journal.measured"))
                .map(line -> line.path("text").asString())
                .toList();
        assertThat(lines)
                .containsExactly(
                        "Замеры, до начала: вес 80 → 79 кг, талия 90 → убрали",
                        "Замеры, до начала: вес 80 кг, талия 90 кг".replace("90 кг", "90 см"));
    }

    @Test
    void everybody_who_was_measured_is_listed_once_and_the_last_one_first() {
        Guest anna = guest("Анна");
        Guest boris = guest("Борис");
        Guest vera = guest("Вера");
        guest("Глеб");
        add(anna, "before", Map.of("weight", 80, "measurement_date", "2026-01-02"));
        add(anna, "week_2", Map.of("weight", 78.5, "measurement_date", "2026-01-16"));
        add(boris, "before", Map.of("waist", 90, "measurement_date", "2026-01-16"));
        add(vera, "before", Map.of("weight", 60, "measurement_date", "2026-01-03"));

        var seen = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            JsonNode page =
                    world.get("/api/progress?limit=1&cursor=" + cursor, trainer).body();
            page.path("items").forEach(seen::add);
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen.stream().map(one -> one.path("client_id").asLong()))
                .containsExactly(boris.client.value(), anna.client.value(), vera.client.value());
        JsonNode her = seen.get(1);
        assertThat(her.path("name").asString()).isEqualTo("Анна");
        assertThat(her.path("entries").asInt()).isEqualTo(2);
        assertThat(her.path("last_measured_on").asString()).isEqualTo("2026-01-16");
        assertThat(her.path("weight").decimalValue()).isEqualByComparingTo("78.5");
        assertThat(her.path("weight_change").decimalValue()).isEqualByComparingTo("-1.5");
        assertThat(seen.get(0).path("weight").isNull()).isTrue();
        assertThat(seen.get(2).path("weight_change").isNull()).isTrue();
        assertThat(world.get("/api/progress?cursor=bm9uc2Vuc2U", trainer).status())
                .isEqualTo(422);
    }

    @Test
    void cards_that_were_merged_are_one_measured_person() {
        Guest anna = guest("Анна");
        Guest again = guest("Анна");
        add(anna, "before", Map.of("weight", 80, "measurement_date", "2026-01-02"));
        add(again, "week_1", Map.of("weight", 79, "measurement_date", "2026-01-09"));
        assertThat(world.post(
                                "/api/clients/" + anna.client + "/merge",
                                world.token(business, Role.ADMIN),
                                Map.of("client_id", again.client.value()))
                        .status())
                .isBetween(200, 201);

        JsonNode items = world.get("/api/progress", trainer).body().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("client_id").asLong()).isEqualTo(anna.client.value());
        assertThat(items.get(0).path("entries").asInt()).isEqualTo(2);
        assertThat(items.get(0).path("weight_change").decimalValue()).isEqualByComparingTo("-1");
    }

    @Test
    void photos_are_pictures_of_a_bounded_number_and_size() {
        Guest anna = guest("Анна");
        long id = add(anna, "before", Map.of("weight", 80)).body().path("id").asLong();
        String path = "/api/progress/entries/" + id + "/photos";

        assertThat(upload(path + "?view=front", picture(1))).isEqualTo(201);
        assertThat(upload(path + "?view=front", picture(1))).isEqualTo(201);
        assertThat(upload(
                        path + "?view=front",
                        "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(422);
        assertThat(upload(path + "?view=inside", picture(2))).isEqualTo(422);
        assertThat(upload(path + "?view=front", new byte[Photos.MOST_BYTES + 1]))
                .isEqualTo(422);
        for (int i = 2; i <= 6; i++) {
            assertThat(upload(path + "?view=side", picture(i))).isEqualTo(201);
        }
        assertThat(upload(path + "?view=side", picture(7))).isEqualTo(409);

        JsonNode photos = world.get("/api/progress/" + anna.client, trainer)
                .body()
                .path("items")
                .get(0)
                .path("photos");
        assertThat(photos).hasSize(6);
        long photo = photos.get(0).path("id").asLong();
        World.Answer got = world.get(path + "/" + photo, trainer);
        assertThat(got.headers().getContentType()).hasToString("image/jpeg");
        assertThat(got.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(world.get(path + "/" + photo, null).status()).isEqualTo(401);
        assertThat(world.call(HttpMethod.DELETE, path + "/" + photo, trainer, null)
                        .status())
                .isEqualTo(204);
        assertThat(world.get(path + "/" + photo, trainer).status()).isEqualTo(404);
    }

    @Test
    void a_forgotten_client_leaves_no_figure_word_or_photo() {
        Guest anna = guest("Анна");
        long id = add(anna, "before", Map.of("weight", 81.7, "notes", "после отпуска"))
                .body()
                .path("id")
                .asLong();
        upload("/api/progress/entries/" + id + "/photos", picture(1));
        assertThat(world.in(business, () -> data.export(business.id(), anna.client))
                        .toString())
                .contains("81.7")
                .contains("после отпуска");

        world.run(business, () -> data.erase(business.id(), anna.client));

        assertThat(world.in(business, () -> data.export(business.id(), anna.client))
                        .toString())
                .doesNotContain("81.7")
                .doesNotContain("отпуска");
        assertThat(world.get("/api/progress/" + anna.client, trainer)
                        .body()
                        .path("items")
                        .get(0)
                        .path("photos"))
                .isEmpty();
    }

    private World.Answer add(Guest guest, String period, Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.put("client_id", guest.client.value());
        body.put("period", period);
        return world.post("/api/progress", trainer, body);
    }

    private int upload(String path, byte[] bytes) {
        return RestClient.create()
                .post()
                .uri(world.url() + path)
                .header("Authorization", "Bearer " + trainer)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(bytes)
                .exchange((_, response) -> response.getStatusCode().value());
    }

    private static byte[] picture(int seed) {
        byte[] bytes = new byte[40];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        bytes[2] = (byte) 0xFF;
        bytes[20] = (byte) seed;
        return bytes;
    }

    private Guest guest(String name) {
        return new Guest(world, clients, events, business, name);
    }
}
