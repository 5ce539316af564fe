package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class VisitsTests {
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final World world;
    private final JdbcClient jdbc;
    private final Business business;
    private final String admin;

    VisitsTests(World world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
        this.business = world.business();
        this.admin = world.token(business, Role.ADMIN);
    }

    private String visit(String address, String agent, @Nullable String visitor) {
        var body = new HashMap<String, Object>(Map.of(
                "business",
                business.slug(),
                "page",
                "https://studio.example/price?phone=79161234567#top",
                "referrer",
                "https://www.yandex.ru/search?text=мария+иванова",
                "utm",
                Map.of("utm_source", "vk", "email", "anna@example.ru")));
        if (visitor != null) {
            body.put("visitor", visitor);
        }
        World.Answer answer = world.call(
                HttpMethod.POST, "/api/website/visit", null, body, "User-Agent", agent, "X-Forwarded-For", address);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("visitor").asString();
    }

    private JsonNode total() {
        String token = world.token(business, Role.ADMIN);
        return world.get("/api/analytics/visitors", token).body().path("total").path("values");
    }

    private long total(String figure) {
        return total().path(figure).path("count").asLong();
    }

    private List<Map<String, Object>> rows(String table) {
        return world.in(
                business, () -> jdbc.sql("select * from site." + table).query().listOfRows());
    }

    @Test
    void a_browser_counts_once_a_day_whatever_it_opens() {
        var random = new Random(20_261_201);
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            if (random.nextInt(6) == 0) {
                world.clock().advance(Duration.ofHours(9));
            }
            String address = "203.0.113." + random.nextInt(5);
            String agent = random.nextBoolean() ? CHROME : FIREFOX;
            visit(address, agent, null);
            expected.add(world.clock().instant().atZone(business.zone()).toLocalDate() + address + agent);
        }
        assertThat(total("visitors")).isEqualTo(expected.size());
    }

    @Test
    void neither_the_address_nor_anything_of_the_query_is_kept() {
        visit("203.0.113.77", CHROME, null);
        Map<String, Object> kept = rows("visit").getFirst();
        assertThat(kept.get("page")).isEqualTo("/price");
        assertThat(kept.get("referrer")).isEqualTo("yandex.ru");
        assertThat(kept.get("utm")).hasToString("{\"utm_source\": \"vk\"}");
        assertThat(kept.toString() + rows("visit_token"))
                .doesNotContain("203.0.113.77", "79161234567", "anna@example", "Chrome", "иванова");
    }

    @Test
    void the_salt_of_a_day_is_thrown_away_and_after_a_year_the_visits_too() {
        visit("203.0.113.1", CHROME, null);
        assertThat(rows("visit_salt")).hasSize(1);
        world.clock().advance(Duration.ofDays(3));
        world.drain();
        assertThat(rows("visit_salt")).isEmpty();
        assertThat(rows("visit")).hasSize(1);
        world.clock().advance(Duration.ofDays(401));
        world.drain();
        assertThat(rows("visit")).isEmpty();
        assertThat(rows("visit_token")).isEmpty();
    }

    @Test
    void a_request_and_the_bot_join_the_visit_with_the_client() {
        String visitor = visit("203.0.113.1", CHROME, null);
        visit("203.0.113.2", CHROME, null);
        World.Answer answer = world.post(
                "/api/website/contact-form",
                null,
                Map.of(
                        "business",
                        business.slug(),
                        "name",
                        "Анна",
                        "phone",
                        "8 916 123-45-67",
                        "consent",
                        true,
                        "visitor",
                        visitor));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(total("visitors_known")).isEqualTo(1);
        assertThat(total("bot_starts")).isZero();
        String payload = answer.body().path("bot_url").asString().replaceFirst(".*start=([A-Za-z0-9_-]+).*", "$1");
        var walker = new Walker(world.url(), business.slug(), 777_001, "Анна", world::drain);
        walker.say("/start " + payload);
        assertThat(total("visitors")).isEqualTo(2);
        assertThat(total("bot_starts")).isEqualTo(1);
        String token = world.token(business, Role.ADMIN);
        Set<Long> known = people(token, "visitors_known");
        assertThat(known).hasSize(1).isEqualTo(people(token, "bot_starts"));
    }

    private Set<Long> people(String token, String figure) {
        Set<Long> people = new HashSet<>();
        world.get("/api/analytics/visitors/people?figure=" + figure, token)
                .body()
                .path("items")
                .forEach(item -> people.add(item.path("client").path("id").asLong()));
        return people;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "curl/8.5.0 with many words to be long",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0",
                "short"
            })
    void robots_get_a_token_and_are_not_counted(String agent) {
        assertThat(visit("203.0.113.1", agent, null)).isNotEmpty();
        assertThat(rows("visit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.ru/x?y#z | /x
            /only/path?secret  | /only/path
            not an address     | ''
            mailto:a@b.ru      | ''
            """)
    void of_a_page_the_path_is_kept(String address, String page) {
        assertThat(Browser.page(address)).isEqualTo(page);
    }

    @Test
    void people_of_another_business_are_not_seen() {
        visit("203.0.113.1", CHROME, null);
        String other = world.token(world.business(), Role.ADMIN);
        assertThat(world.get("/api/analytics/visitors", other)
                        .body()
                        .path("total")
                        .path("values")
                        .path("visitors")
                        .path("count")
                        .asLong())
                .isZero();
        assertThat(admin).isNotEmpty();
    }
}
