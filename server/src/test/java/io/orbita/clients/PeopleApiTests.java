package io.orbita.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.walk.Walker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Several phones and e-mails of one person, doubles, the trash, consents and exports, as the panel uses them. */
@OrbitaTest
class PeopleApiTests {
    private final World world;
    private final JdbcClient jdbc;
    private final Business business;
    private final String token;

    PeopleApiTests(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
        this.business = world.business();
        this.token = world.token(business, Role.ADMIN);
    }

    private World.Answer send(HttpMethod method, String path, @Nullable Object body) {
        return world.call(method, path, token, body);
    }

    private long create(Map<String, ?> client) {
        var answer = world.post("/api/clients", token, client);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    private JsonNode card(long id) {
        return world.get("/api/clients/" + id, token).body();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private JsonNode add(long id, String kind, String value, boolean verified, boolean main) {
        var answer = world.post(
                "/api/clients/" + id + "/identities",
                token,
                Map.of("kind", kind, "value", value, "verified", verified, "main", main));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    @Test
    void a_person_has_several_phones_and_the_main_one_comes_first() {
        long anna = create(Map.of("name", "Анна", "phones", List.of("+7 916 111-11-11")));
        add(anna, "phone", "8 916 222 22 22", true, false);
        JsonNode third = add(anna, "phone", "8 916 333 33 33", false, true);
        assertThat(third.path("main").asBoolean()).isTrue();
        assertThat(third.path("verified").asBoolean()).isFalse();
        assertThat(texts(card(anna).path("phones"))).containsExactly("+79163333333", "+79161111111", "+79162222222");

        String path = "/api/clients/" + anna + "/identities";
        JsonNode second = world.get(path, token).body().path("items").path(2);
        send(HttpMethod.PATCH, path + "/" + second.path("id").asLong(), Map.of("main", true));
        assertThat(texts(card(anna).path("phones")).getFirst()).isEqualTo("+79162222222");
        send(HttpMethod.PATCH, "/api/clients/" + anna, Map.of("phones", List.of("+79161111111", "+79162222222")));
        assertThat(texts(card(anna).path("phones"))).containsExactly("+79161111111", "+79162222222");
        assertThat(send(HttpMethod.DELETE, path + "/" + second.path("id").asLong(), null)
                        .status())
                .isEqualTo(204);
        assertThat(texts(card(anna).path("phones"))).containsExactly("+79161111111");
    }

    @Test
    void what_another_has_proven_cannot_be_claimed_but_can_be_noted_and_makes_a_suspicion() {
        long anna = create(Map.of("name", "Анна", "emails", List.of("anna@example.ru")));
        long other = create(Map.of("name", "Аня"));
        assertThat(world.post(
                                "/api/clients/" + other + "/identities",
                                token,
                                Map.of("kind", "email", "value", "Anna@example.ru"))
                        .status())
                .isEqualTo(409);
        JsonNode noted = add(other, "email", "Anna@example.ru", false, false);
        assertThat(send(
                                HttpMethod.PATCH,
                                "/api/clients/" + other + "/identities/"
                                        + noted.path("id").asLong(),
                                Map.of("verified", true))
                        .status())
                .isEqualTo(409);
        assertThat(card(other)
                        .path("suspected_duplicates")
                        .path(0)
                        .path("client_id")
                        .asLong())
                .isEqualTo(anna);
    }

    @Test
    void a_chat_proves_itself_and_is_not_removed_by_hand() {
        var boris = new Walker(world.url(), business.slug(), 660_001, "Борис", world::drain);
        boris.say("/start");
        long id = world.get("/api/clients", token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        JsonNode chat = world.get("/api/clients/" + id + "/identities", token)
                .body()
                .path("items")
                .path(0);
        assertThat(chat.path("kind").asString()).isEqualTo("sandbox");
        String path = "/api/clients/" + id + "/identities/" + chat.path("id").asLong();
        assertThat(send(HttpMethod.DELETE, path, null).status()).isEqualTo(409);
        assertThat(send(HttpMethod.PATCH, path, Map.of("verified", false)).status())
                .isEqualTo(409);
    }

    @Test
    void a_deleted_client_blocks_no_phone_and_comes_back_when_nobody_has_it() {
        long anna =
                create(Map.of("name", "Анна", "phones", List.of("+79161111111"), "emails", List.of("a@example.ru")));
        assertThat(send(HttpMethod.DELETE, "/api/clients/" + anna, null).status())
                .isEqualTo(204);
        for (String list : List.of("/api/clients", "/api/clients?archived=true", "/api/clients?q=79161111111")) {
            assertThat(world.get(list, token).body().path("items").size()).isZero();
        }
        JsonNode trash = world.get("/api/clients/trash", token).body().path("items");
        assertThat(trash.path(0).path("client").path("name").asString()).isEqualTo("Анна");
        assertThat(trash.path(0).path("purge_at").asString())
                .isEqualTo(world.clock().instant().plus(Duration.ofDays(30)).toString());

        assertThat(send(HttpMethod.POST, "/api/clients/" + anna + "/restore", null)
                        .status())
                .isEqualTo(200);
        assertThat(world.post("/api/clients", token, Map.of("name", "Ещё", "phones", List.of("+79161111111")))
                        .status())
                .isEqualTo(409);
        assertThat(world.get("/api/clients/trash", token).body().path("items").size())
                .isZero();
    }

    @Test
    void restoring_asks_when_the_phone_has_got_another_owner() {
        long anna =
                create(Map.of("name", "Анна", "phones", List.of("+79161111111"), "emails", List.of("a@example.ru")));
        send(HttpMethod.DELETE, "/api/clients/" + anna, null);
        long heir = create(Map.of("name", "Новая", "phones", List.of("+79161111111")));
        var asked = send(HttpMethod.POST, "/api/clients/" + anna + "/restore", null);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().path("client_id").asLong()).isEqualTo(heir);
        assertThat(world.post("/api/clients/" + anna + "/merge", token, Map.of("client_id", heir))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("clients.in-trash");

        assertThat(world.post("/api/clients/" + anna + "/restore", token, Map.of("on_conflict", "unverified"))
                        .status())
                .isEqualTo(200);
        var known = new HashMap<String, Boolean>();
        world.get("/api/clients/" + anna + "/identities", token)
                .body()
                .path("items")
                .forEach(one -> known.put(
                        one.path("value").asString(), one.path("verified").asBoolean()));
        assertThat(known).isEqualTo(Map.of("+79161111111", false, "a@example.ru", true));
    }

    @Test
    void after_thirty_days_the_trash_is_emptied_and_not_before() {
        long anna = create(Map.of("name", "Анна", "notes", "Тайна"));
        long kept = create(Map.of("name", "Вера"));
        send(HttpMethod.DELETE, "/api/clients/" + anna, null);
        send(HttpMethod.DELETE, "/api/clients/" + kept, null);
        send(HttpMethod.POST, "/api/clients/" + kept + "/restore", null);
        world.clock().advance(Duration.ofDays(29));
        world.drain();
        assertThat(names()).contains("Анна", "Вера");
        world.clock().advance(Duration.ofDays(1).plusSeconds(1));
        world.drain();
        assertThat(names()).containsExactlyInAnyOrder("Клиент удалён", "Вера");
    }

    private List<String> names() {
        return world.in(
                business,
                () -> jdbc.sql("select name from clients.client where business_id = :business")
                        .param("business", business.id().value())
                        .query(String.class)
                        .list());
    }

    @Test
    void who_writes_to_the_bot_again_comes_back_from_the_trash() {
        var boris = new Walker(world.url(), business.slug(), 660_002, "Борис", world::drain);
        boris.say("/start");
        long id = world.get("/api/clients", token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        add(id, "phone", "+79165555555", true, true);
        send(HttpMethod.DELETE, "/api/clients/" + id, null);
        boris.say("/start");
        JsonNode back = world.get("/api/clients", token).body().path("items").path(0);
        assertThat(back.path("id").asLong()).isEqualTo(id);
        assertThat(world.post("/api/clients", token, Map.of("name", "Ещё", "phones", List.of("+79165555555")))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void doubles_are_told_before_a_card_is_made() {
        long anna = create(Map.of("name", "Кольцова Анна", "phones", List.of("+79161234567")));
        var checked = world.post(
                "/api/clients/duplicates/check",
                token,
                Map.of("name", "анна кольцова", "phones", List.of("+4930 1234567")));
        assertThat(checked.body().path("items").path(0).path("client_id").asLong())
                .isEqualTo(anna);
        assertThat(texts(checked.body().path("items").path(0).path("reasons"))).containsExactly("name_phone");
        assertThat(world.post(
                                "/api/clients/duplicates/check",
                                token,
                                Map.of("name", "Анна", "phones", List.of("+4930 1234567")))
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    private List<String> pairs() {
        var pairs = new ArrayList<String>();
        world.get("/api/clients/duplicates", token)
                .body()
                .path("items")
                .forEach(pair -> pairs.add(pair.path("client").path("id").asLong() + "-"
                        + pair.path("other").path("id").asLong() + texts(pair.path("reasons"))));
        return pairs;
    }

    @Test
    void a_scan_finds_doubles_by_each_rule_and_remembers_who_are_two_people() {
        long phone1 = create(Map.of("name", "А", "phones", List.of("+79161234567")));
        long phone2 = create(Map.of("name", "Б"));
        world.run(
                business,
                () -> jdbc.sql("""
                        insert into clients.identity (business_id, client_id, kind, hash, value, sealed, verified, created_at)
                        select business_id, :other, kind, hash, value, sealed, false, created_at from clients.identity
                         where business_id = :business and client_id = :client
                        """)
                        .param("business", business.id().value())
                        .param("client", phone1)
                        .param("other", phone2)
                        .update());
        long born1 = create(Map.of("name", "Алёна  Ким"));
        long born2 = create(Map.of("name", "ким алена"));
        long tail1 = create(Map.of("name", "Олег", "phones", List.of("+7 495 765-43-21")));
        long tail2 = create(Map.of("name", "олег", "phones", List.of("+7 499 765-43-21")));
        create(Map.of("name", "Пётр", "phones", List.of("+7 812 765-43-21")));
        long nick1 = create(Map.of("name", "Н"));
        long nick2 = create(Map.of("name", "М"));
        for (long id : List.of(born1, born2)) {
            send(HttpMethod.PATCH, "/api/clients/" + id, Map.of("birth_date", "1990-05-01"));
        }
        for (long id : List.of(nick1, nick2)) {
            send(
                    HttpMethod.PATCH,
                    "/api/clients/" + id,
                    Map.of("telegram_username", id == nick1 ? "Nick_1" : "nick_1"));
        }
        JsonNode found = world.post("/api/clients/duplicates/scan", token, Map.of())
                .body()
                .path("found");
        assertThat(found.toString())
                .isEqualTo("{\"phone\":1,\"email\":0,\"nick\":1,\"name_phone\":1,\"name_birth\":1}");
        assertThat(pairs())
                .containsExactly(
                        phone1 + "-" + phone2 + "[phone]",
                        born1 + "-" + born2 + "[name_birth]",
                        tail1 + "-" + tail2 + "[name_phone]",
                        nick1 + "-" + nick2 + "[nick]");

        assertThat(world.post("/api/clients/" + born2 + "/not-duplicate", token, Map.of("client_id", born1))
                        .status())
                .isEqualTo(204);
        assertThat(world.post("/api/clients/duplicates/scan", token, Map.of())
                        .body()
                        .path("found")
                        .path("name_birth")
                        .asInt())
                .isZero();
        assertThat(pairs()).hasSize(3).noneMatch(pair -> pair.contains("name_birth"));
    }

    @Test
    void all_pairs_of_a_rule_are_merged_after_a_dry_run_and_all_taken_back_at_once() {
        List<Long> twins = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            long id = create(Map.of("name", i % 2 == 0 ? "Пара " + i : "пара " + (i - 1)));
            send(HttpMethod.PATCH, "/api/clients/" + id, Map.of("birth_date", "1990-05-01"));
            twins.add(id);
        }
        world.post("/api/clients/duplicates/scan", token, Map.of());
        var rule = Map.of("rule", "name_birth", "dry_run", true);
        assertThat(world.post("/api/clients/duplicates/merge", token, rule)
                        .body()
                        .path("merged")
                        .size())
                .isEqualTo(3);
        assertThat(world.get("/api/clients", token).body().path("items").size()).isEqualTo(6);

        String before = world.clock().instant().toString();
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(world.post("/api/clients/duplicates/merge", token, Map.of("rule", "name_birth"))
                        .body()
                        .path("merged")
                        .size())
                .isEqualTo(3);
        assertThat(world.get("/api/clients", token).body().path("items").size()).isEqualTo(3);
        long one = create(Map.of("name", "Третья"));
        world.post("/api/clients/" + one + "/merge", token, Map.of("client_id", twins.getFirst()));

        var undone = world.post("/api/clients/merges/undo", token, Map.of("rule", "scan.name_birth", "since", before));
        assertThat(undone.body().path("undone").size()).isEqualTo(2);
        assertThat(undone.body().path("left").path(0).path("why").asString()).isEqualTo("merged-since");
        long over = undone.body().path("left").path(0).path("by").asLong();
        world.post("/api/clients/" + one + "/merges/" + over + "/undo", token, Map.of());
        assertThat(world.post("/api/clients/merges/undo", token, Map.of("rule", "scan.name_birth", "since", before))
                        .body()
                        .path("undone")
                        .size())
                .isEqualTo(1);
        assertThat(world.get("/api/clients", token).body().path("items").size()).isEqualTo(7);
        assertThat(world.get("/api/clients/merges?rule=scan.name_birth", token)
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void two_people_with_chats_of_their_own_are_not_merged_in_mass() {
        for (long chat : List.of(660_010L, 660_011L)) {
            new Walker(world.url(), business.slug(), chat, "Близнец", world::drain).say("/start");
        }
        for (JsonNode twin : world.get("/api/clients", token).body().path("items")) {
            send(HttpMethod.PATCH, "/api/clients/" + twin.path("id").asLong(), Map.of("birth_date", "1990-05-01"));
        }
        world.post("/api/clients/duplicates/scan", token, Map.of());
        var outcome = world.post("/api/clients/duplicates/merge", token, Map.of("rule", "name_birth"))
                .body();
        assertThat(outcome.path("merged").size()).isZero();
        assertThat(outcome.path("left").path(0).path("why").asString()).isEqualTo("two-chats");
    }

    @Test
    void a_merge_takes_the_chosen_fields_and_its_dry_run_shows_the_card_as_it_will_be() {
        long anna = create(Map.of("name", "Анна", "notes", "первая"));
        long other = create(Map.of("name", "Анна Кольцова", "notes", "вторая", "tags", List.of("vip")));
        var request = new HashMap<String, Object>(Map.of("client_id", other, "take", List.of("name"), "dry_run", true));
        JsonNode dry =
                world.post("/api/clients/" + anna + "/merge", token, request).body();
        assertThat(dry.path("card").path("name").asString()).isEqualTo("Анна Кольцова");
        assertThat(dry.path("card").path("notes").asString()).isEqualTo("первая");
        assertThat(texts(dry.path("replaced"))).containsExactly("name");
        assertThat(card(anna).path("name").asString()).isEqualTo("Анна");
        assertThat(card(other).path("id").asLong()).isEqualTo(other);

        request.put("dry_run", false);
        JsonNode real =
                world.post("/api/clients/" + anna + "/merge", token, request).body();
        assertThat(real.path("card").path("name").asString()).isEqualTo("Анна Кольцова");
        world.post("/api/clients/" + anna + "/merges/" + real.path("id").asLong() + "/undo", token, Map.of());
        assertThat(card(anna).path("name").asString()).isEqualTo("Анна");
        assertThat(card(anna).path("tags").size()).isZero();
        request.put("take", List.of("paid_minor"));
        assertThat(world.post("/api/clients/" + anna + "/merge", token, request).status())
                .isEqualTo(422);
    }

    @Test
    void consents_are_a_ledger_with_text_way_and_time() {
        world.post(
                "/api/website/contact-form",
                null,
                Map.of("business", business.slug(), "name", "Анна", "phone", "+79161234567", "consent", true));
        long anna = world.get("/api/clients", token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        String path = "/api/clients/" + anna + "/consents";
        assertThat(world.post(
                                path,
                                token,
                                Map.of(
                                        "purpose",
                                        "processing",
                                        "given",
                                        false,
                                        "text_version",
                                        "письмо",
                                        "text",
                                        "Прошу больше не обрабатывать"))
                        .status())
                .isEqualTo(201);
        JsonNode ledger = world.get(path, token).body().path("items");
        assertThat(ledger.size()).isEqualTo(2);
        assertThat(ledger.path(0).path("through").asString()).isEqualTo("site");
        assertThat(ledger.path(0).path("address_kept").asBoolean()).isTrue();
        assertThat(ledger.path(0).path("text_sha256").asString()).hasSize(64);
        assertThat(ledger.path(1).path("given").asBoolean()).isFalse();
        assertThat(ledger.path(1).path("by").asLong()).isPositive();
        assertThat(world.get("/api/clients/" + anna + "/timeline", token).body().toString())
                .contains("clients.consent");
    }

    @Test
    void a_person_is_given_everything_as_one_archive_by_a_link_that_ends() throws Exception {
        var anna = new Walker(world.url(), business.slug(), 660_020, "Анна", world::drain);
        anna.say("/start");
        anna.press("бесплатную программу");
        anna.answerAll();
        long id = world.get("/api/clients", token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        add(id, "phone", "+79161234567", true, true);
        var link = world.post("/api/clients/" + id + "/export", token, Map.of());
        assertThat(link.status()).isEqualTo(200);
        String url = link.body().path("url").asString();
        Map<String, byte[]> archive = unpacked(url);
        assertThat(archive.keySet())
                .contains(
                        "client.json",
                        "messages.json",
                        "questionnaire.json",
                        "programs.json",
                        "payments.json",
                        "pipeline.json")
                .anyMatch(name -> name.matches("programs/\\d+\\.pdf"));
        assertThat(new String(archive.get("client.json"), StandardCharsets.UTF_8))
                .contains("Анна", "+79161234567", "consents");
        assertThat(archive.entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".pdf"))
                        .map(file -> new String(file.getValue(), 0, 4, StandardCharsets.US_ASCII)))
                .containsOnly("%PDF");
        assertThat(world.get(url.substring(0, url.length() - 1) + "x", null).status())
                .isEqualTo(404);
        world.clock().advance(Duration.ofMinutes(6));
        assertThat(world.get(url, null).status()).isEqualTo(404);
    }

    private Map<String, byte[]> unpacked(String url) throws IOException, InterruptedException {
        byte[] bytes = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(world.url() + url)).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
