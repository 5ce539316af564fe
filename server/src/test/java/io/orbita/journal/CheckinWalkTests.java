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
import io.orbita.programs.Guest;
import io.orbita.walk.Walker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The weekly check-in in the bot, each update sent twice, and what the plan does with it. */
@OrbitaTest
class CheckinWalkTests {
    private final World world;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Journal journal;
    private final List<BotCommand> bots;
    private final List<PersonalData> data;
    private final JdbcClient jdbc;
    private final Course course;

    CheckinWalkTests(
            World world,
            Clients clients,
            Consents consents,
            Catalog catalog,
            ApplicationEventPublisher events,
            Journal journal,
            List<BotCommand> bots,
            List<PersonalData> data,
            JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.events = events;
        this.journal = journal;
        this.bots = bots;
        this.data = data;
        this.jdbc = jdbc;
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
    void done_leaves_the_plan_and_offers_to_measure() {
        course.endOfWeek(1);
        checkin("Всё сделано");
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
        checkin("Было тяжело");
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
        checkin("Было тяжело");
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
        checkin("Что-то болит");
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
        checkin("Что-то болит");
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        world.clock().advance(Duration.ofMinutes(16));
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(2);
        assertThat(course.adaptation(1).path("reasons").toString()).contains("легче");
    }

    @Test
    void when_the_business_wants_it_the_trainer_decides() {
        settings("ask");
        course.endOfWeek(2);
        checkin("Были пропуски");
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
        settings("ask");
        course.endOfWeek(1);
        checkin("Было тяжело");
        assertThat(course.post("/api/programs/" + course.program + "/adaptations/1/decline", Map.of())
                        .status())
                .isEqualTo(200);
        settings("off");
        course.endOfWeek(2);
        checkin("Было тяжело");
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
        settings("ask");
        course.endOfWeek(1);
        checkin("Было тяжело");
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
        settings("ask");
        course.endOfWeek(1);
        checkin("Было тяжело");
        course.endOfWeek(4);
        course.post("/api/programs/" + course.program + "/adaptations/1/apply", Map.of());
        world.drain();
        assertThat(course.plan().path("version").asInt()).isEqualTo(1);
        assertThat(course.adaptation(1).path("state").asString()).isEqualTo("nothing");
    }

    @Test
    void buttons_of_another_client_or_a_week_to_come_do_nothing() {
        course.endOfWeek(1);
        Guest boris = new Guest(world, clients, events, course.business, "Борис");
        boris.walker.press(button("journal:week:" + course.program + ":1:pain"));
        boris.walker.press(button("journal:hurts:" + course.program + ":1:0"));
        course.anna.walker.press(button("journal:week:" + course.program + ":9:hard"));
        course.anna.walker.press(button("journal:week:" + course.program + ":99999999999999999999:hard"));
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

    @Test
    void the_trainer_nods_in_the_bot_and_nobody_else_can() {
        settings("ask");
        course.endOfWeek(1);
        checkin("Было тяжело");
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
        checkin("Что-то болит");
        course.anna.walker.press("Приседания и выпады");
        course.anna.walker.say("правое колено снаружи");
        course.endOfWeek(2);
        course.anna.walker.press(button(Journal.CHECKIN_BUTTON));
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

    private String pressed(String data, @org.jspecify.annotations.Nullable StaffMember staff) {
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

    private void checkin(String answer) {
        course.anna.walker.press(button(Journal.CHECKIN_BUTTON));
        course.anna.walker.press(answer);
    }

    private static Walker.Button button(String data) {
        return new Walker.Button(1, "кнопка", data, null);
    }

    private void settings(String mode) {
        assertThat(world.call(HttpMethod.PUT, "/api/programs/settings", course.token(), Map.of("adaptation", mode))
                        .status())
                .isEqualTo(200);
    }
}
