package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class SecondStepTests {
    private final World world;
    private final JdbcClient jdbc;
    private final Business business;
    private final Users.User user;
    private byte[] secret = {};

    SecondStepTests(World world, Users users, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
        this.business = world.business();
        this.user = Tenancy.in(
                business.id(),
                () -> users.create(
                        business.id(), "stepper-" + PublicId.random(12), "Вера", Role.MANAGER, World.PASSWORD, "test"));
    }

    private static byte[] decoded(String base32) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char one : base32.toCharArray()) {
            held = (held << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one)) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xFF);
            }
        }
        return bytes.toByteArray();
    }

    private String code(int stepsOff) {
        return Totp.code(secret, Totp.step(world.clock().instant()) + stepsOff);
    }

    private String wrongCode() {
        return code(0).equals("000000") || code(1).equals("000000") || code(-1).equals("000000") ? "000001" : "000000";
    }

    private World.Answer login() {
        return world.post("/api/auth/login", null, Map.of("username", user.username(), "password", World.PASSWORD));
    }

    private World.Answer finish(World.Answer half, String code) {
        return world.post(
                "/api/auth/login/code",
                null,
                Map.of("half_token", half.body().path("half_token").asString(), "code", code));
    }

    /** Switches it on; the clock stands a step after the code that was used. */
    private List<String> on() {
        String token = login().body().path("access_token").asString();
        var begun = world.post("/api/auth/totp", token, Map.of("password", World.PASSWORD));
        assertThat(begun.status()).isEqualTo(200);
        secret = decoded(begun.body().path("secret").asString());
        var confirmed = world.post("/api/auth/totp/confirm", token, Map.of("code", code(0)));
        assertThat(confirmed.status()).isEqualTo(200);
        world.clock().advance(Duration.ofSeconds(60));
        List<String> codes = new ArrayList<>();
        confirmed.body().path("recovery_codes").forEach(code -> codes.add(code.asString()));
        return codes;
    }

    private String session() {
        String token = finish(login(), code(0)).body().path("access_token").asString();
        world.clock().advance(Duration.ofSeconds(60));
        return token;
    }

    @Test
    void the_password_alone_gives_no_session_and_the_code_does() {
        on();
        var half = login();
        assertThat(half.status()).isEqualTo(202);
        assertThat(half.body().has("access_token")).isFalse();
        assertThat(half.headers().getOrEmpty("Set-Cookie")).isEmpty();
        assertThat(world.get("/api/auth/me", half.body().path("half_token").asString())
                        .status())
                .isEqualTo(401);
        var in = finish(half, code(0));
        assertThat(in.status()).isEqualTo(200);
        assertThat(world.get("/api/auth/me", in.body().path("access_token").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void set_up_but_not_confirmed_it_is_not_asked_for() {
        String token = login().body().path("access_token").asString();
        world.post("/api/auth/totp", token, Map.of("password", World.PASSWORD));
        assertThat(world.post("/api/auth/totp/confirm", token, Map.of("code", "000000"))
                        .status())
                .isIn(200, 422);
        assertThat(world.post("/api/auth/totp", token, Map.of("password", "wrong"))
                        .status())
                .isEqualTo(422);
        assertThat(world.post("/api/auth/totp", token, Map.of("password", World.PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(login().status()).isEqualTo(200);
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        on();
        assertThat(finish(login(), code(-2)).status()).isEqualTo(401);
        assertThat(finish(login(), code(2)).status()).isEqualTo(401);
        assertThat(finish(login(), code(-1)).status()).isEqualTo(200);
        assertThat(finish(login(), code(1)).status()).isEqualTo(200);
    }

    @Test
    void a_code_opens_once_also_for_two_at_once() throws Exception {
        on();
        var half = login();
        String code = code(0);
        try (var executor = Executors.newFixedThreadPool(2)) {
            Callable<Integer> one = () -> finish(half, code).status();
            var results = executor.invokeAll(List.of(one, one));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(200, 401);
        }
        assertThat(finish(login(), code).status()).isEqualTo(401);
        assertThat(finish(login(), code(-1)).status())
                .as("an older code after a newer one")
                .isEqualTo(401);
    }

    @Test
    void a_recovery_code_opens_once_also_for_two_at_once() throws Exception {
        List<String> codes = on();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        for (String code : codes.subList(0, 4)) {
            var half = login();
            try (var executor = Executors.newFixedThreadPool(2)) {
                Callable<Integer> one = () -> finish(half, code).status();
                var results = executor.invokeAll(List.of(one, one));
                assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(200, 401);
            }
        }
        String typed = codes.get(4).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        var in = finish(login(), typed);
        assertThat(in.status()).isEqualTo(200);
        var state = world.get("/api/auth/totp", in.body().path("access_token").asString());
        assertThat(state.body().path("enabled").asBoolean()).isTrue();
        assertThat(state.body().path("recovery_codes_left").asInt()).isEqualTo(5);
    }

    @Test
    void wrong_codes_make_the_next_try_wait_and_the_right_password_forgives_nothing() {
        on();
        for (int i = 0; i < 6; i++) {
            assertThat(finish(login(), wrongCode()).status()).as("try " + i).isEqualTo(401);
        }
        assertThat(login().status()).isEqualTo(429);
        world.clock().advance(Duration.ofSeconds(1));
        var half = login();
        assertThat(half.status()).isEqualTo(202);
        assertThat(finish(half, wrongCode()).status()).isEqualTo(401);
        assertThat(finish(half, code(0)).status()).isEqualTo(429);
        world.clock().advance(Duration.ofSeconds(2));
        assertThat(finish(half, code(0)).status()).isEqualTo(200);
    }

    @Test
    void a_half_token_lives_five_minutes_dies_with_the_password_and_cannot_be_forged() {
        on();
        var half = login();
        String token = half.body().path("half_token").asString();
        String[] parts = token.split("\\.");
        for (String forged : List.of(
                "x",
                parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2],
                "1." + parts[1] + "." + parts[2])) {
            assertThat(world.post("/api/auth/login/code", null, Map.of("half_token", forged, "code", code(0)))
                            .status())
                    .isEqualTo(401);
        }
        world.clock().advance(HalfTokens.LIFE);
        assertThat(finish(half, code(0)).status()).isEqualTo(401);
        var second = login();
        String admin = world.token(business, Role.ADMIN);
        world.post("/api/users/" + user.id() + "/password", admin, Map.of("password", "set-by-the-admin"));
        assertThat(finish(second, code(0)).status()).isEqualTo(401);
        var anew = Map.of("username", user.username(), "password", "set-by-the-admin");
        assertThat(world.post("/api/auth/login", null, anew).status())
                .as("a new password does not skip the code")
                .isEqualTo(202);
    }

    @Test
    void switching_off_takes_password_and_code() {
        on();
        String token = session();
        assertThat(world.post("/api/auth/totp", token, Map.of("password", World.PASSWORD))
                        .status())
                .isEqualTo(409);
        assertThat(world.post("/api/auth/totp/off", token, Map.of("password", World.PASSWORD, "code", wrongCode()))
                        .status())
                .isEqualTo(422);
        assertThat(world.post("/api/auth/totp/off", token, Map.of("password", "wrong", "code", code(0)))
                        .status())
                .isEqualTo(422);
        assertThat(login().status()).isEqualTo(202);
        assertThat(world.post("/api/auth/totp/off", token, Map.of("password", World.PASSWORD, "code", code(0)))
                        .status())
                .isEqualTo(204);
        assertThat(login().status()).isEqualTo(200);
        assertThat(world.get("/api/audit", world.token(business, Role.ADMIN))
                        .body()
                        .toString())
                .contains("auth.second-step-on")
                .contains("auth.second-step-off");
    }

    @Test
    void new_recovery_codes_replace_the_old_ones() {
        List<String> old = on();
        String token = session();
        var renewed =
                world.post("/api/auth/totp/recovery-codes", token, Map.of("password", World.PASSWORD, "code", code(0)));
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(finish(login(), old.getFirst()).status()).isEqualTo(401);
        String fresh = renewed.body().path("recovery_codes").path(0).asString();
        assertThat(finish(login(), fresh).status()).isEqualTo(200);
    }

    @Test
    void an_administrator_switches_it_off_for_another_with_a_trace_and_nobody_else_does() {
        on();
        String session = session();
        String path = "/api/users/" + user.id() + "/totp";
        String stranger = world.token(world.business(), Role.ADMIN);
        assertThat(world.call(HttpMethod.DELETE, path, stranger, null).status()).isEqualTo(404);
        assertThat(world.call(HttpMethod.DELETE, path, session, null).status()).isEqualTo(403);
        String admin = world.token(business, Role.ADMIN);
        long self = world.get("/api/auth/me", admin).body().path("id").asLong();
        assertThat(world.call(HttpMethod.DELETE, "/api/users/" + self + "/totp", admin, null)
                        .status())
                .isEqualTo(403);
        assertThat(world.get("/api/users", admin).body().toString()).contains("\"second_step\":true");
        assertThat(world.call(HttpMethod.DELETE, path, admin, null).status()).isEqualTo(204);
        assertThat(world.get("/api/auth/me", session).status()).isEqualTo(401);
        assertThat(login().status()).isEqualTo(200);
        assertThat(world.get("/api/audit", admin).body().toString()).contains("users.second-step-off");
        assertThat(world.call(HttpMethod.DELETE, path, admin, null).status()).isEqualTo(404);
    }

    @Test
    void neither_secret_nor_recovery_codes_stand_in_the_database() {
        List<String> codes = on();
        String rows = jdbc.sql("""
                        select (select string_agg(t::text, ' ') from businesses.totp t)
                            || (select string_agg(r::text, ' ') from businesses.recovery_code r)
                        """).query(String.class).single();
        assertThat(rows)
                .doesNotContain(Totp.base32(secret))
                .doesNotContain(java.util.HexFormat.of().formatHex(secret))
                .doesNotContain(codes.getFirst())
                .doesNotContain(codes.getFirst().replace("-", ""));
    }
}
