package io.orbita.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

@OrbitaTest
class ReplyTemplatesTests {
    private static final String PATH = "/api/reply-templates";

    private final World world;
    private final Business business;
    private final String manager;
    private final String trainer;

    ReplyTemplatesTests(World world) {
        this.world = world;
        this.business = world.business();
        this.manager = world.token(business, Role.MANAGER);
        this.trainer = world.token(business, Role.TRAINER);
    }

    private static Map<String, Object> draft(String title, String text, String shortcut) {
        return new HashMap<>(Map.of("title", title, "text", text, "shortcut", shortcut));
    }

    private long add(String text, String shortcut) {
        World.Answer answer = world.post(PATH, manager, draft("Привет", text, shortcut));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asLong();
    }

    private String rendered(long template, String name) {
        long client = world.post("/api/clients", manager, Map.of("name", name))
                .body()
                .path("id")
                .asLong();
        return world.post(PATH + "/" + template + "/render", trainer, Map.of("client_id", client))
                .body()
                .path("text")
                .asString();
    }

    @Test
    void a_template_is_written_by_who_leads_and_used_by_who_answers() {
        long id = add("Здравствуйте, {first_name}! Это {staff}, «{business}».", "hi");
        assertThat(world.get(PATH, trainer)
                        .body()
                        .path("items")
                        .path(0)
                        .path("shortcut")
                        .asString())
                .isEqualTo("hi");
        assertThat(rendered(id, "Анна Петрова")).isEqualTo("Здравствуйте, Анна! Это Проба, «Проба».");
        assertThat(world.post(PATH, trainer, draft("Мой", "Текст", "my")).status())
                .isEqualTo(403);
        assertThat(world.call(HttpMethod.DELETE, PATH + "/" + id, trainer, null).status())
                .isEqualTo(403);
        var change = draft("Привет", "Добрый день!", "HI");
        assertThat(world.call(HttpMethod.PUT, PATH + "/" + id, manager, change)
                        .body()
                        .path("shortcut")
                        .asString())
                .isEqualTo("hi");
        assertThat(rendered(id, "Анна")).isEqualTo("Добрый день!");
        assertThat(world.call(HttpMethod.DELETE, PATH + "/" + id, manager, null).status())
                .isEqualTo(204);
        assertThat(world.get(PATH + "/" + id, trainer).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Здравствуйте, {name}!         | Анна $1 | Здравствуйте, Анна $1!
            Здравствуйте, {name}!         | ''      | Здравствуйте!
            {name}, добрый день           | Анна    | Анна, добрый день
            Ждём {name} у нас             | ''      | Ждём у нас
            Цена {x} без переменных       | Анна    | Цена {x} без переменных
            """)
    void what_is_not_known_leaves_no_hole(String text, String name, String said) {
        assertThat(ReplyTemplates.rendered(text, Map.of("name", name))).isEqualTo(said);
    }

    @Test
    void a_shortcut_is_one_templates_and_braces_hold_variables() {
        long first = add("Раз", "one");
        long second = add("Два", "two");
        assertThat(world.post(PATH, manager, draft("Ещё", "Текст", "ONE"))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("messaging.shortcut-taken");
        assertThat(world.call(HttpMethod.PUT, PATH + "/" + second, manager, draft("Два", "Два", "one"))
                        .status())
                .isEqualTo(409);
        assertThat(world.call(HttpMethod.PUT, PATH + "/" + first, manager, draft("Раз", "Раз!", "one"))
                        .status())
                .isEqualTo(200);
        var wrong = world.post(PATH, manager, draft("Ещё", "Привет, {имя}!", "x"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("field").asString()).isEqualTo("text");
        for (String shortcut : new String[] {"/hi", "два слова", ""}) {
            assertThat(world.post(PATH, manager, draft("Ещё", "Текст", shortcut))
                            .status())
                    .as(shortcut)
                    .isBetween(400, 422);
        }
        String other = world.token(world.business(), Role.ADMIN);
        assertThat(world.get(PATH, other).body().path("items")).isEmpty();
        assertThat(world.get(PATH + "/" + first, other).status()).isEqualTo(404);
    }
}
