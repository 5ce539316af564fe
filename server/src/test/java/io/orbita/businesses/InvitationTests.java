package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.platform.crypto.PublicId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class InvitationTests {
    private static final String PASSWORD = "a-new-password";

    private final World world;
    private final Businesses businesses;
    private final JdbcClient jdbc;

    InvitationTests(World world, Businesses businesses, JdbcClient jdbc) {
        this.world = world;
        this.businesses = businesses;
        this.jdbc = jdbc;
    }

    private World.Answer invite(String token, String role) {
        return world.post("/api/invitations", token, Map.of("role", role));
    }

    private static String token(World.Answer made) {
        String url = made.body().path("url").asString();
        return url.substring(url.indexOf('#') + 1);
    }

    private World.Answer accept(String token, String username) {
        return world.post(
                "/api/auth/invitation/accept",
                null,
                Map.of("token", token, "username", username, "name", "Новая", "password", PASSWORD));
    }

    private static String username() {
        return "new-" + PublicId.random(12);
    }

    private String code(World.Answer answer) {
        return answer.body().path("code").asString();
    }

    @Test
    void the_invited_one_sets_name_and_password_and_is_in_with_the_role_of_the_invitation() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        var made = invite(admin, "manager");
        assertThat(made.status()).isEqualTo(201);
        var offer = world.post("/api/auth/invitation", null, Map.of("token", token(made)));
        assertThat(offer.body().path("business").asString()).isEqualTo(business.name());
        assertThat(offer.body().path("role").asString()).isEqualTo("manager");
        String username = username();
        var in = accept(token(made), username);
        assertThat(in.status()).isEqualTo(201);
        var me = world.get("/api/auth/me", in.body().path("access_token").asString());
        assertThat(me.body().path("role").asString()).isEqualTo("manager");
        assertThat(me.body().path("business").path("slug").asString()).isEqualTo(business.slug());
        assertThat(world.login(username, PASSWORD)).isNotEmpty();
        assertThat(world.get("/api/audit", admin).body().toString())
                .contains("invitations.create")
                .contains("invitations.accept");
        assertThat(world.get("/api/invitations", admin)
                        .body()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("used");
    }

    @Test
    void an_invitation_opens_once_also_for_two_at_once() throws Exception {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        for (int round = 0; round < 5; round++) {
            String token = token(invite(admin, "trainer"));
            try (var executor = Executors.newFixedThreadPool(2)) {
                Callable<Integer> one = () -> accept(token, username()).status();
                var results = executor.invokeAll(List.of(one, one));
                assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(201, 410);
            }
            assertThat(code(accept(token, username()))).isEqualTo("auth.link-gone");
        }
        assertThat(world.get("/api/users", admin).body().path("items")).hasSize(6);
    }

    @Test
    void a_taken_user_name_leaves_the_invitation_open() {
        String admin = world.token(world.business(), Role.ADMIN);
        String token = token(invite(admin, "trainer"));
        assertThat(accept(token, "admin").status()).isEqualTo(409);
        assertThat(accept(token, username()).status()).isEqualTo(201);
    }

    @Test
    void after_seven_days_it_opens_nothing() {
        Business business = world.business();
        String token = token(invite(world.token(business, Role.ADMIN), "trainer"));
        world.clock().advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(world.post("/api/auth/invitation", null, Map.of("token", token))
                        .status())
                .isEqualTo(200);
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(accept(token, username()).status()).isEqualTo(410);
        assertThat(world.get("/api/invitations", world.token(business, Role.ADMIN))
                        .body()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asString())
                .isEqualTo("expired");
    }

    @Test
    void a_withdrawn_one_opens_nothing_and_only_its_own_business_withdraws_it() {
        String admin = world.token(world.business(), Role.ADMIN);
        String stranger = world.token(world.business(), Role.ADMIN);
        var made = invite(admin, "trainer");
        String path = "/api/invitations/" + made.body().path("id").asLong();
        assertThat(world.call(HttpMethod.DELETE, path, stranger, null).status()).isEqualTo(404);
        assertThat(world.post("/api/auth/invitation", null, Map.of("token", token(made)))
                        .status())
                .isEqualTo(200);
        assertThat(world.call(HttpMethod.DELETE, path, admin, null).status()).isEqualTo(204);
        assertThat(accept(token(made), username()).status()).isEqualTo(410);
        assertThat(world.get("/api/invitations", stranger).body().path("items")).isEmpty();
    }

    @Test
    void a_changed_or_foreign_token_opens_nothing() {
        Business theirs = world.business();
        String token = token(invite(world.token(world.business(), Role.ADMIN), "admin"));
        String handle = token.substring(0, token.indexOf('.'));
        String moved = PublicId.next(theirs.id());
        String elsewhere = moved.substring(0, moved.indexOf('-')) + token.substring(token.indexOf('-'));
        for (String wrong : List.of(
                handle,
                handle + ".",
                handle + ".guess",
                token + "x",
                elsewhere,
                ".",
                "x",
                "1-0000000000000000000000.x")) {
            assertThat(accept(wrong, username()).status()).as(wrong).isEqualTo(410);
        }
        assertThat(accept(token, username()).status()).isEqualTo(201);
    }

    @Test
    void only_administrators_invite_and_a_key_invites_no_administrator() {
        Business business = world.business();
        for (Role role : List.of(Role.TRAINER, Role.MANAGER, Role.CASHIER)) {
            assertThat(invite(world.token(business, role), "cashier").status()).isEqualTo(403);
        }
        String admin = world.token(business, Role.ADMIN);
        String key = world.post("/api/api-keys", admin, Map.of("name", "к", "scopes", List.of("users:write")))
                .body()
                .path("key")
                .asString();
        assertThat(invite(key, "admin").status()).isEqualTo(403);
        assertThat(invite(key, "manager").status()).isEqualTo(201);
        assertThat(invite(admin, "admin").status()).isEqualTo(201);
        assertThat(invite(admin, "platform_admin").status()).isEqualTo(422);
    }

    @Test
    void who_is_no_administrator_any_more_has_no_way_back_through_an_own_invitation() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        String leaving = world.token(business, Role.ADMIN);
        long id = world.get("/api/auth/me", leaving).body().path("id").asLong();
        String token = token(invite(leaving, "admin"));
        String other = token(invite(admin, "admin"));
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/users/" + id,
                                admin,
                                Map.of("name", "Бывшая", "role", "admin", "active", false))
                        .status())
                .isEqualTo(200);
        assertThat(accept(token, username()).status()).isEqualTo(410);
        assertThat(accept(other, username()).status()).isEqualTo(201);
    }

    @Test
    void an_invitation_by_mail_goes_to_the_address_alone_and_makes_it_the_one_for_a_forgotten_password() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        var made = world.post("/api/invitations", admin, Map.of("role", "cashier", "email", "Lena@Staff.Test"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().has("url")).isFalse();
        world.drain();
        var letter = world.get("/api/sandbox/mail/" + business.slug(), null)
                .body()
                .path("items")
                .path(0);
        assertThat(letter.path("to").asString()).isEqualTo("Lena@Staff.Test");
        assertThat(letter.path("text").asString()).contains("кассир").contains("7 дней");
        String text = letter.path("text").asString();
        String token = text.substring(text.indexOf('#') + 1).lines().findFirst().orElseThrow();
        assertThat(accept(token, username()).status()).isEqualTo(201);
        assertThat(world.get("/api/users", admin).body().toString()).contains("Lena@Staff.Test");
        assertThat(world.in(
                        business,
                        () -> jdbc.sql("select count(*) from businesses.staff_letter where business_id = :business")
                                .param("business", business.id().value())
                                .query(Long.class)
                                .single()))
                .as("a letter is gone once it is sent")
                .isZero();
    }

    @Test
    void without_a_mail_server_the_inviter_is_told_at_once() {
        Business business = businesses.create(
                "t-" + PublicId.random(20).toLowerCase(Locale.ROOT), "Настоящий", ZoneId.of("Europe/Moscow"), false);
        String admin = world.token(business, Role.ADMIN);
        var made = world.post("/api/invitations", admin, Map.of("role", "cashier", "email", "lena@staff.test"));
        assertThat(made.status()).isEqualTo(409);
        assertThat(code(made)).isEqualTo("invitations.no-mail");
        assertThat(world.get("/api/invitations", admin).body().path("items")).isEmpty();
        assertThat(invite(admin, "cashier").status()).isEqualTo(201);
    }

    @Test
    void neither_token_nor_address_stand_in_the_database() {
        Business business = world.business();
        String admin = world.token(business, Role.ADMIN);
        String token = token(invite(admin, "cashier"));
        world.post("/api/invitations", admin, Map.of("role", "cashier", "email", "hidden@staff.test"));
        String rows = world.in(
                business,
                () -> jdbc.sql("""
                                select (select string_agg(i::text, ' ') from businesses.invitation i where business_id = :business)
                                    || (select string_agg(l::text, ' ') from businesses.staff_letter l where business_id = :business)
                                """)
                        .param("business", business.id().value())
                        .query(String.class)
                        .single());
        assertThat(rows)
                .contains(token.substring(0, token.indexOf('.')))
                .doesNotContain(token.substring(token.indexOf('.') + 1))
                .doesNotContain("hidden@staff.test");
    }
}
