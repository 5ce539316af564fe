package io.orbita.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The cabinet from the link to the last mark; the tests walk in through the bot, as people do. */
@OrbitaTest
class CabinetTests {
    private static final String CABINET = "/api/cabinet";
    private static long chats = 910_000;

    private final World world;

    CabinetTests(World world) {
        this.world = world;
    }

    /** A client in a chat, who has a free programme. */
    private final class Client {
        final Business business;
        final Walker walker;

        Client(Business business, String name) {
            this.business = business;
            this.walker = new Walker(world.url(), business.slug(), ++chats, name, world::drain);
            walker.say("/start");
            walker.press("бесплатную программу");
            walker.answerAll();
        }

        /** Tokens of staff live minutes, and tests let days pass. */
        String staff() {
            return world.token(business, Role.ADMIN);
        }

        String link() {
            walker.say("/cabinet");
            return walker.buttons().stream()
                    .map(button -> String.valueOf(button.url()))
                    .filter(url -> url.contains("/c/"))
                    .reduce((_, last) -> last)
                    .map(url -> url.substring(url.lastIndexOf('/') + 1))
                    .orElseThrow();
        }

        Device device() {
            return new Device(open(link()));
        }

        long id() {
            return world.get("/api/clients?sort=-created_at", staff())
                    .body()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asLong();
        }
    }

    /** A browser with the cookie of a session. */
    private final class Device {
        final String cookie;

        Device(World.Answer opened) {
            assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
            String set = opened.headers().getFirst("Set-Cookie");
            assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/api/cabinet");
            this.cookie = String.valueOf(set).replaceFirst(";.*", "");
        }

        World.Answer get(String path) {
            return world.call(HttpMethod.GET, CABINET + path, null, null, "Cookie", cookie);
        }

        World.Answer send(HttpMethod method, String path, @Nullable Object body) {
            return world.call(method, CABINET + path, null, body, "Cookie", cookie, "X-Orbita-CSRF", "1");
        }

        World.Answer post(String path, Object body) {
            return send(HttpMethod.POST, path, body);
        }

        long program() {
            return get("/programs").body().path("items").path(0).path("id").asLong();
        }
    }

    private World.Answer open(String token) {
        return world.call(HttpMethod.POST, CABINET + "/session", null, Map.of("token", token), "X-Orbita-CSRF", "1");
    }

    private Client client() {
        return new Client(world.business(), "Анна");
    }

    private Map<String, Object> mark(String key, int set, boolean done, Duration ago, @Nullable Object weight) {
        var mark = new HashMap<String, Object>(Map.of(
                "key",
                key,
                "week",
                1,
                "day",
                1,
                "place",
                1,
                "exercise",
                "Приседания",
                "set",
                set,
                "done",
                done,
                "at",
                world.clock().instant().minus(ago).toString()));
        if (weight != null) {
            mark.put("weight", weight);
        }
        return mark;
    }

    private static Map<String, Object> marks(Object... marks) {
        return Map.of("marks", List.of(marks));
    }

    @Test
    void a_link_opens_once_and_for_half_an_hour() {
        Client anna = client();
        String link = anna.link();
        Device device = new Device(open(link));
        assertThat(device.get("/me").body().path("name").asString()).isEqualTo("Анна");
        assertThat(open(link).status()).isEqualTo(410);
        assertThat(open(link).body().path("code").asString()).isEqualTo("cabinet.link-gone");

        String late = anna.link();
        world.clock().advance(Duration.ofMinutes(31));
        assertThat(open(late).status()).isEqualTo(410);
        assertThat(open("1-0000000000000000000000").status()).isEqualTo(410);
        assertThat(open("rubbish").status()).isEqualTo(410);
    }

    @Test
    void nothing_is_shown_without_a_session_and_nothing_is_changed_from_another_site() {
        Device device = client().device();
        assertThat(world.get(CABINET + "/me", null).status()).isEqualTo(401);
        assertThat(world.call(HttpMethod.GET, CABINET + "/me", null, null, "Cookie", device.cookie + "x")
                        .status())
                .isEqualTo(401);
        assertThat(world.call(
                                HttpMethod.POST,
                                CABINET + "/programs/" + device.program() + "/marks",
                                null,
                                marks(mark("a", 1, true, Duration.ZERO, null)),
                                "Cookie",
                                device.cookie)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void two_devices_are_two_sessions_and_one_of_them_ends_both() {
        Client anna = client();
        Device phone = anna.device();
        Device laptop = anna.device();
        assertThat(phone.post("/logout", Map.of()).status()).isEqualTo(204);
        assertThat(phone.get("/me").status()).isEqualTo(401);
        assertThat(laptop.get("/me").status()).isEqualTo(200);
        Device tablet = anna.device();
        String unused = anna.link();
        assertThat(tablet.post("/logout-everywhere", Map.of()).status()).isEqualTo(204);
        assertThat(laptop.get("/me").status()).isEqualTo(401);
        assertThat(open(unused).status()).isEqualTo(410);
    }

    @Test
    void who_comes_back_stays_inside_and_who_does_not_is_shown_out() {
        Device device = client().device();
        world.clock().advance(Duration.ofDays(40));
        assertThat(device.get("/me").status()).isEqualTo(200);
        world.clock().advance(Duration.ofDays(40));
        assertThat(device.get("/me").status()).isEqualTo(200);
        world.clock().advance(Duration.ofDays(61));
        assertThat(device.get("/me").status()).isEqualTo(401);
    }

    @Test
    void the_programme_is_read_by_weeks_and_trainings() {
        Device device = client().device();
        JsonNode plan = device.get("/programs/" + device.program()).body().path("plan");
        JsonNode session = plan.path("weeks").path(0).path("sessions").path(0);
        assertThat(session.path("exercises").size()).isGreaterThan(2);
        assertThat(session.path("exercises").path(0).path("place").asInt()).isEqualTo(1);
        assertThat(plan.toString()).as("the template's id is for staff").doesNotContain("Women_");
    }

    @Test
    void marks_come_late_twice_and_from_two_devices_and_the_latest_holds() {
        Client anna = client();
        Device phone = anna.device();
        Device laptop = anna.device();
        String path = "/programs/" + phone.program() + "/marks";
        JsonNode first = phone.post(
                        path,
                        marks(
                                mark("b", 1, true, Duration.ofMinutes(5), 20),
                                mark("c", 2, true, Duration.ofMinutes(4), 22.5)))
                .body();
        assertThat(first.path("taken")).hasSize(2);
        assertThat(phone.post(path, marks(mark("b", 1, true, Duration.ofMinutes(5), 20)))
                        .body()
                        .path("older"))
                .as("the same twice changes nothing")
                .hasSize(1);
        assertThat(laptop.post(path, marks(mark("a", 1, false, Duration.ofHours(1), null)))
                        .body()
                        .path("older"))
                .as("an older mark that comes late does not win")
                .hasSize(1);
        assertThat(laptop.post(path, marks(mark("d", 1, true, Duration.ofMinutes(1), 30)))
                        .body()
                        .path("taken"))
                .hasSize(1);
        JsonNode now = phone.get("/programs/" + phone.program()).body().path("marks");
        assertThat(now).hasSize(2);
        assertThat(now.path(0).path("weight").decimalValue()).isEqualByComparingTo("30");
    }

    @Test
    void a_clock_that_runs_ahead_does_not_win_for_ever() {
        Device device = client().device();
        String path = "/programs/" + device.program() + "/marks";
        device.post(path, marks(mark("z", 1, true, Duration.ofDays(-300), 50)));
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(device.post(path, marks(mark("a", 1, true, Duration.ZERO, 20)))
                        .body()
                        .path("taken"))
                .hasSize(1);
    }

    @Test
    void what_nobody_lifts_is_refused_by_its_field() {
        Device device = client().device();
        String path = "/programs/" + device.program() + "/marks";
        assertThat(device.post(path, marks(mark("a", 1, true, Duration.ZERO, 501)))
                        .status())
                .isEqualTo(422);
        assertThat(device.post(path, marks(mark("a", 0, true, Duration.ZERO, 50)))
                        .status())
                .isEqualTo(422);
        var many = new ArrayList<Object>();
        for (int i = 0; i < 301; i++) {
            many.add(mark("k" + i, 1, true, Duration.ZERO, null));
        }
        assertThat(device.post(path, marks(many.toArray())).status()).isEqualTo(422);
    }

    @Test
    void the_trainer_sees_the_marks_and_the_timeline_tells_of_the_training_once() {
        Client anna = client();
        Device device = anna.device();
        long program = device.program();
        device.post(
                "/programs/" + program + "/marks",
                marks(mark("a", 1, true, Duration.ZERO, 20), mark("b", 2, true, Duration.ZERO, 20)));
        String trainer = world.token(anna.business, Role.TRAINER);
        assertThat(world.get("/api/programs/" + program + "/marks", trainer)
                        .body()
                        .path("items"))
                .hasSize(2);
        world.clock().advance(Duration.ofHours(2));
        world.drain();
        List<String> told = world.get("/api/clients/" + anna.id() + "/timeline", anna.staff())
                .body()
                .path("items")
                .valueStream()
                .map(line -> line.path("text").asString(""))
                .filter(text -> text.startsWith("Тренировка"))
                .toList();
        assertThat(told).singleElement().asString().contains("неделя 1, день 1: 2 из ");
        String stranger = world.token(world.business(), Role.TRAINER);
        assertThat(world.get("/api/programs/" + program + "/marks", stranger).status())
                .isEqualTo(404);
    }

    @Test
    void what_belongs_to_others_does_not_exist() {
        Client anna = client();
        Device own = anna.device();
        long program = own.program();
        Device neighbour = new Client(anna.business, "Борис").device();
        Device stranger = client().device();
        for (Device other : List.of(neighbour, stranger)) {
            assertThat(other.get("/programs/" + program).status()).isEqualTo(404);
            assertThat(other.post("/programs/" + program + "/marks", marks(mark("x", 1, true, Duration.ZERO, 1)))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(own.get("/programs/" + program).body().path("marks")).isEmpty();
    }

    @Test
    void measurements_keep_their_bounds_and_a_jump_is_asked_about() {
        Device device = client().device();
        assertThat(device.post("/measurements", Map.of("figures", Map.of("weight", 20)))
                        .status())
                .isEqualTo(422);
        assertThat(device.post("/measurements", Map.of("figures", Map.of("height", 180)))
                        .status())
                .isEqualTo(422);
        assertThat(device.post("/measurements", Map.of("figures", Map.of("weight", 64, "waist", 74.5)))
                        .status())
                .isEqualTo(201);
        assertThat(device.post("/measurements", Map.of("figures", Map.of("chest", 96)))
                        .status())
                .isEqualTo(201);
        JsonNode items = device.get("/measurements").body().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.path(0).path("figures").path("waist").decimalValue()).isEqualByComparingTo("74.5");
        assertThat(items.path(0).path("figures").path("chest").decimalValue()).isEqualByComparingTo("96");
        assertThat(device.get("/checkin").body().path("week").isNull()).isTrue();
        assertThat(device.post("/checkin", Map.of("outcome", "done")).status()).isEqualTo(422);
    }

    @Test
    void asking_by_mail_tells_nobody_who_is_known_and_the_letter_opens_the_cabinet() {
        Business business = world.business();
        String staff = world.token(business, Role.ADMIN);
        world.post("/api/clients", staff, Map.of("name", "Вера", "emails", List.of("vera@example.ru")));
        var known =
                world.post(CABINET + "/links", null, Map.of("business", business.slug(), "email", "Vera@Example.ru"));
        var unknown =
                world.post(CABINET + "/links", null, Map.of("business", business.slug(), "email", "nobody@example.ru"));
        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        world.drain();
        List<JsonNode> letters = letters(business);
        assertThat(letters).hasSize(1);
        String token = letters.getFirst().toString().replaceFirst(".*/c/([0-9A-Za-z]+-[0-9A-Za-z]{22}).*", "$1");
        assertThat(new Device(open(token)).get("/me").body().path("name").asString())
                .isEqualTo("Вера");
        for (int i = 0; i < 5; i++) {
            world.post(CABINET + "/links", null, Map.of("business", business.slug(), "email", "vera@example.ru"));
        }
        world.drain();
        assertThat(letters(business)).as("three an hour").hasSize(3);
        assertThat(world.get("/api/conversations", staff).body().path("items"))
                .as("staff does not read links into cabinets")
                .isEmpty();
    }

    private List<JsonNode> letters(Business business) {
        return world.get("/api/sandbox/mail/" + business.slug(), null)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void a_person_takes_everything_along_and_is_forgotten() {
        Client anna = client();
        Device device = anna.device();
        device.post("/programs/" + device.program() + "/marks", marks(mark("a", 1, true, Duration.ZERO, 20)));
        String archive = device.post("/export", Map.of()).body().path("url").asString();
        assertThat(world.get(archive, null).headers().getContentType()).hasToString("application/zip");
        assertThat(device.post("/erase", Map.of("confirm", "да")).status()).isEqualTo(422);
        String unused = anna.link();
        assertThat(device.post("/erase", Map.of("confirm", "Стереть")).status()).isEqualTo(202);
        assertThat(device.get("/me").status()).isEqualTo(401);
        assertThat(open(unused).status()).isEqualTo(410);
        world.drain();
        assertThat(world.get("/api/clients", anna.staff()).body().path("items")).isEmpty();
    }

    @Test
    void who_was_forgotten_by_staff_is_shown_out() {
        Client anna = client();
        Device device = anna.device();
        world.post("/api/clients/" + anna.id() + "/erase", anna.staff(), Map.of("confirm", "Анна"));
        world.drain();
        assertThat(device.get("/me").status()).isEqualTo(401);
    }

    @Test
    void a_merged_person_sees_what_both_cards_brought() {
        Business business = world.business();
        Client anna = new Client(business, "Анна");
        Device first = anna.device();
        long firstId = anna.id();
        Client other = new Client(business, "Аня");
        Device second = other.device();
        long secondId = other.id();
        var merged = world.post("/api/clients/" + firstId + "/merge", anna.staff(), Map.of("client_id", secondId));
        assertThat(merged.status()).as(merged.body().toString()).isLessThan(300);
        for (Device device : List.of(first, second)) {
            assertThat(device.get("/me").body().path("name").asString()).isEqualTo("Анна");
            assertThat(device.get("/programs").body().path("items")).hasSize(2);
        }
        long foreign = second.program();
        assertThat(first.post("/programs/" + foreign + "/marks", marks(mark("a", 1, true, Duration.ZERO, 20)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void offers_are_agreed_to_and_taken_back() {
        Device device = client().device();
        device.send(HttpMethod.PUT, "/consents/marketing", Map.of("given", true));
        device.send(HttpMethod.PUT, "/consents/marketing", Map.of("given", true));
        device.send(HttpMethod.PUT, "/consents/marketing", Map.of("given", false));
        assertThat(device.get("/consents")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(entry -> entry.path("through").asString().equals("cabinet"))
                        .map(entry -> entry.path("given").asBoolean()))
                .containsExactly(true, false);
    }
}
