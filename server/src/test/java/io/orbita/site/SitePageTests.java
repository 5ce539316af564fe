package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** The site as a browser without scripts sees it. */
@OrbitaTest
class SitePageTests {
    private static final int PAGE_BUDGET = 120 * 1024;
    private static final int SCRIPT_BUDGET = 15_000;

    private final World world;
    private final Catalog catalog;
    private final HttpClient browser = HttpClient.newHttpClient();

    SitePageTests(World world, Catalog catalog) {
        this.world = world;
        this.catalog = catalog;
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(world.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> submit(Business business, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(URI.create(world.url() + "/s/" + business.slug() + "/contact"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Business selling() {
        Business business = world.business();
        world.run(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft(
                                "План <b>на лето</b>",
                                "",
                                Money.rubles(2_990),
                                3,
                                List.of("PDF"),
                                12,
                                null,
                                null,
                                true)));
        return business;
    }

    private int clients(Business business) {
        return world.get("/api/clients", world.token(business, Role.ADMIN))
                .body()
                .path("items")
                .size();
    }

    @Test
    void the_page_shows_what_is_set_sold_and_asked_and_runs_no_script_of_its_own() throws Exception {
        Business business = selling();
        String token = world.token(business, Role.ADMIN);
        world.call(
                HttpMethod.PUT,
                "/api/website-settings/offer",
                token,
                Map.of(
                        "title", "<script>alert(1)</script>",
                        "lead", "\"Кавычки\" & знаки",
                        "button", "Начать",
                        "facts", List.of()));
        var page = open("/s/" + business.slug() + "?utm_source=vk&utm_campaign=%22%3E%3Cimg%20src=x%3E");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("План &lt;b&gt;на лето&lt;/b&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("rel=\"canonical\"", "og:title", "lang=\"ru\"")
                .contains("/s/" + business.slug() + "/pay?tariff=")
                .contains("start=src_vk")
                .doesNotContain("<script>", "<img src=x", "onclick", "style=");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).contains("default-src 'none'", "script-src 'self';").doesNotContain("unsafe-inline");
    }

    @Test
    void the_page_with_all_its_files_stays_within_its_budget() throws Exception {
        String page = open("/s/" + selling().slug()).body();
        var files = Pattern.compile("(?:src|href)=\"(/site-assets/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        int sum = zipped(page.getBytes(StandardCharsets.UTF_8)) + 1_500;
        for (String file : files) {
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(URI.create(world.url() + file)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("immutable", "max-age=31536000");
            sum += file.endsWith(".woff2") ? answer.body().length : zipped(answer.body());
            if (file.endsWith(".js")) {
                assertThat(answer.body().length).isLessThan(SCRIPT_BUDGET);
            }
        }
        assertThat(sum).isLessThan(PAGE_BUDGET);
    }

    @Test
    void a_page_is_sent_compressed_and_not_twice_when_it_was_not_changed() throws Exception {
        Business business = selling();
        var first = open("/s/" + business.slug());
        var packed = browser.send(
                HttpRequest.newBuilder(URI.create(world.url() + "/s/" + business.slug()))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        var again = browser.send(
                HttpRequest.newBuilder(URI.create(world.url() + "/s/" + business.slug()))
                        .header(
                                "If-None-Match",
                                first.headers().firstValue("ETag").orElseThrow())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void the_form_works_without_scripts_and_a_reload_is_no_second_request() throws Exception {
        Business business = selling();
        var form = Map.of(
                "name", "Анна", "phone", "8 916 123-45-67", "consent", "true", "utm_source", "vk", "message", "Хочу");
        var answer = submit(business, form);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("Заявка у нас", "/sandbox/bot/" + business.slug() + "?start=v");
        submit(business, form);
        assertThat(clients(business)).isEqualTo(1);
        assertThat(world.get("/api/leads", world.token(business, Role.ADMIN))
                        .body()
                        .path("items")
                        .path(0)
                        .path("utm")
                        .path("utm_source")
                        .asString())
                .isEqualTo("vk");
    }

    @Test
    void what_is_wrong_stands_beside_its_field_with_what_was_typed() throws Exception {
        Business business = selling();
        var answer = submit(business, Map.of("name", "Анна \"А\"", "phone", "звоните", "message", "Хочу"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Телефон, например", "Без согласия заявку принять нельзя", "Анна &#34;А&#34;", "звоните");
        assertThat(clients(business)).isZero();
    }

    @Test
    void a_robot_in_the_trap_is_thanked_and_forgotten() throws Exception {
        Business business = selling();
        var answer = submit(
                business,
                Map.of("name", "Робот", "phone", "+79161234567", "consent", "true", "website", "https://spam.example"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(clients(business)).isZero();
    }

    @Test
    void another_wording_of_the_consent_is_another_version() throws Exception {
        Business business = selling();
        String token = world.token(business, Role.ADMIN);
        String before = open("/s/" + business.slug() + "/consent").body();
        world.call(
                HttpMethod.PUT,
                "/api/website-settings/legal",
                token,
                Map.of("consent", "Согласен на всё хорошее.", "operator", "ИП Проба"));
        String after = open("/s/" + business.slug() + "/consent").body();
        assertThat(before).contains("site-processing-2026-11");
        assertThat(after).contains("Согласен на всё хорошее.").doesNotContain("site-processing-2026-11");
        submit(business, Map.of("name", "Анна", "email", "anna@example.ru", "consent", "true"));
        long client = world.get("/api/clients", token)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        assertThat(after)
                .contains(world.get("/api/clients/" + client + "/consents", token)
                        .body()
                        .path("items")
                        .path(0)
                        .path("text_version")
                        .asString());
    }

    @Test
    void what_is_not_there_is_said_in_words() throws Exception {
        assertThat(open("/s/no-such-business").statusCode()).isEqualTo(404);
        assertThat(open("/s/no-such-business").body()).contains("Такой страницы нет");
        assertThat(open("/robots.txt").body()).contains("Disallow: /api/");
    }

    private static int zipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.size();
    }
}
