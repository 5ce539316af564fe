package io.orbita.businesses;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.spi.SetUpStep;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

@OrbitaTest
class SetUpTests {
    private final World world;
    private final Businesses businesses;
    private final Users users;
    private final List<SetUpStep> steps;

    SetUpTests(World world, Businesses businesses, Users users, List<SetUpStep> steps) {
        this.world = world;
        this.businesses = businesses;
        this.users = users;
        this.steps = steps;
    }

    private Business real() {
        return businesses.create(
                "real-" + PublicId.random(8).toLowerCase(Locale.ROOT), "Настоящий", ZoneId.of("Europe/Moscow"), false);
    }

    private Map<String, Boolean> done(String token) {
        var done = new HashMap<String, Boolean>();
        for (JsonNode one : world.get("/api/setup", token).body().path("items")) {
            done.put(one.path("step").asString(), one.path("done").asBoolean());
        }
        return done;
    }

    private JsonNode check(String token, String step) {
        World.Answer answer = world.post("/api/setup/" + step + "/check", token, Map.of());
        assertThat(answer.status()).as(step).isEqualTo(200);
        return answer.body();
    }

    @Test
    void an_empty_business_has_nothing_done_and_each_check_says_what_is_wrong() {
        String admin = world.token(real(), Role.ADMIN);
        assertThat(done(admin)).hasSize(7).doesNotContainValue(true);
        for (String step : done(admin).keySet()) {
            JsonNode found = check(admin, step);
            assertThat(found.path("ok").asBoolean()).as(step).isFalse();
            assertThat(found.path("text").asString()).as(step).matches("(?s)[А-ЯЁ].*\\.");
        }
        assertThat(check(admin, "bot").path("text").asString()).contains("BotFather");
        assertThat(check(admin, "site").path("text").asString()).contains("телефона", "персональные данные");
    }

    @Test
    void what_was_done_counts_by_what_is_kept_and_not_by_a_click() {
        Business business = real();
        String admin = world.token(business, Role.ADMIN);
        world.call(HttpMethod.PUT, "/api/bot/contacts", admin, Map.of("phone", "+7 916 123-45-67"));
        Map<String, Object> tariff = Map.of(
                "title",
                "Месяц",
                "price",
                Map.of("amount", "2990.00", "currency", "RUB"),
                "programme_weeks",
                4,
                "active",
                true);
        assertThat(world.post("/api/tariffs", admin, tariff).status()).isEqualTo(201);
        Tenancy.in(
                business.id(),
                () -> users.create(
                        business.id(), "second-" + business.slug(), "Вторая", Role.TRAINER, World.PASSWORD, "test"));
        assertThat(done(admin))
                .containsEntry("texts", true)
                .containsEntry("tariffs", true)
                .containsEntry("team", true)
                .containsEntry("bot", false);
        assertThat(check(admin, "tariffs").path("ok").asBoolean()).isTrue();
    }

    @Test
    void no_two_steps_share_a_place_or_a_name() {
        assertThat(steps.stream().map(SetUpStep::place)).doesNotHaveDuplicates();
        assertThat(steps.stream().map(SetUpStep::name)).doesNotHaveDuplicates();
    }

    @Test
    void only_the_administrator_sees_it_and_an_unknown_step_is_not_found() {
        Business business = world.business();
        assertThat(world.get("/api/setup", world.token(business, Role.MANAGER)).status())
                .isEqualTo(403);
        assertThat(world.post("/api/setup/nothing/check", world.token(business, Role.ADMIN), Map.of())
                        .status())
                .isEqualTo(404);
    }
}
