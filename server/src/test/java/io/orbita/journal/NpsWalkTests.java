package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.catalog.Catalog;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.programs.Guest;
import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** The end of a programme in the bot: the score, the words, what comes next. */
@OrbitaTest
class NpsWalkTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Course course;

    NpsWalkTests(World world, Clients clients, Consents consents, Catalog catalog, ApplicationEventPublisher events) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.course = new Course.Makers(world, clients, consents, catalog, events).of(4);
    }

    @Test
    void a_programme_that_runs_out_is_told_before_it_does() {
        var soon =
                world.get("/api/programs/ending?days=29", course.token()).body().path("items");
        assertThat(soon).hasSize(1);
        assertThat(soon.path(0).path("client_name").asString()).isEqualTo("Анна");
        assertThat(world.get("/api/programs/ending?days=20", course.token())
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void a_promoter_is_asked_thanked_and_offered_the_next_package_once() {
        over();
        assertThat(questions()).hasSize(1);
        course.anna.walker.press("10");
        assertThat(course.anna.walker.lastText()).contains("Что понравилось");
        course.anna.walker.say("Видно, что растёт нагрузка");
        assertThat(course.anna.walker.texts()).anyMatch(text -> text.contains("Соберём следующую"));
        assertThat(course.anna.walker.buttons().getLast().label()).startsWith("Купить: ");

        JsonNode nps = nps();
        assertThat(nps.path("score").decimalValue()).isEqualByComparingTo("100");
        assertThat(nps.path("count").asInt()).isEqualTo(1);
        assertThat(nps.path("items").get(0).path("comment").asString()).isEqualTo("Видно, что растёт нагрузка");
        assertThat(nps.path("items").get(0).path("client_name").asString()).isEqualTo("Анна");
        assertThat(world.get("/api/loyalty/nps", course.token()).body()).isEqualTo(nps);
        assertThat(world.get("/api/nps?to=2020-01-01", course.token())
                        .body()
                        .path("count")
                        .asInt())
                .isZero();
        assertThat(world.get("/api/nps?client_id=" + course.anna.client, course.token())
                        .body())
                .isEqualTo(nps);
        World.Answer stranger = world.get("/api/nps?client_id=999999999", course.token());
        assertThat(stranger.body().path("count").asInt()).isZero();
        assertThat(stranger.body().path("items")).isEmpty();
        assertThat(course.notices()).anyMatch(text -> text.contains("растёт нагрузка"));

        world.clock().advance(Duration.ofDays(3));
        world.drain();
        assertThat(course.anna.walker.texts().stream().filter(text -> text.contains("Соберём следующую")))
                .hasSize(1);
        assertThat(questions()).hasSize(1);
    }

    @Test
    void a_detractor_gets_the_trainer_and_no_price_list_and_may_change_their_mind() {
        over();
        course.anna.walker.press("6");
        assertThat(course.anna.walker.lastText()).contains("Что пошло не так");
        course.anna.walker.press("Пропустить");
        assertThat(course.notices()).anyMatch(text -> text.contains("6 из 10"));
        world.clock().advance(Duration.ofDays(2));
        world.drain();
        assertThat(course.anna.walker.texts()).noneMatch(text -> text.contains("Соберём следующую"));
        assertThat(nps().path("score").decimalValue()).isEqualByComparingTo("-100");

        course.anna.walker.press("8");
        assertThat(nps().path("score").decimalValue()).isEqualByComparingTo("0");
        assertThat(world.get("/api/clients/" + course.anna.client + "/timeline", course.token())
                        .body()
                        .toString())
                .contains("6 → 8 из 10");
    }

    @Test
    void whoever_does_not_answer_is_offered_the_next_package_a_day_later() {
        over();
        assertThat(course.anna.walker.texts()).noneMatch(text -> text.contains("Соберём следующую"));
        // A day, and the night when the day ends after half past eight in the evening.
        world.clock().advance(Duration.ofDays(1).plusHours(14));
        world.drain();
        assertThat(course.anna.walker.texts()).anyMatch(text -> text.contains("Соберём следующую"));
        assertThat(nps().path("count").asInt()).isZero();
        assertThat(nps().path("score").isNull()).isTrue();
    }

    @Test
    void whoever_asked_for_silence_is_not_asked() {
        course.anna.walker.say("/stop");
        over();
        assertThat(questions()).isEmpty();
    }

    @Test
    void a_button_of_somebody_else_scores_nothing() {
        over();
        Walker.Button ten = course.anna.walker.buttons().stream()
                .filter(button -> button.label().equals("10"))
                .findFirst()
                .orElseThrow();
        Guest boris = new Guest(world, clients, events, course.business, "Борис");
        boris.walker.press(ten);
        boris.walker.press(new Walker.Button(1, "", String.valueOf(ten.data()) + "0", null));
        assertThat(nps().path("count").asInt()).isZero();
    }

    private void over() {
        course.endOfWeek(4);
        assertThat(questions()).isEmpty();
        world.clock().advance(Duration.ofDays(2));
        world.drain();
    }

    private List<String> questions() {
        return course.anna.walker.texts().stream()
                .filter(text -> text.contains("посоветуете"))
                .toList();
    }

    private JsonNode nps() {
        return world.get("/api/nps", course.token()).body();
    }
}
