package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.businesses.WebOrigins;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

/** What pages of other sites may do with the open endpoints of a business. */
@OrbitaTest
class WidgetTests {
    private static final String SHOP = "https://shop.example";

    private final World world;
    private final WebOrigins origins;
    private final Business business;

    WidgetTests(World world, WebOrigins origins) {
        this.world = world;
        this.origins = origins;
        this.business = world.business();
        list(business, SHOP);
    }

    @Test
    void the_settings_come_without_an_origin_and_for_a_listed_one() throws Exception {
        var own = world.get("/api/widget/config?business=" + business.slug(), null);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body().path("name").stringValue()).isEqualTo("Проба");
        assertThat(own.body().path("bot_url").stringValue()).contains("/sandbox/bot/");
        assertThat(own.body().path("consent").path("text").stringValue()).isNotBlank();
        assertThat(own.headers().getFirst("Access-Control-Allow-Origin")).isNull();
        assertThat(own.headers().getFirst("Cache-Control")).contains("max-age=60");

        var foreign = from(SHOP, "GET", "/api/widget/config?business=" + business.publicKey());
        assertThat(foreign.statusCode()).isEqualTo(200);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(foreign.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(String.join(",", foreign.headers().allValues("Vary"))).containsIgnoringCase("origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shop.example.evil.example",
                "null"
            })
    void a_site_that_is_not_listed_gets_nothing(String origin) throws Exception {
        var answer = from(origin, "GET", "/api/widget/config?business=" + business.slug());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(from(origin, "POST", "/api/website/visit").statusCode()).isEqualTo(403);
        var asked = preflight(origin, "/api/chat/message");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(asked.headers().firstValue("Access-Control-Allow-Methods")).isEmpty();
    }

    @Test
    void what_one_business_lists_opens_no_other() throws Exception {
        var other = world.business();
        var answer = from(SHOP, "GET", "/api/widget/config?business=" + other.slug());
        assertThat(answer.statusCode()).isEqualTo(403);
        // The page may read why: some business lists it.
        assertThat(answer.body()).contains("businesses.origin-not-listed");
    }

    @Test
    void a_preflight_lets_in_what_the_widget_sends_and_no_more() throws Exception {
        var asked = preflight(SHOP, "/api/chat/message");
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains(SHOP);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("Content-Type, Idempotency-Key, Accept-Language");
        assertThat(preflight(SHOP, "/api/clients").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight(SHOP, "/api/websites").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void a_site_that_is_struck_off_is_a_stranger_again() throws Exception {
        list(business, "https://new.example");
        assertThat(from(SHOP, "GET", "/api/widget/config?business=" + business.slug())
                        .statusCode())
                .isEqualTo(403);
        assertThat(from("https://new.example", "GET", "/api/widget/config?business=" + business.slug())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_owner_lists_sites_and_switches_the_chat_off() throws Exception {
        var admin = world.token(business, Role.ADMIN);
        assertThat(settings(admin, true, "https://new.example")).isEqualTo(200);
        var config = from("https://new.example", "GET", "/api/widget/config?business=" + business.slug());
        assertThat(config.statusCode()).isEqualTo(200);
        assertThat(config.body()).contains("Спрашивайте", "left");
        assertThat(from(SHOP, "GET", "/api/widget/config?business=" + business.slug())
                        .statusCode())
                .isEqualTo(403);
        assertThat(settings(admin, false, "https://new.example")).isEqualTo(200);
        assertThat(world.get("/api/widget/config?business=" + business.slug(), null)
                        .status())
                .isEqualTo(404);
    }

    private int settings(String admin, boolean enabled, String site) {
        return world.call(
                        HttpMethod.PUT,
                        "/api/website-settings/widget",
                        admin,
                        Map.of(
                                "enabled",
                                enabled,
                                "greeting",
                                "Спрашивайте",
                                "quick_replies",
                                List.of("Цены"),
                                "position",
                                "left",
                                "origins",
                                List.of(site)))
                .status();
    }

    @Test
    void a_business_that_does_not_exist_has_no_widget() {
        assertThat(world.get("/api/widget/config?business=nobody", null).status())
                .isEqualTo(404);
        assertThat(world.get("/api/widget/config?business=", null).status()).isEqualTo(422);
        assertThat(world.get("/api/widget/config", null).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Shop.Example/path?x=1,https://shop.example",
        "HTTP://shop.example:80,http://shop.example",
        "https://shop.example:443,https://shop.example",
        "https://shop.example:8443/,https://shop.example:8443",
        "http://[::1]:8080,http://[::1]:8080",
        "https://магазин.рф/о-нас,https://xn--80aairftm.xn--p1ai",
    })
    void an_address_is_read_as_browsers_write_it(String typed, String origin) {
        assertThat(WebOrigins.read(typed)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "shop.example",
                "ftp://shop.example",
                "javascript://shop.example",
                "https://",
                "https://a b.example",
                "https://user@shop.example",
                "https://shop.example:99999999999",
                "https://shop.example:70000",
                "https://*.example",
                "https://[::1"
            })
    void what_is_no_address_is_refused(String typed) {
        assertThat(WebOrigins.read(typed)).isEqualTo(Optional.empty());
    }

    private void list(Business owner, String... listed) {
        world.run(owner, () -> origins.replace(owner.id(), List.of(listed)));
    }

    private HttpResponse<String> from(String origin, String method, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(world.url() + path)).header("Origin", origin);
        return send(
                method.equals("GET")
                        ? request
                        : request.header("Content-Type", "application/json")
                                .method(
                                        method,
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"business\":\"" + business.slug() + "\"}")));
    }

    private HttpResponse<String> preflight(String origin, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(world.url() + path))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
