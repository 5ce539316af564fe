package io.orbita.dialogues;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class FaqApiTests {
    private final World world;
    private final Business business;
    private final String manager;

    FaqApiTests(World world) {
        this.world = world;
        this.business = world.business();
        this.manager = world.token(business, Role.MANAGER);
    }

    private List<String> questions() {
        return world.get("/api/faq", manager)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("question").asString())
                .toList();
    }

    private JsonNode add(Map<String, Object> body) {
        var answer = world.post("/api/faq", manager, body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    @Test
    void a_new_business_has_seven_answers_to_start_from() {
        assertThat(questions()).hasSize(7).startsWith("Сколько это стоит?").endsWith("Что такое бесплатная программа?");
    }

    @Test
    void an_entry_is_added_changed_moved_hidden_and_taken_away() {
        var id = add(Map.of("question", "Где вы?", "answer", "В Туле."))
                .path("id")
                .asLong();
        assertThat(questions()).endsWith("Где вы?");

        var changed = world.call(
                HttpMethod.PUT,
                "/api/faq/" + id,
                manager,
                Map.of("question", "Где вы занимаетесь?", "answer", "В Туле.", "position", 0, "active", false));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("active").asBoolean()).isFalse();
        assertThat(questions()).contains("Где вы занимаетесь?").doesNotContain("Где вы?");

        assertThat(world.call(HttpMethod.DELETE, "/api/faq/" + id, manager, null)
                        .status())
                .isEqualTo(204);
        assertThat(world.get("/api/faq/" + id, manager).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.DELETE, "/api/faq/" + id, manager, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void there_is_an_end_to_questions() {
        for (int i = 7; i < Faq.MOST; i++) {
            add(Map.of("question", "Вопрос " + i, "answer", "Ответ"));
        }

        var one = world.post("/api/faq", manager, Map.of("question", "Ещё", "answer", "Ответ"));

        assertThat(one.status()).isEqualTo(409);
        assertThat(one.body().path("code").asString()).isEqualTo("dialogues.faq-full");
    }

    @Test
    void another_business_sees_and_changes_none_of_it() {
        var id = add(Map.of("question", "Где вы?", "answer", "В Туле."))
                .path("id")
                .asLong();
        var stranger = world.token(world.business(), Role.ADMIN);

        assertThat(world.get("/api/faq/" + id, stranger).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.PUT, "/api/faq/" + id, stranger, Map.of("question", "Наш", "answer", "Ответ"))
                        .status())
                .isEqualTo(404);
        assertThat(questions()).contains("Где вы?");
    }

    @ParameterizedTest
    @CsvSource({
        "question,'\" \"',question",
        "answer,'null',answer",
        "position,'-1',position",
        "active,'\"yes\"',active",
        "category,'\"\"',category",
        "surprise,'1',surprise"
    })
    void a_wrong_field_is_named_and_nothing_is_written(String field, String value, String named) {
        var fields = new HashMap<>(Map.of("question", "\"Где?\"", "answer", "\"Тут\""));
        fields.put(field, value);
        var body = new StringBuilder("{");
        fields.forEach((name, json) -> body.append(body.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(json));

        var answer = world.post("/api/faq", manager, body.append('}').toString());

        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(named);
        assertThat(questions()).hasSize(7);
    }
}
