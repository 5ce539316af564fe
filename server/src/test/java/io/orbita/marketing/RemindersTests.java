package io.orbita.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.dialogues.AskedForAnswers;
import io.orbita.dialogues.Dialogues;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.dialogues.QuestionnaireStarted;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.programs.ProgramDelivered;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Rules at work: what is sent, what is taken back, what is shown. */
@OrbitaTest
class RemindersTests {
    private static final AtomicLong CHATS = new AtomicLong(8_100_000);

    private final World world;
    private final Clients clients;
    private final Consents consents;
    private final Dialogues dialogues;
    private final ApplicationEventPublisher events;
    private final Pass pass;
    private final Business business;
    private final long chat = CHATS.incrementAndGet();

    RemindersTests(
            World world,
            Clients clients,
            Consents consents,
            Dialogues dialogues,
            ApplicationEventPublisher events,
            Pass pass) {
        this.world = world;
        this.clients = clients;
        this.consents = consents;
        this.dialogues = dialogues;
        this.events = events;
        this.pass = pass;
        this.business = world.business();
    }

    /** Noon in Moscow: nothing here is about the night unless a test says so. */
    @BeforeEach
    void noon() {
        untilMoscow(LocalTime.NOON);
    }

    private void untilMoscow(LocalTime time) {
        var now = world.clock().instant().atZone(ZoneId.of("Europe/Moscow"));
        var then = now.with(time);
        world.clock().advance(Duration.between(now, then.isBefore(now) ? then.plusDays(1) : then));
    }

    private String owner() {
        return world.token(business, Role.ADMIN);
    }

    private ClientId starts() {
        says("/start");
        return world.in(
                        business,
                        () -> clients.byIdentity(
                                business.id(), new Identity(Identity.Kind.SANDBOX, Long.toString(chat))))
                .orElseThrow();
    }

    private void says(String text) {
        var from = Map.of("id", chat, "is_bot", false, "first_name", "Анна");
        world.post(
                "/api/sandbox/bot/" + business.slug() + "/updates",
                null,
                Map.of(
                        "update_id",
                        CHATS.incrementAndGet(),
                        "message",
                        Map.of(
                                "message_id", CHATS.incrementAndGet(),
                                "from", from,
                                "chat", Map.of("id", chat, "type", "private"),
                                "date", world.clock().instant().getEpochSecond(),
                                "text", text)));
        world.drain();
    }

    private void tell(Object event) {
        world.run(business, () -> events.publishEvent(event));
        world.drain();
    }

    private void agrees(ClientId client) {
        world.run(
                business,
                () -> consents.record(
                        business.id(), client, Consents.Purpose.MARKETING, true, "v1", "Согласие", "bot"));
    }

    private void later(Duration time) {
        world.clock().advance(time);
        world.drain();
    }

    private List<JsonNode> said() {
        return world.get("/api/sandbox/bot/" + business.slug() + "/messages?limit=200&after=0&chat_id=" + chat, null)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<String> reminded() {
        return log("").stream()
                .map(line ->
                        line.path("rule").asString() + " " + line.path("step").asInt() + " "
                                + line.path("state").asString()
                                + (line.path("reason").isNull()
                                        ? ""
                                        : " " + line.path("reason").asString()))
                .toList()
                .reversed();
    }

    private List<JsonNode> log(String query) {
        return world.get("/api/reminders/log?limit=200" + query, owner())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> preview(ClientId client, int days) {
        return world.get("/api/clients/" + client + "/reminders/preview?days=" + days, owner())
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode rule(String code) {
        return world.get("/api/reminders/rules", owner())
                .body()
                .path("items")
                .valueStream()
                .filter(rule -> rule.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private void write(ClientId client, String code, java.util.function.Function<String, String> change) {
        JsonNode rule = rule(code);
        var answer = world.call(
                HttpMethod.PUT,
                "/api/reminders/rules/" + rule.path("id").asLong(),
                owner(),
                change.apply(rule.path("definition").toString()));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(client).isNotNull();
        world.drain();
    }

    @Test
    void who_opens_the_bot_and_begins_nothing_is_reminded_three_times_at_most() {
        ClientId client = starts();
        assertThat(preview(client, 7)).hasSize(3);
        later(Duration.ofMinutes(59));
        assertThat(reminded()).isEmpty();
        later(Duration.ofMinutes(2));
        assertThat(reminded()).containsExactly("Открыли бот и не начали анкету 1 sent");
        assertThat(said().getLast().path("text").asString()).startsWith("Здравствуйте, Анна!");
        later(Duration.ofDays(1));
        later(Duration.ofDays(2));
        later(Duration.ofDays(5));
        assertThat(reminded())
                .containsExactly(
                        "Открыли бот и не начали анкету 1 sent",
                        "Открыли бот и не начали анкету 2 sent",
                        "Открыли бот и не начали анкету 3 sent");
    }

    @Test
    void an_event_that_makes_it_senseless_leaves_nothing_to_send() {
        ClientId client = starts();
        later(Duration.ofMinutes(10));
        tell(new QuestionnaireStarted(business.id(), client, 41));
        later(Duration.ofMinutes(31));
        assertThat(reminded()).containsExactly("Не дошли до конца анкеты 1 sent");
        tell(new ProgramDelivered(business.id(), client, 71, false, 1, false));
        later(Duration.ofDays(5));
        assertThat(reminded())
                .allMatch(line -> line.startsWith("Не дошли до конца анкеты 1") || line.endsWith("skipped no_consent"));
    }

    @Test
    void a_reminder_that_waits_to_leave_is_taken_back_by_the_event() {
        ClientId client = starts();
        world.clock().advance(Duration.ofMinutes(61));
        // Queued, but the queue of the chat has not been looked at yet.
        queueOnly();
        assertThat(reminded()).containsExactly("Открыли бот и не начали анкету 1 queued");
        world.run(business, () -> events.publishEvent(new QuestionnaireStarted(business.id(), client, 42)));
        int before = said().size();
        world.drain();
        assertThat(reminded()).containsExactly("Открыли бот и не начали анкету 1 cancelled senseless");
        assertThat(said()).hasSize(before);
    }

    /** Does the pass alone: what it queues stays queued. */
    private void queueOnly() {
        long client = world.in(
                        business,
                        () -> clients.byIdentity(
                                business.id(), new Identity(Identity.Kind.SANDBOX, Long.toString(chat))))
                .orElseThrow()
                .value();
        Tenancy.run(business.id(), () -> pass.runAll(business.id(), List.of(Long.toString(client))));
    }

    @Test
    void a_queue_that_stood_still_into_the_night_waits_for_the_morning() {
        starts();
        untilMoscow(LocalTime.of(20, 50));
        queueOnly();
        assertThat(reminded()).isNotEmpty();
        int before = said().size();
        world.clock().advance(Duration.ofMinutes(30));
        world.drain();
        assertThat(said()).hasSize(before);
        assertThat(reminded()).last().asString().endsWith("queued");
        later(Duration.ofHours(13));
        assertThat(said()).hasSizeGreaterThan(before);
        assertThat(reminded()).anyMatch(line -> line.endsWith("1 sent"));
    }

    @Test
    void nobody_is_woken_at_night_by_their_own_clock() {
        ClientId client = starts();
        world.call(HttpMethod.PATCH, "/api/clients/" + client, owner(), Map.of("time_zone", "Asia/Vladivostok"));
        // It is 22:00 in Vladivostok then.
        untilMoscow(LocalTime.of(15, 0));
        tell(new QuestionnaireStarted(business.id(), client, 43));
        List<JsonNode> expected = preview(client, 3);
        assertThat(expected.getFirst().path("local_time").asString()).endsWith("T10:00");
        later(Duration.ofHours(8));
        assertThat(reminded()).noneMatch(line -> line.startsWith("Не дошли"));
        later(Duration.ofHours(5));
        assertThat(reminded()).contains("Не дошли до конца анкеты 1 sent");
    }

    @Test
    void who_paid_without_answers_is_reminded_after_an_hour_and_a_day_until_they_answer() {
        ClientId client = starts();
        tell(new AskedForAnswers(business.id(), client, "payment:1"));
        later(Duration.ofMinutes(61));
        assertThat(reminded()).containsExactly("Оплатили, но не ответили на анкету 1 sent");
        world.run(
                business,
                () -> events.publishEvent(new QuestionnaireFinished(business.id(), client, 999_999, true, false)));
        later(Duration.ofDays(2));
        assertThat(reminded()).noneMatch(line -> line.contains("Оплатили, но не ответили на анкету 2"));
    }

    @Test
    void marketing_goes_to_those_who_agreed_and_the_log_says_why_not_to_others() {
        ClientId client = starts();
        tell(new ProgramDelivered(business.id(), client, 72, false, 1, false));
        later(Duration.ofDays(1));
        assertThat(reminded()).containsExactly("Получили бесплатную неделю и не купили 1 skipped no_consent");
        agrees(client);
        later(Duration.ofDays(2));
        assertThat(reminded()).last().isEqualTo("Получили бесплатную неделю и не купили 2 sent");
        assertThat(log("&client_id=" + client + "&state=skipped")).hasSize(1);
        assertThat(log("&rule_id=" + rule("weekly").path("id").asLong())).isEmpty();
        assertThat(world.get("/api/clients/" + client + "/reminders", owner())
                        .body()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void in_the_third_week_of_four_the_longer_one_is_offered_to_those_who_agreed() {
        ClientId client = starts();
        agrees(client);
        tell(new ProgramDelivered(business.id(), client, 73, true, 4, false));
        later(Duration.ofDays(7));
        later(Duration.ofDays(7));
        later(Duration.ofHours(2));
        assertThat(reminded())
                .contains("Половина короткой программы: предложить длинную 1 sent")
                .contains("Каждую неделю: как идёт программа 1 sent", "Каждую неделю: как идёт программа 2 sent");
        assertThat(said())
                .anyMatch(message ->
                        message.path("text").asString().startsWith("Неделя 1 из 4 позади, Анна, впереди 3 недели."));
    }

    @Test
    void stop_ends_all_of_it() {
        ClientId client = starts();
        agrees(client);
        says("/stop");
        later(Duration.ofHours(2));
        assertThat(reminded()).containsExactly("Открыли бот и не начали анкету 1 skipped silence");
        assertThat(world.<Boolean>in(business, () -> consents.given(business.id(), client, Consents.Purpose.MARKETING)))
                .isFalse();
    }

    @Test
    void a_letter_carries_a_way_out_and_one_press_takes_it() {
        ClientId client = world.in(
                        business,
                        () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.VISITOR, "visitor-" + chat),
                                new Newcomer("Пётр Иванов", null, "site", Map.of()),
                                "bot"))
                .client();
        world.run(
                business,
                () -> clients.addIdentity(
                        business.id(),
                        client,
                        new Identity(Identity.Kind.EMAIL, "petr" + chat + "@example.org"),
                        false));
        agrees(client);
        world.drain();
        later(Duration.ofMinutes(61));
        JsonNode letter = world.get("/api/sandbox/mail/" + business.slug(), null)
                .body()
                .path("items")
                .get(0);
        assertThat(letter.path("subject").asString()).isEqualTo("Ваша первая неделя бесплатно");
        String url = letter.path("links")
                .valueStream()
                .filter(link -> link.path("text").asString().equals("Отписаться"))
                .findFirst()
                .orElseThrow()
                .path("url")
                .asString();
        String path = java.net.URI.create(url).getPath();

        assertThat(world.get(path, null).status()).isEqualTo(200);
        assertThat(world.<Boolean>in(business, () -> dialogues.wantsSilence(business.id(), client)))
                .isFalse();
        assertThat(world.get(path.substring(0, path.length() - 1) + "x", null).status())
                .isEqualTo(404);
        assertThat(world.call(HttpMethod.POST, path, null, null).status()).isEqualTo(200);
        assertThat(world.call(HttpMethod.POST, path, null, null).status()).isEqualTo(200);

        assertThat(world.<Boolean>in(business, () -> dialogues.wantsSilence(business.id(), client)))
                .isTrue();
        assertThat(world.<Boolean>in(business, () -> consents.given(business.id(), client, Consents.Purpose.MARKETING)))
                .isFalse();
        later(Duration.ofDays(2));
        assertThat(reminded()).last().asString().endsWith("skipped silence");
    }

    @Test
    void an_edited_rule_concerns_those_who_wait_and_keeps_what_was_sent() {
        ClientId client = starts();
        later(Duration.ofMinutes(61));
        assertThat(reminded()).hasSize(1);
        write(client, "started-no-questionnaire", text -> text.replace("\"P1D\"", "\"PT3H\""));
        later(Duration.ofHours(2));
        assertThat(reminded())
                .containsExactly("Открыли бот и не начали анкету 1 sent", "Открыли бот и не начали анкету 2 sent");
        JsonNode rule = rule("started-no-questionnaire");
        assertThat(rule.path("version").asInt()).isEqualTo(2);
        String path = "/api/reminders/rules/" + rule.path("id").asLong();
        assertThat(world.get(path + "/versions", owner()).body().path("items")).hasSize(2);
        assertThat(world.call(HttpMethod.POST, path + "/off", owner(), null)
                        .body()
                        .path("active")
                        .asBoolean())
                .isFalse();
        world.drain();
        assertThat(preview(client, 7)).isEmpty();
        world.call(HttpMethod.POST, path + "/on", owner(), null);
        assertThat(preview(client, 7)).hasSize(1);
    }

    @Test
    void a_rule_that_cannot_be_is_refused_with_all_that_is_wrong() {
        var answer = world.post(
                "/api/reminders/rules",
                owner(),
                Map.of(
                        "name", "Проба",
                        "kind", "service",
                        "since", "started",
                        "stages", List.of("nowhere"),
                        "quiet_from", "10:00",
                        "quiet_to", "09:30",
                        "steps", List.of(Map.of("after", "P9", "text", "Привет, {name}!"))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("stages[0]", "quiet_to", "steps[0].after", "steps[0].text");
        var tried = world.post(
                "/api/reminders/rules/try-text",
                owner(),
                Map.of("since", "paid_program", "text", "Неделя {неделя}{, имя}"));
        assertThat(tried.body().path("text").asString()).isEqualTo("Неделя 3, Анна");
    }

    @Test
    void two_cards_of_one_person_are_reminded_as_one() {
        ClientId first = starts();
        ClientId second = world.in(
                        business,
                        () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.VISITOR, "second-" + chat),
                                new Newcomer("Анна", null, "site", Map.of()),
                                "bot"))
                .client();
        String path = "/api/clients/" + first + "/merge";
        assertThat(world.post(path, owner(), Map.of("client_id", second.value()))
                        .status())
                .isEqualTo(200);
        later(Duration.ofMinutes(61));
        later(Duration.ofHours(5));
        // The second start ends the first occasion: it is one person who has begun nothing.
        assertThat(reminded()).containsExactly("Открыли бот и не начали анкету 1 sent");
        assertThat(log("&client_id=" + second)).hasSize(1);
    }
}
