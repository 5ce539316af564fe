package io.orbita.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class CatalogApiTests {
    private static final Map<String, String> PRICE = Map.of("amount", "14999.00", "currency", "RUB");

    private final World world;
    private final Business business;
    private final String admin;

    CatalogApiTests(World world) {
        this.world = world;
        this.business = world.business();
        this.admin = world.token(business, Role.ADMIN);
    }

    private static Map<String, Object> with(Map<String, Object> base, String field, Object value) {
        var changed = new HashMap<>(base);
        changed.put(field, value);
        return changed;
    }

    private static final Map<String, Object> TARIFF = Map.of(
            "title",
            "Сопровождение на месяц",
            "price",
            PRICE,
            "months",
            1,
            "contains",
            List.of("План", "Связь"),
            "programme_weeks",
            4);

    private JsonNode added(Map<String, Object> body) {
        var answer = world.post("/api/tariffs", admin, body);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    @Test
    void a_tariff_is_made_shown_changed_and_taken_away() {
        var made = added(TARIFF);
        var id = made.path("id").asLong();
        assertThat(made.path("price").toString()).isEqualTo("{\"amount\":\"14999.00\",\"currency\":\"RUB\"}");
        assertThat(made.path("programme_weeks").asInt()).isEqualTo(4);

        var shown = world.get("/api/public/" + business.slug() + "/tariffs", null);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().path("items").path(0).path("id").asLong()).isEqualTo(id);

        var off = world.call(HttpMethod.PUT, "/api/tariffs/" + id, admin, with(TARIFF, "active", false));
        assertThat(off.status()).isEqualTo(200);
        assertThat(world.get("/api/public/" + business.slug() + "/tariffs", null)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(world.get("/api/tariffs", admin).body().path("items")).hasSize(1);

        assertThat(world.call(HttpMethod.DELETE, "/api/tariffs/" + id, admin, null)
                        .status())
                .isEqualTo(204);
        assertThat(world.get("/api/tariffs/" + id, admin).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.DELETE, "/api/tariffs/" + id, admin, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tariffs_stand_in_the_order_of_the_owner() {
        added(with(TARIFF, "title", "второй"));
        added(with(with(TARIFF, "title", "первый"), "position", 0));
        added(with(TARIFF, "title", "третий"));
        assertThat(world.get("/api/tariffs", admin)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("title").asString()))
                .containsExactly("первый", "второй", "третий");
    }

    @ParameterizedTest
    @CsvSource({
        "price,'{\"amount\":\"0.99\",\"currency\":\"RUB\"}',price.amount",
        "price,'{\"amount\":\"10000000.01\",\"currency\":\"RUB\"}',price.amount",
        "price,'{\"amount\":\"-5\",\"currency\":\"RUB\"}',price.amount",
        "price,'{\"amount\":\"5\",\"currency\":\"USD\"}',price.currency",
        "price,'{\"amount\":\"1e3\",\"currency\":\"RUB\"}',price.amount",
        "price,'{\"amount\":5,\"currency\":\"RUB\"}',price.amount",
        "price,'null',price",
        "title,'\" \"',title",
        "months,'61',months",
        "programme_weeks,'5',programme_weeks",
        "contains,'[\"\"]',contains[0]",
        "position,'-1',position",
        "surprise,'1',surprise"
    })
    void a_wrong_field_is_named_and_nothing_is_written(String field, String value, String named) {
        var fields = new HashMap<>(Map.of("title", "\"Т\"", "price", "{\"amount\":\"10.00\",\"currency\":\"RUB\"}"));
        fields.put(field, value);
        var body = fields.entrySet().stream()
                .map(entry -> "\"%s\":%s".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
        var json = world.post("/api/tariffs", admin, body);
        assertThat(json.status()).isBetween(400, 422);
        assertThat(json.body().path("errors").path(0).path("field").asString()).isEqualTo(named);
        assertThat(world.get("/api/tariffs", admin).body().path("items")).isEmpty();
    }

    @Test
    void a_promo_code_is_made_found_in_any_case_and_listed_with_its_uses() {
        var made = world.post("/api/promocodes", admin, Map.of("code", " лето10 ", "percent", 10, "max_uses", 5));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("code").asString()).isEqualTo("ЛЕТО10");
        assertThat(made.body().path("used").asInt()).isZero();
        var again = world.post("/api/promocodes", admin, Map.of("code", "Лето10", "percent", 20));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("code").asString()).isEqualTo("catalog.promo-code-taken");
        var id = made.body().path("id").asLong();
        assertThat(world.get("/api/promocodes/" + id + "/usages", admin).body().path("items"))
                .isEmpty();
        var changed = world.call(
                HttpMethod.PUT,
                "/api/promocodes/" + id,
                admin,
                Map.of("code", "ЛЕТО10", "amount", Map.of("amount", "500", "currency", "RUB")));
        assertThat(changed.body().path("percent").isNull()).isTrue();
        assertThat(changed.body().path("amount").path("amount").asString()).isEqualTo("500.00");
        assertThat(world.call(HttpMethod.DELETE, "/api/promocodes/" + id, admin, null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void promo_codes_come_in_pages() {
        for (var code : List.of("A", "B", "C")) {
            world.post("/api/promocodes", admin, Map.of("code", code, "percent", 10));
        }
        var first = world.get("/api/promocodes?limit=2", admin).body();
        assertThat(first.path("items")).hasSize(2);
        var second = world.get(
                        "/api/promocodes?limit=2&cursor="
                                + first.path("next_cursor").asString(),
                        admin)
                .body();
        assertThat(second.path("items").path(0).path("code").asString()).isEqualTo("A");
        assertThat(second.path("next_cursor").isMissingNode()).isTrue();
        assertThat(world.get("/api/promocodes?cursor=zzz", admin).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"code\":\"A\"}|percent",
                "{\"code\":\"A\",\"percent\":0}|percent",
                "{\"code\":\"A\",\"percent\":101}|percent",
                "{\"code\":\"A\",\"percent\":10,\"amount\":{\"amount\":\"1\",\"currency\":\"RUB\"}}|percent",
                "{\"code\":\"A\",\"amount\":{\"amount\":\"0\",\"currency\":\"RUB\"}}|amount.amount",
                "{\"code\":\"A\",\"amount\":{\"amount\":\"1\",\"currency\":\"USD\"}}|amount.currency",
                "{\"code\":\"a b'c\",\"percent\":1}|code",
                "{\"code\":\"A\",\"percent\":1,\"max_uses\":0}|max_uses",
                "{\"code\":\"A\",\"percent\":1,\"tariff_ids\":[-1]}|tariff_ids[0]",
                "{\"code\":\"A\",\"percent\":1,\"valid_from\":\"2026-11-20T10:00:00Z\",\"valid_to\":\"2026-11-20T10:00:00Z\"}|valid_to",
                "{\"code\":\"A\",\"percent\":1,\"valid_from\":\"+999999999-01-01T00:00:00Z\"}|valid_from",
                "{\"code\":\"A\",\"percent\":1,\"valid_to\":\"завтра\"}|valid_to"
            })
    void a_wrong_promo_code_names_the_field(String body, String field) {
        var answer = world.post("/api/promocodes", admin, body);
        assertThat(answer.status()).isBetween(400, 422);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void roles_and_tenants_are_kept_apart() {
        var id = added(TARIFF).path("id").asLong();
        var cashier = world.token(business, Role.CASHIER);
        assertThat(world.get("/api/tariffs", cashier).status()).isEqualTo(200);
        assertThat(world.post("/api/tariffs", cashier, TARIFF).status()).isEqualTo(403);
        assertThat(world.get("/api/promocodes", cashier).status()).isEqualTo(403);
        assertThat(world.get("/api/tariffs", null).status()).isEqualTo(401);
        var stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.get("/api/tariffs/" + id, stranger).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.PUT, "/api/tariffs/" + id, stranger, TARIFF)
                        .status())
                .isEqualTo(404);
        assertThat(world.get("/api/public/no-such/tariffs", null).status()).isEqualTo(404);
    }
}
