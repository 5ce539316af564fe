package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ApiKeyTests {
    private final World world;
    private final Business business;
    private final String admin;

    ApiKeyTests(World world) {
        this.world = world;
        this.business = world.business();
        this.admin = world.token(business, Role.ADMIN);
    }

    private World.Answer create(String token, Map<String, ?> body) {
        return world.post("/api/api-keys", token, body);
    }

    private JsonNode first() {
        return world.get("/api/api-keys", world.token(business, Role.ADMIN))
                .body()
                .path("items")
                .path(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
    }

    @Test
    void a_key_is_shown_once_and_told_apart_by_how_it_begins() {
        var made = create(admin, Map.of("name", "сайт", "scopes", List.of("clients:read")));
        String key = made.body().path("key").asString();
        String prefix = first().path("prefix").asString();
        assertThat(key).startsWith(prefix);
        assertThat(key.length() - prefix.length()).isEqualTo(18);
        assertThat(first().has("key")).isFalse();
        assertThat(first().path("created_by").asLong())
                .isEqualTo(world.get("/api/auth/me", admin).body().path("id").asLong());
    }

    @Test
    void a_key_past_its_end_is_refused() {
        var end = world.clock().instant().plus(Duration.ofHours(1));
        var made =
                create(admin, Map.of("name", "подряд", "scopes", List.of("users:read"), "expires_at", end.toString()));
        assertThat(made.status()).isEqualTo(201);
        String key = made.body().path("key").asString();
        world.clock().advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(world.get("/api/users", key).status()).isEqualTo(200);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(world.get("/api/users", key).status()).isEqualTo(401);
    }

    @Test
    void an_end_in_the_past_and_a_scope_that_nothing_asks_for_are_refused() {
        var past = world.clock().instant().minusSeconds(1).toString();
        assertThat(create(admin, Map.of("name", "к", "scopes", List.of("users:read"), "expires_at", past))
                        .status())
                .isEqualTo(422);
        var unknown = create(admin, Map.of("name", "к", "scopes", List.of("users:read", "everything:write")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("errors").path(0).path("field").asString())
                .startsWith("scopes");
    }

    @Test
    void the_day_of_the_last_use_is_seen() {
        String key = create(admin, Map.of("name", "к", "scopes", List.of("users:read")))
                .body()
                .path("key")
                .asString();
        assertThat(first().path("last_used_on").isNull()
                        || first().path("last_used_on").isMissingNode())
                .isTrue();
        world.get("/api/users", key);
        LocalDate used = today();
        assertThat(first().path("last_used_on").asString()).isEqualTo(used.toString());
        world.clock().advance(Duration.ofDays(3));
        assertThat(first().path("last_used_on").asString()).isEqualTo(used.toString());
        world.get("/api/users", key);
        assertThat(first().path("last_used_on").asString())
                .isEqualTo(used.plusDays(3).toString());
    }

    @Test
    void a_key_makes_no_key_that_may_more_than_itself() {
        String key = create(admin, Map.of("name", "к", "scopes", List.of("api_keys:write", "clients:read")))
                .body()
                .path("key")
                .asString();
        assertThat(create(key, Map.of("name", "шире", "scopes", List.of("clients:write")))
                        .status())
                .isEqualTo(403);
        assertThat(create(key, Map.of("name", "уже", "scopes", List.of("clients:read")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void another_business_neither_sees_nor_revokes_a_key_and_lower_roles_have_none() {
        long id = create(admin, Map.of("name", "к", "scopes", List.of("users:read")))
                .body()
                .path("id")
                .asLong();
        String stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.get("/api/api-keys", stranger).body().path("items")).isEmpty();
        assertThat(world.call(HttpMethod.DELETE, "/api/api-keys/" + id, stranger, null)
                        .status())
                .isEqualTo(404);
        for (Role role : List.of(Role.TRAINER, Role.MANAGER, Role.CASHIER)) {
            assertThat(world.get("/api/api-keys", world.token(business, role)).status())
                    .isEqualTo(403);
        }
        assertThat(world.get("/api/audit", admin).body().toString()).contains("api_keys.create");
        assertThat(world.get("/api/audit?what=api_keys.", admin).body().toString())
                .contains("api_keys.create");
        assertThat(world.get("/api/audit?what=api_keys.&to=2020-01-01T00:00:00Z", admin)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(world.get("/api/audit?who=nobody", admin).body().path("items"))
                .isEmpty();
    }

    @Test
    void the_scopes_are_told_in_words() {
        JsonNode scopes = world.get("/api/api-keys/scopes", admin).body().path("items");
        assertThat(scopes.valueStream().map(one -> one.path("scope").asString()))
                .contains("clients:read", "clients:write", "tariffs:read")
                .doesNotHaveDuplicates();
        scopes.forEach(one -> assertThat(one.path("text").asString()).matches("[а-яё].*"));
    }
}
