package io.orbita.clients.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ViewsTests {
    private final World world;

    ViewsTests(World world) {
        this.world = world;
    }

    private static Map<String, Object> view(String name, boolean shared) {
        return Map.of(
                "name",
                name,
                "filter",
                Map.of("tag", "вип"),
                "columns",
                List.of("name"),
                "sort",
                "-name",
                "shared",
                shared);
    }

    private List<String> names(String token, String query) {
        return world.get("/api/clients?" + query, token)
                .body()
                .path("items")
                .valueStream()
                .map(client -> client.path("name").asString())
                .toList();
    }

    @Test
    void a_shared_view_is_seen_by_all_and_changed_by_its_owner_only() {
        Business business = world.business();
        String mine = world.token(business, Role.MANAGER);
        String other = world.token(business, Role.TRAINER);
        long shared = world.post("/api/clients/views", mine, view("Общий", true))
                .body()
                .path("id")
                .asLong();
        long own = world.post("/api/clients/views", mine, view("Мой", false))
                .body()
                .path("id")
                .asLong();
        JsonNode seen = world.get("/api/clients/views", other).body().path("items");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("filter").path("tag").asString()).isEqualTo("вип");
        assertThat(world.get("/api/clients/views/" + own, other).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.PUT, "/api/clients/views/" + shared, other, view("Чужой", true))
                        .status())
                .isEqualTo(403);
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/clients/views/" + shared,
                                mine,
                                view("Новый", true),
                                "If-Match",
                                "\"1\"")
                        .body()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/clients/views/" + shared,
                                mine,
                                view("Старый", true),
                                "If-Match",
                                "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(world.call(HttpMethod.DELETE, "/api/clients/views/" + shared, mine, null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_view_with_a_wrong_filter_column_or_order_is_refused() {
        String token = world.token(world.business(), Role.MANAGER);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("name", "x", "filter", Map.of("created_from", "вчера")),
                Map.of("name", "x", "filter", Map.of(), "columns", List.of("nobody")),
                Map.of("name", "x", "filter", Map.of(), "sort", "nobody"))) {
            assertThat(world.post("/api/clients/views", token, wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void a_tag_is_renamed_into_another_and_removed_over_the_base() {
        String token = world.token(world.business(), Role.MANAGER);
        world.post("/api/clients", token, Map.of("name", "А", "tags", List.of("vip", "вип")));
        world.post("/api/clients", token, Map.of("name", "Б", "tags", List.of("vip")));
        assertThat(world.post("/api/clients/tags/rename", token, Map.of("from", "vip", "to", "вип"))
                        .body()
                        .path("clients")
                        .asInt())
                .isEqualTo(2);
        JsonNode tags = world.get("/api/clients/tags", token).body().path("items");
        assertThat(tags).hasSize(1);
        assertThat(tags.path(0).path("clients").asInt()).isEqualTo(2);
        world.post("/api/clients/tags/remove", token, Map.of("tag", "вип"));
        assertThat(world.get("/api/clients/tags", token).body().path("items")).isEmpty();
    }

    @Test
    void own_fields_are_checked_kept_and_filtered_by() {
        String token = world.token(world.business(), Role.ADMIN);
        for (Map<String, Object> field : List.<Map<String, Object>>of(
                Map.of("title", "Дата абонемента", "type", "date"),
                Map.of("title", "Город", "key", "city", "type", "choice", "choices", List.of("Москва", "Тверь")),
                Map.of("title", "Согласен", "key", "agreed", "type", "flag"))) {
            assertThat(world.post("/api/clients/fields", token, field).status()).isEqualTo(201);
        }
        long anna = world.post("/api/clients", token, Map.of("name", "Анна"))
                .body()
                .path("id")
                .asLong();
        world.post("/api/clients", token, Map.of("name", "Борис"));
        var custom =
                Map.of("custom", Map.of("data_abonementa", "05.03.2026", "city", "москва", "agreed", "да", "свой", 1));
        JsonNode card = world.call(HttpMethod.PATCH, "/api/clients/" + anna, token, custom)
                .body();
        assertThat(card.path("custom").path("data_abonementa").asString()).isEqualTo("2026-03-05");
        assertThat(card.path("custom").path("city").asString()).isEqualTo("Москва");
        assertThat(card.path("custom").path("agreed").asBoolean()).isTrue();
        assertThat(names(token, "field=" + URLEncoder.encode("city:Москва", StandardCharsets.UTF_8)))
                .containsExactly("Анна");
        assertThat(names(token, "field=city:no")).isEmpty();
        var wrong =
                world.call(HttpMethod.PATCH, "/api/clients/" + anna, token, Map.of("custom", Map.of("city", "Омск")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("field").asString()).isEqualTo("custom.city");
    }

    @Test
    void a_name_is_found_in_the_other_layout_either_way_and_a_nick_with_or_without_its_sign() {
        String token = world.token(world.business(), Role.ADMIN);
        world.post("/api/clients", token, Map.of("name", "Иванов Пётр"));
        long john = world.post("/api/clients", token, Map.of("name", "John Smith"))
                .body()
                .path("id")
                .asLong();
        world.call(HttpMethod.PATCH, "/api/clients/" + john, token, Map.of("telegram_username", "fit_john"));
        for (String q : List.of("bdfyjd", "петр", "пётр", "gtnh")) {
            assertThat(names(token, "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)))
                    .as(q)
                    .containsExactly("Иванов Пётр");
        }
        for (String q : List.of("ыьшер", "@fit_john", "fit_jo", "john")) {
            assertThat(names(token, "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)))
                    .as(q)
                    .containsExactly("John Smith");
        }
    }
}
