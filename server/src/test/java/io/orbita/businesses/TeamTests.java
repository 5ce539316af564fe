package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class TeamTests {
    private static final String NEW = "another-password";

    private final World world;
    private final Users users;

    TeamTests(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    private Users.User user(Business business, Role role) {
        String username = role.name().toLowerCase(Locale.ROOT) + "-" + PublicId.random(12);
        return Tenancy.in(
                business.id(), () -> users.create(business.id(), username, "Проба", role, World.PASSWORD, "test"));
    }

    private World.Answer change(String token, long id, String role, boolean active) {
        return world.call(
                HttpMethod.PUT, "/api/users/" + id, token, Map.of("name", "Проба", "role", role, "active", active));
    }

    private List<String> audit(String admin) {
        return world.get("/api/audit", admin)
                .body()
                .path("items")
                .valueStream()
                .map(entry ->
                        entry.path("what").asString() + " " + entry.path("ref").asString())
                .toList();
    }

    private String key(String admin, String... scopes) {
        return world.post("/api/api-keys", admin, Map.of("name", "ключ", "scopes", List.of(scopes)))
                .body()
                .path("key")
                .asString();
    }

    @Test
    void a_change_of_role_holds_with_the_next_request_and_stands_in_the_audit() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        Users.User manager = user(business, Role.MANAGER);
        String token = world.login(manager.username(), World.PASSWORD);
        assertThat(world.get("/api/users", token).status()).isEqualTo(403);
        assertThat(change(admin, manager.id(), "admin", true).status()).isEqualTo(200);
        assertThat(world.get("/api/users", token).status()).isEqualTo(200);
        assertThat(change(admin, manager.id(), "cashier", true).status()).isEqualTo(200);
        assertThat(world.get("/api/users", token).status()).isEqualTo(403);
        assertThat(audit(admin)).contains("users.change " + manager.id());
    }

    @Test
    void nobody_but_an_administrator_changes_a_role_least_of_all_their_own() {
        Business business = world.business();
        for (Role role : List.of(Role.TRAINER, Role.MANAGER, Role.CASHIER)) {
            Users.User user = user(business, role);
            String token = world.login(user.username(), World.PASSWORD);
            assertThat(change(token, user.id(), "admin", true).status()).isEqualTo(403);
        }
    }

    @Test
    void a_key_makes_no_administrator_and_touches_none() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        Users.User other = user(business, Role.ADMIN);
        Users.User cashier = user(business, Role.CASHIER);
        String key = key(admin, "users:write", "users:read");
        var draft = Map.of("username", "k-" + PublicId.random(12), "name", "К", "password", NEW, "role", "admin");
        assertThat(world.post("/api/users", key, draft).status()).isEqualTo(403);
        assertThat(change(key, cashier.id(), "admin", true).status()).isEqualTo(403);
        assertThat(change(key, other.id(), "cashier", true).status()).isEqualTo(403);
        assertThat(world.post("/api/users/" + other.id() + "/password", key, Map.of("password", NEW))
                        .status())
                .isEqualTo(403);
        assertThat(change(key, cashier.id(), "manager", true).status()).isEqualTo(200);
    }

    @Test
    void users_of_another_business_do_not_exist() {
        Users.User theirs = user(world.business(), Role.CASHIER);
        String admin = world.token(world.business(), Role.ADMIN);
        assertThat(change(admin, theirs.id(), "manager", true).status()).isEqualTo(404);
        assertThat(world.post("/api/users/" + theirs.id() + "/password", admin, Map.of("password", NEW))
                        .status())
                .isEqualTo(404);
        assertThat(world.login(theirs.username(), World.PASSWORD)).isNotEmpty();
    }

    @Test
    void two_administrators_who_switch_each_other_off_at_once_do_not_both_succeed() throws Exception {
        for (int round = 0; round < 5; round++) {
            Business business = world.business();
            Users.User one = user(business, Role.ADMIN);
            Users.User other = user(business, Role.ADMIN);
            String first = world.login(one.username(), World.PASSWORD);
            String second = world.login(other.username(), World.PASSWORD);
            try (var executor = Executors.newFixedThreadPool(2)) {
                List<Callable<Integer>> both = List.of(
                        () -> change(first, other.id(), "admin", false).status(),
                        () -> change(second, one.id(), "admin", false).status());
                for (var result : executor.invokeAll(both)) {
                    assertThat(result.get()).isIn(200, 401, 409);
                }
            }
            assertThat(world.in(business, () -> users.all(business.id())))
                    .filteredOn(Users.User::active)
                    .hasSize(1);
        }
    }

    @Test
    void one_sees_where_one_is_signed_in_and_ends_one_or_all_others() {
        Business business = world.business();
        Users.User user = user(business, Role.TRAINER);
        String here = world.login(user.username(), World.PASSWORD);
        String phone = world.login(user.username(), World.PASSWORD);
        String tablet = world.login(user.username(), World.PASSWORD);
        JsonNode items = world.get("/api/auth/sessions", here).body().path("items");
        assertThat(items).hasSize(3);
        assertThat(items.valueStream().filter(one -> one.path("current").asBoolean()))
                .hasSize(1);
        assertThat(items.path(0).path("address").asString()).isNotEmpty();
        String current = world.get("/api/auth/sessions", phone)
                .body()
                .path("items")
                .valueStream()
                .filter(one -> one.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String stranger = world.token(business, Role.ADMIN);
        assertThat(world.call(HttpMethod.DELETE, "/api/auth/sessions/" + current, stranger, null)
                        .status())
                .isEqualTo(404);
        assertThat(world.call(HttpMethod.DELETE, "/api/auth/sessions/" + current, here, null)
                        .status())
                .isEqualTo(204);
        assertThat(world.get("/api/auth/me", phone).status()).isEqualTo(401);
        assertThat(world.get("/api/auth/me", tablet).status()).isEqualTo(200);
        assertThat(world.call(HttpMethod.DELETE, "/api/auth/sessions", here, null)
                        .status())
                .isEqualTo(204);
        assertThat(world.get("/api/auth/me", tablet).status()).isEqualTo(401);
        assertThat(world.get("/api/auth/me", here).status()).isEqualTo(200);
        assertThat(world.get("/api/auth/me", stranger).status()).isEqualTo(200);
    }

    @Test
    void a_key_has_no_sessions() {
        String admin = world.token(world.business(), Role.ADMIN);
        assertThat(world.get("/api/auth/sessions", key(admin, "me:read")).status())
                .isEqualTo(403);
    }

    @Test
    void ones_own_password_needs_the_old_one_and_puts_the_others_out() {
        Business business = world.business();
        Users.User user = user(business, Role.MANAGER);
        String here = world.login(user.username(), World.PASSWORD);
        String elsewhere = world.login(user.username(), World.PASSWORD);
        var wrong = world.post("/api/auth/password", here, Map.of("password", "guessed", "new_password", NEW));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("code").asString()).isEqualTo("auth.wrong-password");
        assertThat(world.get("/api/auth/me", elsewhere).status()).isEqualTo(200);
        assertThat(world.post("/api/auth/password", here, Map.of("password", World.PASSWORD, "new_password", NEW))
                        .status())
                .isEqualTo(204);
        assertThat(world.get("/api/auth/me", here).status()).isEqualTo(200);
        assertThat(world.get("/api/auth/me", elsewhere).status()).isEqualTo(401);
        assertThat(world.login(user.username(), World.PASSWORD)).isEmpty();
        assertThat(world.login(user.username(), NEW)).isNotEmpty();
        assertThat(audit(world.token(business, Role.ADMIN))).contains("auth.password " + user.id());
    }

    @Test
    void guessing_the_old_password_in_an_open_browser_waits_longer_and_longer() {
        String token = world.token(world.business(), Role.MANAGER);
        var guess = Map.of("password", "guessed", "new_password", NEW);
        for (int i = 0; i < 6; i++) {
            assertThat(world.post("/api/auth/password", token, guess).status()).isEqualTo(422);
        }
        assertThat(world.post("/api/auth/password", token, guess).status()).isEqualTo(429);
    }

    @Test
    void two_users_of_one_name_at_once_are_one_user_and_one_refusal() throws Exception {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        var draft = Map.of("username", "twin-" + PublicId.random(12), "name", "Т", "password", NEW, "role", "cashier");
        try (var executor = Executors.newFixedThreadPool(2)) {
            Callable<Integer> create =
                    () -> world.post("/api/users", admin, draft).status();
            var results = executor.invokeAll(List.of(create, create));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(201, 409);
        }
    }

    @Test
    void everybody_who_is_signed_in_reads_names_of_colleagues_and_nothing_more() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        Users.User left = user(business, Role.TRAINER);
        Users.User theirs = user(world.business(), Role.CASHIER);
        assertThat(change(admin, left.id(), "trainer", false).status()).isEqualTo(200);
        for (Role role : List.of(Role.ADMIN, Role.TRAINER, Role.MANAGER, Role.CASHIER)) {
            World.Answer answer = world.get("/api/staff", world.token(business, role));
            assertThat(answer.status()).as(role.name()).isEqualTo(200);
            List<JsonNode> items = answer.body().path("items").valueStream().toList();
            assertThat(items)
                    .allSatisfy(one ->
                            assertThat(one.propertyNames()).containsExactlyInAnyOrder("id", "name", "role", "active"));
            assertThat(items).noneMatch(one -> one.path("id").asLong() == theirs.id());
            JsonNode last = items.getLast();
            assertThat(last.path("id").asLong()).isEqualTo(left.id());
            assertThat(last.path("active").asBoolean()).isFalse();
        }
        assertThat(world.get("/api/staff", key(admin, "clients:read")).status()).isEqualTo(403);
        assertThat(world.get("/api/staff", key(admin, "users:read")).status()).isEqualTo(200);
    }
}
