package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@OrbitaTest
class QuestionnaireApiTests {
    private final JsonMapper json = JsonMapper.builder().build();
    private final World world;
    private final Business business;
    private final String trainer;

    QuestionnaireApiTests(World world) {
        this.world = world;
        this.business = world.business();
        this.trainer = world.token(business, Role.TRAINER);
    }

    private JsonNode current() {
        return world.get("/api/questionnaire", trainer).body();
    }

    private ArrayNode questions() {
        return (ArrayNode) current().path("questions");
    }

    private World.Answer publish(ArrayNode questions) {
        return world.call(HttpMethod.PUT, "/api/questionnaire", trainer, Map.of("questions", questions));
    }

    private static ObjectNode question(ArrayNode questions, String key) {
        return (ObjectNode) questions
                .valueStream()
                .filter(question -> question.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode own() {
        return json.createObjectNode()
                .put("type", "text")
                .put("key", "music")
                .put("title", "Музыка")
                .put("text", "Под что занимаетесь?")
                .put("optional", true)
                .set("words", json.createObjectNode().put("max_length", 200));
    }

    @Test
    void a_new_business_has_version_one() {
        assertThat(current().path("version").asInt()).isEqualTo(1);
        assertThat(questions()).hasSize(14);
    }

    @Test
    void what_is_read_can_be_published_and_the_same_is_no_new_version() {
        assertThat(publish(questions()).body().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void an_owner_rewords_drops_and_adds() {
        var questions = questions();
        question(questions, "age").put("text", "Сколько вам лет, если не секрет?");
        var fewer = json.createArrayNode();
        questions.forEach(question -> {
            if (question.path("key").asString().equals("processing")) {
                fewer.add(own());
            }
            if (!question.path("key").asString().equals("lifestyle")) {
                fewer.add(question);
            }
        });

        var published = publish(fewer);

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body().path("version").asInt()).isEqualTo(2);
        assertThat(published.body().path("questions")).isEqualTo(fewer);
        assertThat(current().path("version").asInt()).isEqualTo(2);
        assertThat(world.get("/api/questionnaire/versions/1", trainer).body().path("questions"))
                .hasSize(14);
        assertThat(world.get("/api/questionnaire/versions", trainer).body().path("items"))
                .hasSize(2);
    }

    @Test
    void other_words_of_a_consent_are_another_version_of_it_whatever_is_sent() {
        var questions = questions();
        question(questions, "processing").put("text", "Согласны на обработку?").put("version", 77);

        var published = (ArrayNode) publish(questions).body().path("questions");

        assertThat(question(published, "processing").path("version").asInt()).isEqualTo(2);
        assertThat(question(published, "marketing").path("version").asInt()).isEqualTo(1);
    }

    @Test
    void what_breaks_a_rule_is_named_and_nothing_is_published() {
        var questions = questions();
        question(questions, "age")
                .put("type", "text")
                .set("words", json.createObjectNode().put("max_length", 10));

        var refused = publish(questions);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("questions[1]");
        assertThat(current().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_missing_part_is_named() {
        var questions = questions();
        question(questions, "age").remove("number");

        assertThat(publish(questions)
                        .body()
                        .path("errors")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("questions[1].number");
    }

    @Test
    void an_edit_of_an_old_version_is_refused() {
        var questions = questions();
        question(questions, "age").put("text", "Возраст?");
        assertThat(publish(questions).status()).isEqualTo(200);

        var stale = world.call(
                HttpMethod.PUT, "/api/questionnaire", trainer, Map.of("based_on", 1, "questions", questions));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("code").asString()).isEqualTo("dialogues.questionnaire-changed");
    }

    @Test
    void two_who_publish_at_once_make_two_versions_or_one_is_told() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            var answers = two.invokeAll(List.<Callable<World.Answer>>of(() -> renamed("А?"), () -> renamed("Б?")));
            for (var answer : answers) {
                assertThat(answer.get().status()).isIn(200, 412);
            }
        }
        assertThat(current().path("version").asInt()).isEqualTo(2);
    }

    private World.Answer renamed(String text) {
        var questions = questions();
        question(questions, "age").put("text", text);
        return world.call(HttpMethod.PUT, "/api/questionnaire", trainer, Map.of("based_on", 1, "questions", questions));
    }

    @Test
    void a_cashier_may_not_touch_it_and_another_business_has_its_own() {
        assertThat(world.get("/api/questionnaire", world.token(business, Role.CASHIER))
                        .status())
                .isEqualTo(403);
        var questions = questions();
        question(questions, "age").put("text", "Возраст?");
        publish(questions);

        var stranger = world.token(world.business(), Role.ADMIN);

        assertThat(world.get("/api/questionnaire", stranger)
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.get("/api/questionnaire/versions/2", stranger).status())
                .isEqualTo(404);
    }

    @Test
    void the_contacts_of_the_bot_are_kept() {
        var contacts = Map.of("phone", "+7 900 000-00-00", "telegram", "@orbita");

        assertThat(world.call(HttpMethod.PUT, "/api/bot/contacts", trainer, contacts)
                        .status())
                .isEqualTo(200);
        assertThat(world.get("/api/bot/contacts", trainer).body().path("phone").asString())
                .isEqualTo("+7 900 000-00-00");
    }
}
