package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class ForgottenPasswordTests {
    private static final String NEW = "quite-another-one";

    private final World world;
    private final Users users;
    private final Business business;
    private final Users.User user;
    private final String email = "who-" + PublicId.random(10).toLowerCase(Locale.ROOT) + "@staff.test";

    ForgottenPasswordTests(World world, Users users) {
        this.world = world;
        this.users = users;
        this.business = world.business();
        this.user = user(business, email);
    }

    private Users.User user(Business of, @Nullable String address) {
        var draft = new Users.Draft("forgetful-" + PublicId.random(12), "Вера", Role.TRAINER, World.PASSWORD, address);
        return Tenancy.in(of.id(), () -> users.create(of.id(), draft, "test"));
    }

    private World.Answer forget(String typed) {
        var answer = world.post("/api/auth/password/forgot", null, Map.of("username", typed));
        world.drain();
        return answer;
    }

    private JsonNode letters(Business of) {
        return world.get("/api/sandbox/mail/" + of.slug(), null).body().path("items");
    }

    private String token() {
        String text = letters(business).path(0).path("text").asString();
        return text.substring(text.indexOf('#') + 1).lines().findFirst().orElseThrow();
    }

    private World.Answer mend(String token) {
        return world.post("/api/auth/password/reset", null, Map.of("token", token, "password", NEW));
    }

    @Test
    void known_and_unknown_are_answered_alike() {
        var unknown = forget("nobody-" + PublicId.random(12));
        var known = forget(user.username());
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(letters(business)).hasSize(1);
        assertThat(letters(business).path(0).path("to").asString()).isEqualTo(email);
    }

    @Test
    void the_link_sets_a_password_once_and_ends_all_sessions() {
        String session = world.login(user.username(), World.PASSWORD);
        forget(email.toUpperCase(Locale.ROOT));
        String token = token();
        assertThat(mend(token).status()).isEqualTo(204);
        assertThat(world.get("/api/auth/me", session).status()).isEqualTo(401);
        assertThat(world.login(user.username(), World.PASSWORD)).isEmpty();
        assertThat(world.login(user.username(), NEW)).isNotEmpty();
        assertThat(mend(token).status()).isEqualTo(410);
        assertThat(world.get("/api/audit", world.token(business, Role.ADMIN))
                        .body()
                        .toString())
                .contains("auth.password-reset");
    }

    @Test
    void two_uses_of_one_link_at_once_are_one() throws Exception {
        forget(user.username());
        String token = token();
        try (var executor = Executors.newFixedThreadPool(2)) {
            Callable<Integer> one = () -> mend(token).status();
            var results = executor.invokeAll(List.of(one, one));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(204, 410);
        }
    }

    @Test
    void after_half_an_hour_or_a_change_of_password_or_address_it_opens_nothing() {
        forget(user.username());
        String old = token();
        world.clock().advance(Duration.ofMinutes(30));
        assertThat(mend(old).status()).isEqualTo(410);

        forget(user.username());
        String overtaken = token();
        String session = world.login(user.username(), World.PASSWORD);
        world.post("/api/auth/password", session, Map.of("password", World.PASSWORD, "new_password", "changed-by-me"));
        assertThat(mend(overtaken).status()).isEqualTo(410);

        forget(user.username());
        String misdirected = token();
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/auth/email",
                                session,
                                Map.of("password", "changed-by-me", "email", "other@staff.test"))
                        .status())
                .isEqualTo(204);
        assertThat(mend(misdirected).status()).isEqualTo(410);
        for (String wrong : List.of("x", ".", "x.y", old.substring(0, old.indexOf('.')) + ".guess")) {
            assertThat(mend(wrong).status()).isEqualTo(410);
        }
    }

    @Test
    void one_login_gets_three_letters_an_hour_and_the_answer_stays_the_same() {
        for (int i = 0; i < 6; i++) {
            assertThat(forget(user.username()).status()).isEqualTo(202);
        }
        assertThat(letters(business)).hasSize(3);
        world.clock().advance(Duration.ofHours(1).plusSeconds(1));
        forget(user.username());
        assertThat(letters(business)).hasSize(4);
    }

    @Test
    void who_works_in_two_businesses_gets_a_letter_from_each() {
        Business second = world.business();
        user(second, email);
        forget(email);
        assertThat(letters(business)).hasSize(1);
        assertThat(letters(second)).hasSize(1);
    }

    @Test
    void who_is_switched_off_or_has_no_address_gets_none() {
        String admin = world.token(business, Role.ADMIN);
        world.call(
                HttpMethod.PUT,
                "/api/users/" + user.id(),
                admin,
                Map.of("name", "Вера", "role", "trainer", "active", false));
        Users.User silent = user(business, null);
        assertThat(forget(user.username()).status()).isEqualTo(202);
        assertThat(forget(silent.username()).status()).isEqualTo(202);
        assertThat(forget("platform").status()).isEqualTo(202);
        assertThat(letters(business)).isEmpty();
    }
}
