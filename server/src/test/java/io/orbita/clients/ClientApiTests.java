package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ClientApiTests {
    private final World world;
    private final Clients clients;

    ClientApiTests(World world, Clients clients) {
        this.world = world;
        this.clients = clients;
    }

    private static List<String> names(World.Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private long create(String token, Map<String, Object> body) {
        World.Answer answer = world.post("/api/clients", token, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    @Test
    void a_client_made_by_hand_stands_at_the_first_stage_with_phone_and_mail_normalised() {
        Business business = world.business();
        String token = world.token(business, Role.MANAGER);
        World.Answer made = world.post(
                "/api/clients",
                token,
                Map.of(
                        "name", "Анна",
                        "phones", List.of("8 (916) 123-45-67"),
                        "emails", List.of("Anna@Example.ru"),
                        "tags", List.of("вип"),
                        "source", "рекомендация"));
        assertThat(made.status()).isEqualTo(201);
        JsonNode card = made.body();
        assertThat(card.path("phones").path(0).asString()).isEqualTo("+79161234567");
        assertThat(card.path("emails").path(0).asString()).isEqualTo("anna@example.ru");
        assertThat(card.path("stage").path("role").asString()).isEqualTo("first_contact");
        assertThat(card.path("paid_total").path("amount").asString()).isEqualTo("0.00");
        World.Answer history = world.get("/api/clients/" + card.path("id").asLong() + "/pipeline-history", token);
        JsonNode move = history.body().path("items").path(0);
        assertThat(move.path("cause").asString()).isEqualTo("manual");
        assertThat(move.path("from_stage").isNull()).isTrue();
        assertThat(move.path("moved_by").isNull()).isFalse();
    }

    @Test
    void a_client_can_be_put_at_a_stage_of_this_funnel_only() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        String other = world.token(world.business(), Role.ADMIN);
        long mine = stage(token, "deciding");
        assertThat(world.post("/api/clients", token, Map.of("name", "Анна", "stage_id", mine))
                        .body()
                        .path("stage")
                        .path("id")
                        .asLong())
                .isEqualTo(mine);
        World.Answer foreign = world.post("/api/clients", other, Map.of("name", "Анна", "stage_id", mine));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.body().path("errors").path(0).path("field").asString())
                .isEqualTo("stage_id");
    }

    private long stage(String token, String role) {
        return world.get("/api/pipeline/stages", token)
                .body()
                .path("items")
                .valueStream()
                .filter(stage -> stage.path("role").asString().equals(role))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
    }

    @Test
    void a_second_client_with_the_same_phone_is_refused_with_the_id_of_the_first() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long anna = create(token, Map.of("name", "Анна", "phones", List.of("+79161234567")));
        World.Answer again = world.post("/api/clients", token, Map.of("name", "Аня", "phones", List.of("89161234567")));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asString()).isEqualTo("clients.duplicate");
        assertThat(again.body().path("client_id").asLong()).isEqualTo(anna);
        assertThat(names(world.get("/api/clients", token))).containsExactly("Анна");
    }

    @Test
    void the_same_idempotency_key_makes_one_client() {
        String token = world.token(world.business(), Role.ADMIN);
        Map<String, Object> body = Map.of("name", "Анна", "phones", List.of("+79161234567"));
        World.Answer first = world.call(HttpMethod.POST, "/api/clients", token, body, "Idempotency-Key", "k1");
        World.Answer replay = world.call(HttpMethod.POST, "/api/clients", token, body, "Idempotency-Key", "k1");
        World.Answer other =
                world.call(HttpMethod.POST, "/api/clients", token, Map.of("name", "Ян"), "Idempotency-Key", "k1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(replay.status()).isEqualTo(200);
        assertThat(replay.headers().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replay.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void a_card_is_found_by_the_beginning_of_a_name_the_last_digits_of_a_phone_a_nick_and_a_mail() {
        String token = world.token(world.business(), Role.ADMIN);
        create(token, Map.of("name", "Алёна Петрова", "phones", List.of("+79161234567"), "notes", "любит плавание"));
        create(token, Map.of("name", "Борис", "emails", List.of("boris@example.ru")));
        for (String q :
                List.of("алена", "ПЕТР", "петрова ал", "4567", "161234567", "8 916 123-45-67", "плав", "gtnh")) {
            assertThat(names(find(token, q))).as(q).containsExactly("Алёна Петрова");
        }
        assertThat(names(find(token, "Boris@example.ru"))).containsExactly("Борис");
        for (String q : List.of("567", "9999", "алена борис", "boris@example", "%", "' or 1=1 --", "лена")) {
            assertThat(names(find(token, q))).as(q).isEmpty();
        }
    }

    private World.Answer find(String token, String q) {
        return world.get(
                "/api/clients?q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8), token);
    }

    @Test
    void lists_are_filtered_and_paged_without_loss_or_repetition_in_every_order() {
        String token = world.token(world.business(), Role.ADMIN);
        for (int i = 0; i < 7; i++) {
            create(
                    token,
                    Map.of("name", "Клиент " + i % 3, "source", i % 2 == 0 ? "site" : "vk", "tags", List.of("t" + i)));
        }
        for (String sort : List.of(
                "created_at",
                "-created_at",
                "name",
                "-name",
                "last_contact_at",
                "-last_contact_at",
                "next_contact_at",
                "paid_total")) {
            var seen = new java.util.ArrayList<Long>();
            String cursor = "";
            do {
                World.Answer page = world.get("/api/clients?limit=2&sort=" + sort + "&cursor=" + cursor, token);
                assertThat(page.status()).as(sort + page.body()).isEqualTo(200);
                page.body()
                        .path("items")
                        .forEach(item -> seen.add(item.path("id").asLong()));
                cursor = page.body().path("next_cursor").asString("");
            } while (!cursor.isEmpty());
            assertThat(seen).as(sort).hasSize(7).doesNotHaveDuplicates();
        }
        assertThat(names(world.get("/api/clients?source=vk&with_total=true", token)))
                .hasSize(3);
        assertThat(world.get("/api/clients?with_total=true&limit=1", token)
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(7);
        assertThat(names(world.get("/api/clients?tag=t4", token))).containsExactly("Клиент 1");
        assertThat(names(world.get("/api/clients?has_paid=true", token))).isEmpty();
        assertThat(names(world.get("/api/clients?created_from=2199-01-01", token)))
                .isEmpty();
        assertThat(world.get("/api/clients?sort=phone", token).status()).isEqualTo(422);
        assertThat(world.get("/api/clients?cursor=abc", token).status()).isEqualTo(422);
        assertThat(world.get("/api/clients?created_from=yesterday", token).status())
                .isEqualTo(422);
    }

    @Test
    void clients_are_picked_by_stage_by_who_is_responsible_and_by_how_long_nobody_wrote() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long me = world.get("/api/auth/me", token).body().path("id").asLong();
        long deciding = stage(token, "deciding");
        create(token, Map.of("name", "Анна", "stage_id", deciding, "assigned_to", me));
        long boris = create(token, Map.of("name", "Борис"));
        assertThat(names(world.get("/api/clients?stage_id=" + deciding, token))).containsExactly("Анна");
        assertThat(names(world.get("/api/clients?assigned_to=" + me, token))).containsExactly("Анна");
        world.clock().advance(Duration.ofDays(3));
        String later = world.token(business, Role.ADMIN);
        world.post("/api/actions", later, Map.of("client_id", boris, "type", "call"));
        String yesterday = world.clock().instant().minus(Duration.ofDays(1)).toString();
        assertThat(names(world.get("/api/clients?last_contact_before=" + yesterday, later)))
                .containsExactly("Анна");
        assertThat(world.post("/api/clients", later, Map.of("name", "Ян", "assigned_to", 999_999))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_cursor_of_another_order_is_refused_not_a_fault() {
        String token = world.token(world.business(), Role.ADMIN);
        create(token, Map.of("name", "А"));
        create(token, Map.of("name", "Б"));
        String cursor = world.get("/api/clients?limit=1&sort=name", token)
                .body()
                .path("next_cursor")
                .asString();
        assertThat(world.get("/api/clients?sort=paid_total&cursor=" + cursor, token)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void an_edit_of_an_old_version_is_refused_and_a_patch_changes_only_what_it_names() {
        String token = world.token(world.business(), Role.ADMIN);
        long id = create(token, Map.of("name", "Анна", "phones", List.of("+79161234567")));
        World.Answer card = world.get("/api/clients/" + id, token);
        String tag = String.valueOf(card.headers().getETag());
        World.Answer patched = world.call(
                HttpMethod.PATCH,
                "/api/clients/" + id,
                token,
                Map.of("goal", "muscle", "weight_kg", 61.5, "custom", Map.of("зал", "Север")),
                "If-Match",
                tag);
        assertThat(patched.status()).as(patched.body().toString()).isEqualTo(200);
        assertThat(patched.body().path("phones").path(0).asString()).isEqualTo("+79161234567");
        assertThat(patched.body().path("goal").asString()).isEqualTo("muscle");

        World.Answer stale =
                world.call(HttpMethod.PATCH, "/api/clients/" + id, token, Map.of("goal", "shape"), "If-Match", tag);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("code").asString()).isEqualTo("clients.stale");

        World.Answer emptied =
                world.call(HttpMethod.PATCH, "/api/clients/" + id, token, "{\"goal\":null,\"custom\":{\"зал\":null}}");
        assertThat(emptied.body().path("goal").isNull()).isTrue();
        assertThat(emptied.body().path("custom").isEmpty()).isTrue();
        assertThat(emptied.body().path("weight_kg").asDouble()).isEqualTo(61.5);

        World.Answer replaced = world.call(HttpMethod.PUT, "/api/clients/" + id, token, Map.of("name", "Анна"));
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.body().path("phones").isEmpty()).isTrue();
        assertThat(replaced.body().path("weight_kg").isNull()).isTrue();
    }

    @Test
    void a_phone_taken_from_a_card_is_free_for_another() {
        String token = world.token(world.business(), Role.ADMIN);
        long anna = create(token, Map.of("name", "Анна", "phones", List.of("+79161234567")));
        long boris = create(token, Map.of("name", "Борис"));
        var phones = Map.of("name", "Борис", "phones", List.of("+79161234567"));
        assertThat(world.call(HttpMethod.PUT, "/api/clients/" + boris, token, phones)
                        .status())
                .isEqualTo(409);
        world.call(HttpMethod.PUT, "/api/clients/" + anna, token, Map.of("name", "Анна"));
        assertThat(world.call(HttpMethod.PUT, "/api/clients/" + boris, token, phones)
                        .status())
                .isEqualTo(200);
        assertThat(names(find(token, "4567"))).containsExactly("Борис");
    }

    @Test
    void a_bad_patch_is_refused_by_field_and_the_stage_cannot_be_edited_past_the_history() {
        String token = world.token(world.business(), Role.ADMIN);
        long id = create(token, Map.of("name", "Анна"));
        for (var bad : Map.of(
                        "age",
                        (Object) 13,
                        "weight_kg",
                        1000,
                        "phones",
                        List.of("12"),
                        "stage_id",
                        1,
                        "time_zone",
                        "Moon/Crater",
                        "next_contact_at",
                        12,
                        "birth_date",
                        "вчера",
                        "assigned_to",
                        999_999)
                .entrySet()) {
            World.Answer answer =
                    world.call(HttpMethod.PATCH, "/api/clients/" + id, token, Map.of(bad.getKey(), bad.getValue()));
            assertThat(answer.status()).as(bad.getKey()).isBetween(400, 422);
            assertThat(answer.body().path("errors").path(0).path("field").asString())
                    .as(answer.body().toString())
                    .startsWith(bad.getKey());
        }
        assertThat(world.call(HttpMethod.PATCH, "/api/clients/" + id, token, "{\"name\":null}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_age_follows_from_the_birth_date() {
        String token = world.token(world.business(), Role.ADMIN);
        long id = create(token, Map.of("name", "Анна"));
        World.Answer card =
                world.call(HttpMethod.PATCH, "/api/clients/" + id, token, Map.of("birth_date", "1990-01-02"));
        assertThat(card.body().path("age").asInt()).isBetween(36, 40);
    }

    @Test
    void an_archived_client_leaves_the_list_and_the_board_and_can_be_taken_back() {
        String token = world.token(world.business(), Role.ADMIN);
        long id = create(token, Map.of("name", "Анна"));
        assertThat(world.call(HttpMethod.POST, "/api/clients/" + id + "/archive", token, null)
                        .status())
                .isEqualTo(204);
        assertThat(names(world.get("/api/clients", token))).isEmpty();
        assertThat(names(world.get("/api/clients?archived=true", token))).containsExactly("Анна");
        assertThat(cardsOnBoard(token)).isZero();
        assertThat(world.call(HttpMethod.POST, "/api/clients/" + id + "/restore", token, null)
                        .status())
                .isEqualTo(200);
        assertThat(names(world.get("/api/clients", token))).containsExactly("Анна");
        assertThat(cardsOnBoard(token)).isEqualTo(1);
    }

    private long cardsOnBoard(String token) {
        return world.get("/api/pipeline/board", token)
                .body()
                .path("columns")
                .valueStream()
                .mapToLong(column -> column.path("items").size())
                .sum();
    }

    @Test
    void actions_and_contacts_stand_in_the_history_and_say_when_there_was_contact() {
        String token = world.token(world.business(), Role.TRAINER);
        long id = create(token, Map.of("name", "Анна"));
        World.Answer call = world.post(
                "/api/actions",
                token,
                Map.of(
                        "client_id", id,
                        "type", "call",
                        "text", "Договорились на среду",
                        "next_contact_at", "2027-01-01T09:00:00Z"));
        assertThat(call.status()).as(call.body().toString()).isEqualTo(201);
        assertThat(world.post("/api/contacts", token, Map.of("client_id", id, "channel", "whatsapp", "direction", "in"))
                        .status())
                .isEqualTo(201);
        JsonNode card = world.get("/api/clients/" + id, token).body();
        assertThat(card.path("last_contact_at").isNull()).isFalse();
        assertThat(card.path("next_contact_at").asString()).isEqualTo("2027-01-01T09:00:00Z");
        assertThat(world.get("/api/clients/" + id + "/actions", token).body().path("items"))
                .hasSize(1);
        assertThat(world.get("/api/contacts?client_id=" + id, token).body().path("items"))
                .hasSize(1);
        List<String> kinds = world.get("/api/clients/" + id + "/timeline", token)
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("kind").asString())
                .toList();
        assertThat(kinds).containsExactly("clients.contact", "pipeline.move", "clients.action", "pipeline.move");
        World.Answer nobody = world.post("/api/actions", token, Map.of("client_id", 999_999, "type", "call"));
        assertThat(nobody.status()).isEqualTo(404);
    }

    @Test
    void the_history_comes_in_pages() {
        String token = world.token(world.business(), Role.ADMIN);
        long id = create(token, Map.of("name", "Анна"));
        for (int i = 0; i < 4; i++) {
            world.post("/api/actions", token, Map.of("client_id", id, "type", "note", "text", "№" + i));
        }
        var seen = new java.util.ArrayList<Long>();
        String cursor = "";
        do {
            JsonNode page = world.get("/api/clients/" + id + "/timeline?limit=2&cursor=" + cursor, token)
                    .body();
            page.path("items").forEach(line -> seen.add(line.path("id").asLong()));
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void leads_are_listed_and_worked() {
        Business business = world.business();
        String token = world.token(business, Role.MANAGER);
        ClientId anna = world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, "1"),
                                new Newcomer("Анна", null, "telegram", Map.of("utm_source", "vk")),
                                "bot")
                        .client());
        JsonNode lead = world.get("/api/leads?status=new&client_id=" + anna, token)
                .body()
                .path("items")
                .path(0);
        assertThat(lead.path("client_name").asString()).isEqualTo("Анна");
        assertThat(lead.path("utm").path("utm_source").asString()).isEqualTo("vk");
        String path = "/api/leads/" + lead.path("id").asLong();
        World.Answer lost = world.call(HttpMethod.PUT, path, token, Map.of("status", "lost", "notes", "дорого"));
        assertThat(lost.body().path("status").asString()).isEqualTo("lost");
        assertThat(world.get(path, token).body().path("notes").asString()).isEqualTo("дорого");
        assertThat(world.get("/api/leads?status=new", token).body().path("items"))
                .isEmpty();
        assertThat(world.call(HttpMethod.PUT, path, token, Map.of("status", "hot"))
                        .status())
                .isEqualTo(422);
        assertThat(world.get("/api/leads/999999", token).status()).isEqualTo(404);
        assertThat(world.get("/api/leads?status=hot", token).status()).isEqualTo(422);
        assertThat(world.get(path, world.token(world.business(), Role.ADMIN)).status())
                .isEqualTo(404);
    }

    @Test
    void two_cards_are_merged_by_hand_after_a_look_and_parted_again() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long anna = create(token, Map.of("name", "Анна"));
        long other = create(token, Map.of("name", "Аня", "phones", List.of("+79161234567"), "tags", List.of("вип")));
        World.Answer look =
                world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", other, "dry_run", true));
        assertThat(look.status()).as(look.body().toString()).isEqualTo(200);
        assertThat(look.body().path("filled").valueStream().map(JsonNode::asString))
                .contains("tag.вип");
        assertThat(names(world.get("/api/clients", token))).hasSize(2);

        World.Answer merged = world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", other));
        assertThat(merged.status()).isEqualTo(200);
        assertThat(names(world.get("/api/clients", token))).containsExactly("Анна");
        assertThat(names(find(token, "Аня"))).containsExactly("Анна");
        assertThat(names(find(token, "4567"))).containsExactly("Анна");
        assertThat(world.get("/api/clients/" + other, token).body().path("id").asLong())
                .isEqualTo(anna);
        assertThat(world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", other))
                        .status())
                .isEqualTo(409);

        String undo =
                "/api/clients/" + anna + "/merges/" + merged.body().path("id").asLong() + "/undo";
        assertThat(world.call(HttpMethod.POST, undo, token, null).status()).isEqualTo(200);
        assertThat(world.call(HttpMethod.POST, undo, token, null).status()).isEqualTo(409);
        assertThat(names(world.get("/api/clients", token))).hasSize(2);
        assertThat(world.get("/api/clients/" + other, token).body().path("tags"))
                .hasSize(1);
    }

    @Test
    void another_tenants_clients_do_not_exist() {
        String token = world.token(world.business(), Role.ADMIN);
        String other = world.token(world.business(), Role.ADMIN);
        long anna = create(token, Map.of("name", "Анна"));
        for (String path :
                List.of("", "/timeline", "/consents", "/actions", "/contacts", "/merges", "/pipeline-history")) {
            assertThat(world.get("/api/clients/" + anna + path, other).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(world.call(HttpMethod.DELETE, "/api/clients/" + anna, other, null)
                        .status())
                .isEqualTo(404);
        assertThat(names(world.get("/api/clients", other))).isEmpty();
    }
}
