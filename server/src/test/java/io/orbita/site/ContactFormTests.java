package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.walk.Walker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ContactFormTests {
    private final World world;
    private final JdbcClient jdbc;

    ContactFormTests(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    private static Map<String, Object> form(Business business) {
        return new HashMap<>(Map.of(
                "business",
                business.slug(),
                "name",
                "Анна",
                "phone",
                "8 916 123-45-67",
                "message",
                "Хочу к вам",
                "consent",
                true));
    }

    private World.Answer send(Map<String, Object> form) {
        return world.post("/api/website/contact-form", null, form);
    }

    private List<JsonNode> clients(String token) {
        return world.get("/api/clients?sort=created_at", token)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private String visitor(Business business) {
        return world.post("/api/website/visit", null, Map.of("business", business.slug()))
                .body()
                .path("visitor")
                .asString();
    }

    private static String payload(World.Answer answer) {
        return answer.body().path("bot_url").asString().replaceFirst(".*start=([A-Za-z0-9_-]+).*", "$1");
    }

    @Test
    void a_form_makes_a_client_a_lead_an_action_a_consent_and_gives_the_link_to_the_bot() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        Map<String, Object> form = form(business);
        form.put("utm", Map.of("utm_source", "vk"));
        World.Answer answer = send(form);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(payload(answer)).hasSize(64);
        assertThat(answer.body().path("telegram")).isEqualTo(answer.body().path("bot_url"));

        JsonNode client = clients(token).getFirst();
        long id = client.path("id").asLong();
        assertThat(client.path("name").asString()).isEqualTo("Анна");
        assertThat(client.path("phones").path(0).asString()).isEqualTo("+79161234567");
        assertThat(client.path("stage").path("role").asString()).isEqualTo("first_contact");
        JsonNode lead = world.get("/api/leads", token).body().path("items").path(0);
        assertThat(lead.path("source").asString()).isEqualTo("site");
        assertThat(lead.path("utm").path("utm_source").asString()).isEqualTo("vk");
        assertThat(world.get("/api/clients/" + id + "/actions", token)
                        .body()
                        .path("items")
                        .path(0)
                        .path("text")
                        .asString())
                .isEqualTo("Заявка с сайта: Хочу к вам");
        assertThat(world.get("/api/clients/" + id + "/consents", token)
                        .body()
                        .path("items")
                        .path(0)
                        .path("given")
                        .asBoolean())
                .isTrue();
        assertThat(world.get("/api/clients/" + id + "/pipeline-history", token)
                        .body()
                        .path("items")
                        .path(0)
                        .path("cause")
                        .asString())
                .isEqualTo("form");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select count(*) from messaging.notice where kind = 'lead.new'")
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void a_known_phone_selects_nobody_and_changes_nothing_of_theirs() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        long anna = world.post(
                        "/api/clients",
                        token,
                        Map.of(
                                "name",
                                "Анна Петрова",
                                "phones",
                                List.of("+79161234567"),
                                "emails",
                                List.of("anna@example.ru")))
                .body()
                .path("id")
                .asLong();
        JsonNode before = world.get("/api/clients/" + anna, token).body();
        Map<String, Object> form = form(business);
        form.put("name", "Злой Двойник");
        form.put("email", "anna@example.ru");
        World.Answer answer = send(form);
        assertThat(answer.status()).isEqualTo(201);

        JsonNode after = world.get("/api/clients/" + anna, token).body();
        assertThat(after.path("name")).isEqualTo(before.path("name"));
        assertThat(after.path("version")).isEqualTo(before.path("version"));
        assertThat(after.path("suspected_duplicates")).hasSize(1);
        JsonNode double1 = clients(token).getLast();
        assertThat(double1.path("id").asLong()).isNotEqualTo(anna);
        assertThat(world.get("/api/clients/" + double1.path("id").asLong() + "/actions?limit=10", token)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(action -> action.path("text").asString()))
                .anyMatch(text -> text.contains("Анна Петрова"));

        Walker stranger = new Walker(world.url(), business.slug(), 501, "Чужой", world::drain);
        stranger.say("/start " + payload(answer));
        JsonNode card = world.get("/api/clients/" + anna, token).body();
        assertThat(card.path("merged")).isEmpty();
        assertThat(card.path("channels")
                        .valueStream()
                        .map(channel -> channel.path("kind").asString()))
                .doesNotContain("sandbox");
    }

    @Test
    void who_follows_the_link_of_a_form_is_one_person_with_what_the_visit_brought() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        World.Answer answer = send(form(business));
        Walker anna = new Walker(world.url(), business.slug(), 601, "Аня", world::drain);
        anna.say("/start " + payload(answer));
        assertThat(clients(token)).hasSize(1);
        JsonNode client = clients(token).getFirst();
        assertThat(client.path("phones").path(0).asString()).isEqualTo("+79161234567");
        assertThat(world.get("/api/leads", token)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(lead -> lead.path("source").asString()))
                .containsExactly("site");
        assertThat(world.get("/api/clients/" + client.path("id").asLong() + "/pipeline-history", token)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(move -> move.path("cause").asString()))
                .containsExactly("form");

        Walker friend = new Walker(world.url(), business.slug(), 602, "Друг", world::drain);
        friend.say("/start " + payload(answer));
        assertThat(clients(token)).hasSize(2);
    }

    @Test
    void the_same_visitor_is_one_client_and_a_forged_token_is_nobody() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        String visitor = visitor(business);
        Map<String, Object> form = form(business);
        form.put("visitor", visitor);
        send(form);
        form.put("name", "Другое имя");
        form.put("email", "anna@example.ru");
        send(form);
        assertThat(clients(token)).hasSize(1);
        assertThat(clients(token).getFirst().path("name").asString()).isEqualTo("Анна");
        assertThat(world.get("/api/leads", token).body().path("items")).hasSize(1);

        form.put("visitor", visitor.substring(0, visitor.length() - 2) + "AA");
        send(form);
        form.put("visitor", visitor(world.business()));
        send(form);
        assertThat(clients(token)).hasSize(3);
        assertThat(world.post("/api/website/visit", null, Map.of("business", business.slug(), "visitor", visitor))
                        .body()
                        .path("visitor")
                        .asString())
                .isEqualTo(visitor);
    }

    @Test
    void a_robot_that_fills_the_trap_gets_the_same_kind_of_answer_and_leaves_nothing() {
        Business business = world.business();
        String token = world.token(business, Role.ADMIN);
        Map<String, Object> form = form(business);
        form.put("website", "https://spam.example");
        World.Answer trapped = send(form);
        assertThat(trapped.status()).isEqualTo(201);
        assertThat(trapped.body().propertyNames())
                .isEqualTo(send(form(world.business())).body().propertyNames());
        assertThat(payload(trapped)).hasSize(64);
        assertThat(clients(token)).isEmpty();
    }

    @Test
    void a_form_without_consent_or_contact_or_with_a_wrong_phone_is_refused_by_field() {
        Business business = world.business();
        Map<String, Object> form = form(business);
        form.put("consent", false);
        assertThat(refused(form)).isEqualTo("consent");
        form = form(business);
        form.put("phone", "+7 916");
        assertThat(refused(form)).isEqualTo("phone");
        form = form(business);
        form.remove("phone");
        assertThat(refused(form)).isEqualTo("phone");
        form = form(business);
        form.put("email", "anna@");
        assertThat(refused(form)).isEqualTo("email");
        form = form(business);
        form.put("business", "nobody-here");
        assertThat(send(form).status()).isEqualTo(404);
        assertThat(clients(world.token(business, Role.ADMIN))).isEmpty();
    }

    private String refused(Map<String, Object> form) {
        World.Answer answer = send(form);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("field").asString();
    }

    @Test
    void a_form_sent_twice_with_one_key_is_one_request() {
        Business business = world.business();
        for (int i = 0; i < 2; i++) {
            assertThat(world.call(
                                    HttpMethod.POST,
                                    "/api/website/contact-form",
                                    null,
                                    form(business),
                                    "Idempotency-Key",
                                    "f1")
                            .status())
                    .isEqualTo(i == 0 ? 201 : 200);
        }
        assertThat(clients(world.token(business, Role.ADMIN))).hasSize(1);
    }
}
