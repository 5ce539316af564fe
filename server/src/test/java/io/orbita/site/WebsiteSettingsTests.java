package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class WebsiteSettingsTests {
    private static final String SETTINGS = "/api/website-settings";

    private final World world;

    WebsiteSettingsTests(World world) {
        this.world = world;
    }

    private World.Answer put(String section, String token, Object body, String... headers) {
        return world.call(HttpMethod.PUT, SETTINGS + "/" + section, token, body, headers);
    }

    private static String tag(World.Answer answer) {
        return String.valueOf(answer.headers().getETag());
    }

    private static String wrong(World.Answer answer) {
        return answer.body().path("errors").path(0).path("field").asString();
    }

    @Test
    void a_fresh_business_has_a_site_that_can_be_shown() {
        Business business = world.business();
        World.Answer answer = world.get(SETTINGS, world.token(business, Role.MANAGER));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getETag()).isEqualTo("\"0\"");
        assertThat(answer.body().path("offer").path("title").asString()).isNotBlank();
        assertThat(answer.body().path("about").path("title").asString()).isEqualTo(business.name());
        assertThat(answer.body().path("results").path("items"))
                .as("nobody's praise is invented")
                .isEmpty();
    }

    @Test
    void the_whole_comes_back_as_it_was_put_and_a_section_leaves_the_others_alone() {
        String token = world.token(world.business(), Role.ADMIN);
        JsonNode before = world.get(SETTINGS, token).body();
        World.Answer whole = world.call(HttpMethod.PUT, SETTINGS, token, before.toString());
        assertThat(whole.status()).as(whole.body().toString()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(before);

        World.Answer look = put("look", token, Map.of("accent", "#1B4F9C"));
        assertThat(look.status()).isEqualTo(200);
        JsonNode after = world.get(SETTINGS, token).body();
        assertThat(after.path("look").path("accent").asString()).isEqualTo("#1B4F9C");
        assertThat(after.path("offer")).isEqualTo(before.path("offer"));
    }

    @Test
    void who_saw_an_older_version_overwrites_nothing() {
        String token = world.token(world.business(), Role.ADMIN);
        String seen = tag(world.get(SETTINGS, token));
        var first = put("questions", token, Map.of("title", "Первый"), "If-Match", seen);
        var second = put("questions", token, Map.of("title", "Второй"), "If-Match", seen);
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.body().path("code").asString()).isEqualTo("site.stale");
        assertThat(put("questions", token, Map.of("title", "Третий"), "If-Match", tag(first))
                        .status())
                .isEqualTo(200);
        assertThat(put("questions", token, Map.of("title", "Без метки")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"#166547,200", "#ffd400,200", "#000000,200", "#7a7a7a,422", "green,422", "#12345,422", "#1234567,422"})
    void text_on_the_colour_can_be_read(String colour, int status) {
        World.Answer answer = put("look", world.token(world.business(), Role.ADMIN), Map.of("accent", colour));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        if (status == 422) {
            assertThat(wrong(answer)).isEqualTo("accent");
        }
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "data:text/html;base64,AA", "//evil.example", "ftp://a.example/x", "https://"})
    void links_lead_to_web_pages_only(String link) {
        String token = world.token(world.business(), Role.ADMIN);
        assertThat(wrong(put("legal", token, Map.of("privacy_url", link, "consent", "Согласен", "operator", ""))))
                .isEqualTo("privacy_url");
        assertThat(wrong(put(
                        "contacts",
                        token,
                        Map.of(
                                "title", "Контакты",
                                "phone", "",
                                "email", "",
                                "address", "",
                                "hours", "",
                                "links", List.of("https://vk.com/studio", link)))))
                .isEqualTo("links[1]");
    }

    @Test
    void a_block_stands_on_the_page_once_and_origins_are_origins() {
        String token = world.token(world.business(), Role.ADMIN);
        assertThat(wrong(put("layout", token, Map.of("blocks", List.of("form", "form")))))
                .isEqualTo("blocks");
        assertThat(put("layout", token, Map.of("blocks", List.of("weather"))).status())
                .isEqualTo(400);
        assertThat(wrong(put(
                        "widget",
                        token,
                        Map.of(
                                "enabled",
                                true,
                                "greeting",
                                "",
                                "quick_replies",
                                List.of(),
                                "position",
                                "right",
                                "origins",
                                List.of("https://ok.example", "https://example.ru/path")))))
                .isEqualTo("origins[1]");
    }

    @Test
    void only_the_administrator_changes_the_site_and_only_the_own_one() {
        Business business = world.business();
        assertThat(put("look", world.token(business, Role.TRAINER), Map.of("accent", "#166547"))
                        .status())
                .isEqualTo(403);
        String other = world.token(world.business(), Role.ADMIN);
        put("questions", other, Map.of("title", "Чужой"));
        assertThat(world.get(SETTINGS, world.token(business, Role.ADMIN))
                        .body()
                        .path("questions")
                        .path("title")
                        .asString())
                .isNotEqualTo("Чужой");
    }
}
