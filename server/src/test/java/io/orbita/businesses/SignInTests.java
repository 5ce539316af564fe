package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

@OrbitaTest
class SignInTests {
    private final World world;

    SignInTests(World world) {
        this.world = world;
    }

    private World.Answer login(String username, String password) {
        return world.post("/api/auth/login", null, Map.of("username", username, "password", password));
    }

    private static String cookie(World.Answer answer) {
        return answer.headers().getOrEmpty("Set-Cookie").getFirst().replaceFirst(";.*", "");
    }

    private World.Answer refresh(String cookie) {
        return world.call(HttpMethod.POST, "/api/auth/refresh", null, null, "Cookie", cookie, "X-Orbita-CSRF", "1");
    }

    @Test
    void the_first_administrator_signs_in_with_the_given_password() {
        var answer = login("ADMIN", "first-password");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("user").path("role").asString()).isEqualTo("admin");
        assertThat(answer.headers().getOrEmpty("Set-Cookie").getFirst())
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/api/auth");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_told_alike() {
        var wrong = login("admin", "guess");
        var unknown = login("nobody-here", "guess");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body().path("detail")).isEqualTo(wrong.body().path("detail"));
    }

    @Test
    void the_sixth_wrong_password_makes_the_next_try_wait_and_the_wait_grows() {
        for (int i = 0; i < 6; i++) {
            assertThat(login("guessed", "wrong").status()).isEqualTo(401);
        }
        assertThat(login("guessed", "wrong").status()).isEqualTo(429);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(login("guessed", "wrong").status()).isEqualTo(401);
        var later = login("guessed", "wrong");
        assertThat(later.status()).isEqualTo(429);
        assertThat(later.headers().getFirst("Retry-After")).isEqualTo("2");
    }

    @Test
    void an_access_token_ends_after_ten_minutes() {
        String token = world.token(world.business(), Role.TRAINER);
        assertThat(world.get("/api/auth/me", token).status()).isEqualTo(200);
        world.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(world.get("/api/auth/me", token).status()).isEqualTo(401);
    }

    @Test
    void two_tabs_refresh_with_one_cookie_and_both_get_the_same_successor() {
        String first = cookie(login("admin", "first-password"));
        String second = cookie(refresh(first));
        assertThat(second).isNotEqualTo(first);
        assertThat(cookie(refresh(first))).isEqualTo(second);
    }

    @Test
    void a_copied_refresh_token_ends_the_whole_session() {
        String first = cookie(login("admin", "first-password"));
        String second = cookie(refresh(first));
        world.clock().advance(Duration.ofSeconds(31));
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void refresh_needs_the_csrf_header() {
        String cookie = cookie(login("admin", "first-password"));
        assertThat(world.call(HttpMethod.POST, "/api/auth/refresh", null, null, "Cookie", cookie)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void after_logout_the_access_token_is_refused_at_once() {
        String token = world.token(world.business(), Role.MANAGER);
        world.call(HttpMethod.POST, "/api/auth/logout", token, null);
        assertThat(world.get("/api/auth/me", token).status()).isEqualTo(401);
    }

    @Test
    void a_user_who_is_switched_off_is_out_at_once() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        String cashier = world.token(business, Role.CASHIER);
        var list = world.get("/api/users", admin).body().path("items");
        long id = list.valueStream()
                .filter(user -> user.path("role").asString().equals("cashier"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asLong();
        var change = world.call(
                HttpMethod.PUT,
                "/api/users/" + id,
                admin,
                Map.of("name", "Кассир", "role", "cashier", "active", false));
        assertThat(change.status()).isEqualTo(200);
        assertThat(world.get("/api/auth/me", cashier).status()).isEqualTo(401);
    }

    @Test
    void the_last_administrator_cannot_be_switched_off() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        long id = world.get("/api/users", admin)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asLong();
        var change = world.call(
                HttpMethod.PUT, "/api/users/" + id, admin, Map.of("name", "Я", "role", "manager", "active", true));
        assertThat(change.status()).isEqualTo(409);
        assertThat(change.body().path("code").asString()).isEqualTo("users.last-admin");
    }

    @Test
    void an_api_key_may_only_what_its_scopes_say_and_nothing_once_revoked() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        var made = world.post("/api/api-keys", admin, Map.of("name", "сайт", "scopes", List.of("users:read")));
        assertThat(made.status()).isEqualTo(201);
        String key = made.body().path("key").asString();
        assertThat(world.get("/api/users", key).status()).isEqualTo(200);
        assertThat(world.get("/api/api-keys", key).status()).isEqualTo(403);
        assertThat(world.call(
                                HttpMethod.DELETE,
                                "/api/api-keys/" + made.body().path("id").asLong(),
                                admin,
                                null)
                        .status())
                .isEqualTo(204);
        assertThat(world.get("/api/users", key).status()).isEqualTo(401);
    }
}
