package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import io.orbita.programs.Guest;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.JsonNode;

/** Measuring in the bot, each update sent twice; days pass, and nothing is said that nobody asked for. */
@OrbitaTest
class MeasuringWalkTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Business business;

    MeasuringWalkTests(World world, Clients clients, ApplicationEventPublisher events) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.business = world.withoutReminders(world.business());
    }

    /** Which week it is goes by days: were it shortly before midnight, it could be another one when it is asked for. */
    @BeforeEach
    void noon() {
        var now = world.clock().instant().atZone(ZoneId.of("Europe/Moscow"));
        world.clock().advance(Duration.between(now, now.plusDays(1).with(LocalTime.NOON)));
        world.drain();
    }

    @Test
    void figures_are_typed_freely_skipped_doubted_and_kept() {
        Guest anna = trainee();
        anna.walker.say("/progress");
        assertThat(anna.walker.lastText()).contains("до начала").contains("Сколько вы весите");
        anna.walker.say("сейчас взвешусь");
        assertThat(anna.walker.lastText()).contains("Нужно одно число").contains("78,5");
        anna.walker.say("64,2");
        assertThat(anna.walker.lastText()).contains("Обхват груди");
        anna.walker.say("пропустить");
        anna.walker.say("5");
        assertThat(anna.walker.lastText()).contains("от 40 до 220 см");
        anna.walker.say("70 см");
        anna.walker.press("Закончить");
        assertThat(anna.walker.lastText()).isEqualTo("Записал, до начала:\nВес: 64,2 кг (−0,3)\nТалия: 70 см");

        world.clock().advance(Duration.ofDays(15));
        anna.walker.say("/progress");
        assertThat(anna.walker.lastText()).contains("неделя 3").contains("В прошлый раз: 64,2");
        anna.walker.say("50");
        assertThat(anna.walker.lastText()).contains("было 64,2, теперь 50 кг. Точно?");
        anna.walker.say("нет");
        anna.walker.say("60");
        anna.walker.say("пропустить");
        anna.walker.say("82");
        assertThat(anna.walker.lastText()).contains("Точно?");
        anna.walker.press("Да, точно");
        anna.walker.press("Закончить");

        List<JsonNode> journal = journal(anna);
        assertThat(journal.get(0).path("weight").decimalValue()).isEqualByComparingTo("64.2");
        assertThat(journal.get(1).path("period").asString()).isEqualTo("week_3");
        assertThat(journal.get(1).path("weight").decimalValue()).isEqualByComparingTo("60");
        assertThat(journal.get(1).path("waist").decimalValue()).isEqualByComparingTo("82");
        assertThat(told(anna))
                .containsExactly(
                        "Замеры, неделя 3: вес 64,2 → 60 кг, талия 70 → 82 см",
                        "Замеры, до начала: вес 64,2 кг, талия 70 см");
    }

    @Test
    void a_sitting_left_in_the_middle_loses_nothing_and_is_told_once() {
        Guest anna = trainee();
        anna.walker.say("/progress");
        anna.walker.say("64,2");
        anna.walker.say("/start");
        assertThat(told(anna)).isEmpty();

        world.clock().advance(Duration.ofMinutes(61));
        world.drain();

        assertThat(told(anna)).containsExactly("Замеры, до начала: вес 64,2 кг");
        anna.walker.say("/progress");
        anna.walker.press("Закончить");
        assertThat(told(anna)).hasSize(1);
    }

    @Test
    void another_period_can_be_chosen_and_an_old_button_opens_no_other_programme() {
        Guest anna = trainee();
        world.clock().advance(Duration.ofDays(8));
        anna.walker.say("/progress");
        anna.walker.press("Другой период");
        anna.walker.press("До начала");
        anna.walker.say("65");
        anna.walker.press("Закончить");
        assertThat(journal(anna).getFirst().path("period").asString()).isEqualTo("before");

        Guest boris = new Guest(world, clients, events, business, "Борис");
        long program = journal(anna).getFirst().path("program_id").asLong();
        boris.walker.press(
                new io.orbita.walk.Walker.Button(1, "чужая", "journal:sure:" + program + ":week_1:0:800", null));
        assertThat(journal(boris)).isEmpty();
        assertThat(journal(anna)).hasSize(1);
    }

    private Guest trainee() {
        Guest guest = new Guest(world, clients, events, business, "Анна");
        guest.walker.press("бесплатную программу");
        guest.walker.answerAll();
        guest.paid(12);
        assertThat(guest.walker.documents()).hasSize(2);
        return guest;
    }

    private List<JsonNode> journal(Guest guest) {
        return world.get("/api/progress/" + guest.client, world.token(business, Role.TRAINER))
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> told(Guest guest) {
        return world.get("/api/clients/" + guest.client + "/timeline", world.token(business, Role.TRAINER))
                .body()
                .path("items")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals("journal.measured"))
                .map(line -> line.path("text").asString())
                .toList();
    }
}
