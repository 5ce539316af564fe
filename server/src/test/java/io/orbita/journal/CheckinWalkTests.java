package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.catalog.Catalog;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.programs.Guest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** The weekly check-in in the bot, each update sent twice, and what the plan does with it. */
@OrbitaTest
class CheckinWalkTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final Course course;

    CheckinWalkTests(
            World world,
            Clients clients,
            Consents consents,
            Catalog catalog,
            ApplicationEventPublisher events,
            Journal journal) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.journal = journal;
        this.course = new Course.Makers(world, clients, consents, catalog, events).of(12);
    }

    @Test
    void a_week_that_hardly_began_is_not_asked_about() {
        course.anna.walker.say("/checkin");
        assertThat(course.anna.walker.lastText()).contains("Первая неделя ещё идёт");
        world.run(
                course.business,
                () -> assertThat(journal.week(course.business.id(), course.anna.client))
                        .isEmpty());
    }

    @Test
    void a_week_nobody_told_about_is_seen_in_the_list_until_it_is_told() {
        course.post("/api/progress", Map.of("client_id", course.anna.client.value(), "period", "before", "weight", 64));
        course.endOfWeek(1);
        assertThat(silentWeek().isNull()).isTrue();
        course.endOfWeek(2);
        assertThat(silentWeek().asInt()).isEqualTo(1);
        course.post("/api/clients/" + course.anna.client + "/checkins", Map.of("week", 1, "outcome", "done"));
        assertThat(silentWeek().isNull()).isTrue();
    }

    private JsonNode silentWeek() {
        return world.get("/api/progress", course.token())
                .body()
                .path("items")
                .get(0)
                .path("silent_week");
    }

    @Test
    void done_leaves_the_plan_and_offers_to_measure() {
        course.endOfWeek(1);
        course.checkin("Всё сделано");
        assertThat(course.anna.walker.lastText()).contains("Дальше по плану");
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        world.run(course.business, () -> {
            var week = journal.week(course.business.id(), course.anna.client).orElseThrow();
            assertThat(week.week()).isEqualTo(1);
            assertThat(week.answered()).isTrue();
        });
        course.anna.walker.press("Записать замеры");
        assertThat(course.anna.walker.lastText()).contains("Сколько вы весите");
    }

    @Test
    void hard_changes_the_next_week_sends_the_plan_and_hands_the_words_to_the_trainer() {
        course.endOfWeek(1);
        JsonNode before = course.plan();
        course.checkin("Было тяжело");
        assertThat(course.anna.walker.texts()).anyMatch(text -> text.contains("Меняю план"));
        assertThat(course.anna.walker.lastText()).startsWith("План изменён.").contains("неделя 2 легче");
        course.anna.walker.say("колени устают");

        JsonNode now = course.plan();
        assertThat(now.path("version").asInt()).isEqualTo(2);
        assertThat(now.path("content").path("weeks").get(0))
                .isEqualTo(before.path("content").path("weeks").get(0));
        assertThat(now.path("content").path("weeks").get(1))
                .isNotEqualTo(before.path("content").path("weeks").get(1));
        assertThat(course.anna.walker.documents()).hasSize(3);
        assertThat(Guest.text(course.anna.walker.documents().getLast())).contains("Эта неделя легче");
        assertThat(course.notices())
                .anyMatch(text -> text.contains("колени устают"))
                .anyMatch(text -> text.contains("План меняем сами"));
        assertThat(world.get("/api/clients/" + course.anna.client + "/timeline", course.token())
                        .body()
                        .toString())
                .contains("programs.adapted")
                .contains("Неделя 1: было тяжело");
    }

    @Test
    void another_answer_for_the_same_week_takes_the_first_change_back() {
        course.endOfWeek(1);
        JsonNode planned = course.plan().path("content");
        course.checkin("Было тяжело");
        assertThat(course.plan().path("content")).isNotEqualTo(planned);
        course.anna.walker.say("/checkin");
        assertThat(course.anna.walker.lastText()).contains("Вы уже ответили: было тяжело");
        course.anna.walker.press("Всё сделано");

        assertThat(course.plan().path("version").asInt()).isEqualTo(3);
        assertThat(course.plan().path("content")).isEqualTo(planned);
        JsonNode answers = world.get("/api/clients/" + course.anna.client + "/checkins", course.token())
                .body()
                .path("items");
        assertThat(answers.valueStream().map(one -> one.path("outcome").asString()))
                .containsExactly("done", "hard");
    }

    @Test
    void pain_is_told_at_once_and_the_movement_gives_way() {
        course.endOfWeek(2);
        course.checkin("Что-то болит");
        assertThat(course.notices()).anyMatch(text -> text.contains("неделя 2: что-то болит"));
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        course.anna.walker.press("Приседания и выпады");
        assertThat(course.plan().path("version").asInt()).isEqualTo(2);
        assertThat(course.adaptation(2).path("pattern").asString()).isEqualTo("Колено-доминант");
        assertThat(course.adaptation(2).path("reasons").toString()).contains("заменено на");
        course.anna.walker.say("правое колено снаружи");
        assertThat(course.notices()).anyMatch(text -> text.contains("правое колено"));
        assertThat(course.anna.walker.documents()).hasSize(3);
    }

    @Test
    void pain_that_nobody_placed_makes_the_week_lighter_after_a_while() {
        course.endOfWeek(1);
        course.checkin("Что-то болит");
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        world.clock().advance(Duration.ofMinutes(16));
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(2);
        assertThat(course.adaptation(1).path("reasons").toString()).contains("легче");
    }

    @Test
    void buttons_of_another_client_or_a_week_to_come_do_nothing() {
        course.endOfWeek(1);
        Guest boris = new Guest(world, clients, events, course.business, "Борис");
        boris.walker.press(Course.button("journal:week:" + course.program + ":1:pain"));
        boris.walker.press(Course.button("journal:hurts:" + course.program + ":1:0"));
        course.anna.walker.press(Course.button("journal:week:" + course.program + ":9:hard"));
        course.anna.walker.press(Course.button("journal:week:" + course.program + ":99999999999999999999:hard"));
        assertThat(world.get("/api/clients/" + course.anna.client + "/checkins", course.token())
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void staff_take_down_what_they_were_told() {
        course.endOfWeek(1);
        String path = "/api/clients/" + course.anna.client + "/checkins";
        World.Answer taken = course.post(path, Map.of("outcome", "hard", "comment", "по телефону"));
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().path("week").asInt()).isEqualTo(1);
        assertThat(taken.body().path("plan").asString()).isEqualTo("changes");
        assertThat(course.post(path, Map.of("outcome", "hard", "week", 7)).status())
                .isEqualTo(422);
        assertThat(course.post(path, Map.of("outcome", "fine")).status()).isEqualTo(422);
        assertThat(course.post("/api/clients/999999999/checkins", Map.of("outcome", "hard"))
                        .status())
                .isEqualTo(404);
    }
}
