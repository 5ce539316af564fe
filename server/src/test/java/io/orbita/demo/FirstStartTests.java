package io.orbita.demo;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Role;
import io.orbita.businesses.Users;
import io.orbita.catalog.Catalog;
import io.orbita.platform.StartRefused;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Readiness;
import io.orbita.programs.FirstPrint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

/** Starts of a server that was begun without the demo, as the one of all tests was. */
@OrbitaTest
@ExtendWith(OutputCaptureExtension.class)
class FirstStartTests {
    @TempDir
    Path data;

    private final World world;
    private final Businesses businesses;
    private final Users users;
    private final Catalog catalog;
    private final DemoBusiness demo;
    private final DemoLife life;
    private final FirstPrint press;

    FirstStartTests(
            World world,
            Businesses businesses,
            Users users,
            Catalog catalog,
            DemoBusiness demo,
            DemoLife life,
            FirstPrint press) {
        this.world = world;
        this.businesses = businesses;
        this.users = users;
        this.catalog = catalog;
        this.demo = demo;
        this.life = life;
        this.press = press;
    }

    @Test
    void the_demo_comes_later_too_its_passwords_are_told_once_and_what_was_taken_off_sale_stays_off(
            CapturedOutput output) {
        // The application of all tests may have begun to speak just now.
        int before = output.getOut().length();
        start(true, "");
        assertThat(output.getOut().substring(before))
                .contains("login: demo-admin (also studio-admin)")
                .contains("password: ");
        String password = output.getOut().replaceAll("(?s).*password: (\\S+).*", "$1");
        assertThat(world.login("demo-admin", password)).isNotBlank();
        assertThat(world.login("admin", "first-password")).isNotBlank();
        assertThat(new PasswordNote(data).exists()).isFalse();

        Business business = businesses.named("demo");
        String token = world.login("demo-admin", password);
        hasAMonthOfLife(business, token);
        Tenancy.in(business.id(), () -> catalog.onSale(business.id()))
                .forEach(tariff -> world.call(
                        HttpMethod.PUT,
                        "/api/tariffs/" + tariff.id(),
                        token,
                        Map.of("title", tariff.title(), "price", tariff.price(), "active", false)));
        assertThat(onSale(business)).isEmpty();

        start(true, "another-password");
        assertThat(onSale(business)).isEmpty();
        assertThat(output.getOut().substring(before).split("password:", -1)).hasSize(2);
        assertThat(world.post("/api/auth/login", null, Map.of("username", "demo-admin", "password", "another-password"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_password_noted_by_a_start_that_was_killed_goes_before_a_given_one(CapturedOutput output) {
        String noted = new PasswordNote(data).password();
        start(false, "given-later");
        assertThat(output.getOut()).contains("password: " + noted).doesNotContain("given-later");
    }

    @Test
    void a_password_with_which_nobody_could_sign_in_is_refused() {
        assertThatThrownBy(() -> start(false, "a".repeat(201))).isInstanceOf(StartRefused.class);
    }

    @Test
    void a_long_password_signs_in_whole_and_not_by_its_beginning() {
        Business business = world.business();
        String beginning = "пароль".repeat(12);
        List<String> given = List.of(beginning + "1", beginning + "2");
        String name = business.slug();
        Tenancy.run(business.id(), () -> users.create(business.id(), name, "А", Role.ADMIN, given.getFirst(), "t"));
        assertThat(world.login(name, given.getFirst())).isNotBlank();
        assertThat(world.post("/api/auth/login", null, Map.of("username", name, "password", given.getLast()))
                        .status())
                .isEqualTo(401);
    }

    private void hasAMonthOfLife(Business business, String token) {
        var clients = world.get("/api/clients?limit=100", token).body().path("items");
        var stages = clients.valueStream()
                .map(client -> client.path("stage").path("role").asString())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(stages)
                .containsOnlyKeys("first_contact", "consultation", "deciding", "active", "finished", "inactive")
                .extractingByKey("active", as(InstanceOfAssertFactories.LONG))
                .isGreaterThan(5);
        var now = world.clock().instant();
        var days = clients.valueStream()
                .map(client -> Instant.parse(client.path("created_at").asString()))
                .peek(at -> assertThat(at).isBetween(now.minus(Duration.ofDays(DemoLife.DAYS + 1)), now))
                .map(at -> LocalDate.ofInstant(at, business.zone()))
                .distinct();
        assertThat(days.count()).isGreaterThan(15);
        life.lead(business);
        assertThat(world.get("/api/clients?limit=100", token).body().path("items"))
                .hasSize(clients.size());
    }

    private List<?> onSale(Business business) {
        return Tenancy.in(business.id(), () -> catalog.onSale(business.id()));
    }

    private void start(boolean withDemo, String given) {
        var note = new PasswordNote(data);
        new FirstStart(businesses, users, new Readiness(), demo, life, press, note, withDemo, given).ready();
    }
}
