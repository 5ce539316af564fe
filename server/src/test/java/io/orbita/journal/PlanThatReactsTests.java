package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Role;
import io.orbita.businesses.StaffMember;
import io.orbita.catalog.Catalog;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.spi.PersonalData;
import io.orbita.dialogues.spi.BotCall;
import io.orbita.dialogues.spi.BotCommand;
import io.orbita.messaging.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The trainer's part in a plan that reacts, and what is left of it when the client is forgotten. */
@OrbitaTest
class PlanThatReactsTests {
    private final World world;
    private final List<BotCommand> bots;
    private final List<PersonalData> data;
    private final JdbcClient jdbc;
    private final Course course;

    PlanThatReactsTests(
            World world,
            Clients clients,
            Consents consents,
            Catalog catalog,
            ApplicationEventPublisher events,
            List<BotCommand> bots,
            List<PersonalData> data,
            JdbcClient jdbc) {
        this.world = world;
        this.bots = bots;
        this.data = data;
        this.jdbc = jdbc;
        this.course = new Course.Makers(world, clients, consents, catalog, events).of(12);
    }

    @Test
    void when_the_business_wants_it_the_trainer_decides() {
        course.reacts("ask");
        course.endOfWeek(2);
        course.checkin("Были пропуски");
        assertThat(course.anna.walker.texts()).anyMatch(text -> text.contains("Тренер посмотрит"));
        JsonNode proposal = course.adaptation(2);
        assertThat(proposal.path("state").asString()).isEqualTo("proposed");
        assertThat(proposal.path("cells")).isNotEmpty();
        assertThat(proposal.path("cells")
                        .valueStream()
                        .map(cell -> cell.path("path").asString()))
                .noneMatch(path -> path.startsWith("weeks.1.") || path.startsWith("weeks.2."));
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);

        String path = "/api/programs/" + course.program + "/adaptations/2";
        assertThat(course.post(path + "/apply", Map.of()).status()).isEqualTo(200);
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(2);
        assertThat(course.adaptation(2).path("state").asString()).isEqualTo("applied");
        assertThat(course.post(path + "/decline", Map.of()).status()).isEqualTo(409);
        JsonNode cells = world.get("/api/programs/" + course.program + "/diff?from=1", course.token())
                .body()
                .path("cells");
        assertThat(cells).isEqualTo(proposal.path("cells"));
    }

    @Test
    void declined_or_off_the_plan_stays() {
        course.reacts("ask");
        course.endOfWeek(1);
        course.checkin("Было тяжело");
        assertThat(course.post("/api/programs/" + course.program + "/adaptations/1/decline", Map.of())
                        .status())
                .isEqualTo(200);
        course.reacts("off");
        course.endOfWeek(2);
        course.checkin("Было тяжело");
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        assertThat(world.call(
                                HttpMethod.PUT,
                                "/api/programs/settings",
                                course.token(),
                                Map.of("adaptation", "sometimes"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void what_the_trainer_edited_is_built_upon_and_not_lost() {
        course.reacts("ask");
        course.endOfWeek(1);
        course.checkin("Было тяжело");
        world.call(
                HttpMethod.PATCH,
                "/api/programs/" + course.program,
                course.token(),
                Map.of("content", Map.of("weeks", Map.of("5", Map.of("advice", "Совет от тренера")))));
        course.post("/api/programs/" + course.program + "/adaptations/1/apply", Map.of());
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(3);
        assertThat(course.plan()
                        .path("content")
                        .path("weeks")
                        .get(4)
                        .path("advice")
                        .asString())
                .isEqualTo("Совет от тренера");
    }

    @Test
    void a_nod_that_comes_weeks_later_touches_no_past_week() {
        course.reacts("ask");
        course.endOfWeek(1);
        course.checkin("Было тяжело");
        course.endOfWeek(4);
        course.post("/api/programs/" + course.program + "/adaptations/1/apply", Map.of());
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        assertThat(course.adaptation(1).path("state").asString()).isEqualTo("nothing");
    }

    @Test
    void the_trainer_nods_in_the_bot_and_nobody_else_can() {
        course.reacts("ask");
        course.endOfWeek(1);
        course.checkin("Было тяжело");
        String apply = course.notices().stream()
                .filter(text -> text.contains("Предлагаем изменить план"))
                .findFirst()
                .map(_ -> "adapt:" + adaptationId() + ":yes")
                .orElseThrow();
        assertThat(pressed(apply, null)).contains("только тренер");
        assertThat(pressed(apply, new StaffMember(7, "Касса", Role.CASHIER))).contains("только тренер");
        assertThat(pressed("adapt:999999999:yes", trainer())).contains("нечего");
        assertThat(pressed(apply, trainer())).contains("меняем план");
        assertThat(pressed(apply, trainer())).contains("нечего");
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(2);
        assertThat(course.adaptation(1).path("decided_by").asLong())
                .isEqualTo(trainer().id());
    }

    @Test
    void a_forgotten_client_leaves_no_plan_to_change_and_no_words() {
        course.endOfWeek(1);
        course.checkin("Что-то болит");
        course.anna.walker.press("Приседания и выпады");
        course.anna.walker.say("правое колено снаружи");
        course.endOfWeek(2);
        course.anna.walker.press(Course.button(Journal.CHECKIN_BUTTON));
        course.anna.walker.press("Что-то болит");
        world.run(course.business, () -> data.forEach(room -> room.erase(course.business.id(), course.anna.client)));
        world.clock().advance(Duration.ofMinutes(20));
        world.drain();

        assertThat(world.in(
                        course.business,
                        () -> jdbc.sql("""
                                select coalesce(string_agg(coalesce(pattern, '') || coalesce(comment, ''), ''), '') from journal.checkin
                                 where business_id = :business
                                """)
                                .param("business", course.business.id().value())
                                .query(String.class)
                                .single()))
                .isEmpty();
        assertThat(course.adaptation(1).path("reasons")).isEmpty();
        assertThat(world.in(
                        course.business,
                        () -> jdbc.sql("""
                                select count(*) from programs.version
                                 where business_id = :business and (content is not null or reason is not null)
                                """)
                                .param("business", course.business.id().value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private long adaptationId() {
        return world.in(
                course.business,
                () -> jdbc.sql("select id from programs.adaptation where business_id = :business")
                        .param("business", course.business.id().value())
                        .query(Long.class)
                        .single());
    }

    private static StaffMember trainer() {
        return new StaffMember(5, "Тренер", Role.TRAINER);
    }

    private String pressed(String data, @Nullable StaffMember staff) {
        return world.in(
                course.business,
                () -> bots.stream()
                        .filter(bot -> bot.prefix().equals("prog"))
                        .findFirst()
                        .orElseThrow()
                        .onPress(
                                new BotCall(course.business.id(), new ConversationId(1), course.anna.client, 1, staff),
                                data)
                        .contents()
                        .getFirst()
                        .text());
    }
}
