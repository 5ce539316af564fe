package io.orbita.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.messaging.Button;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Promise;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.Told;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeBot;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.messaging.telegram.FakeMessage;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the queue promises, against a Telegram that fails in every way. */
@MessagingTest
class PromisesTests {
    private final World world;
    private final Messaging messaging;
    private final Told told;
    private final ScriptedAnswerer answerer;
    private final FileStore files;
    private final JdbcClient jdbc;
    private final FakeTelegram telegram;
    private final BotSwitch bots;
    private final FakeBot bot;
    private final Business business;
    private final Chat vera;

    PromisesTests(
            World world,
            Messaging messaging,
            Told told,
            ScriptedAnswerer answerer,
            FileStore files,
            JdbcClient jdbc,
            FakeTelegram telegram,
            BotSwitch bots) {
        this.world = world;
        this.messaging = messaging;
        this.told = told;
        this.answerer = answerer;
        this.files = files;
        this.jdbc = jdbc;
        this.telegram = telegram;
        this.bots = bots;
        this.bot = telegram.newBot();
        this.business = world.business();
        this.vera = new Chat(world, business);
    }

    @BeforeEach
    void connect() {
        bots.connect(business, bot);
    }

    @AfterEach
    void disconnect() {
        bots.disconnectAll();
    }

    @Test
    void a_message_leaves_after_the_commit_and_is_told_once() {
        var chat = meet();
        world.run(business, () -> messaging.send(business.id(), message(chat, "Здравствуйте", "k1")));
        assertThat(bot.messages()).isEmpty();
        world.drain();
        assertThat(texts()).containsExactly("Здравствуйте");
        assertThat(told.delivered(business.id())).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo("test.word");
            assertThat(it.dedupeKey()).isEqualTo("k1");
            assertThat(it.conversation()).isEqualTo(chat);
        });
    }

    @Test
    void a_transaction_that_fails_sends_nothing() {
        var chat = meet();
        assertThatThrownBy(() -> world.run(business, () -> {
                    messaging.send(business.id(), message(chat, "Здравствуйте", "k1"));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        world.drain();
        assertThat(bot.messages()).isEmpty();
    }

    @Test
    void the_same_key_is_one_message() throws Exception {
        var chat = meet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Long> send =
                    () -> world.in(business, () -> messaging.send(business.id(), message(chat, "Один раз", "same")));
            var ids = threads.invokeAll(java.util.Collections.nCopies(10, send)).stream()
                    .map(it -> it.resultNow())
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
        }
        world.drain();
        assertThat(texts()).containsExactly("Один раз");
    }

    @Test
    void at_least_once_repeats_when_the_answer_is_lost() {
        var chat = meet();
        bot.next("sendMessage", new Fault.AnswerLost());
        send(message(chat, "Программа", "k1"));
        settle();
        assertThat(texts()).containsExactly("Программа", "Программа");
        assertThat(told.delivered(business.id())).hasSize(1);
        assertThat(state("k1")).isEqualTo("sent");
    }

    @Test
    void at_most_once_does_not_repeat_when_the_answer_is_lost() {
        var chat = meet();
        bot.next("sendMessage", new Fault.AnswerLost());
        send(reminder(chat, "Напоминание", "k1", null));
        settle();
        assertThat(texts()).containsExactly("Напоминание");
        assertThat(told.delivered(business.id())).isEmpty();
        assertThat(told.failed(business.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.unreachable()).isFalse());
        assertThat(state("k1")).isEqualTo("failed");
    }

    @Test
    void a_crash_while_sending_repeats_what_must_arrive_and_nothing_else() {
        var chat = meet();
        send(message(chat, "Программа", "must"));
        send(reminder(chat, "Напоминание", "may", null));
        world.run(
                business,
                () -> jdbc.sql("""
                        update messaging.outbound_message set state = 'sending', attempts = 1
                         where business_id = :business
                        """).param("business", business.id().value()).update());
        settle();
        assertThat(texts()).containsExactly("Программа");
        assertThat(state("must")).isEqualTo("sent");
        assertThat(state("may")).isEqualTo("failed");
    }

    @Test
    void too_many_requests_is_obeyed_to_the_second() {
        var chat = meet();
        bot.next("sendMessage", new Fault.TooMany(17));
        send(message(chat, "Раз", "k1"));
        world.drain();
        pass(Duration.ofSeconds(16));
        assertThat(calls("sendmessage")).isEqualTo(1);
        pass(Duration.ofSeconds(2));
        assertThat(texts()).containsExactly("Раз");
    }

    @Test
    void a_failing_message_holds_the_order_of_its_conversation_and_no_other() {
        var chat = meet();
        var olga = new Chat(world, business);
        var other = meet(olga);
        bot.next("sendMessage", new Fault.ServerError());
        send(message(chat, "первое", "k1"));
        send(message(chat, "второе", "k2"));
        world.drain();
        send(message(other, "Ольге", "k3"));
        world.drain();
        assertThat(texts()).containsExactly("Ольге");
        settle();
        assertThat(texts()).containsExactly("Ольге", "первое", "второе");
    }

    @Test
    void a_dead_letter_is_a_notice_with_a_button_and_can_be_sent_again() {
        var chat = meet();
        IntStream.range(0, 60).forEach(i -> bot.next("sendMessage", new Fault.ServerError()));
        send(message(chat, "Программа", "k1"));
        IntStream.range(0, 70).forEach(i -> pass(Duration.ofMinutes(15)));
        assertThat(state("k1")).isEqualTo("failed");
        assertThat(told.failed(business.id())).hasSize(1);
        assertThat(notices()).contains("delivery.failed").contains("Вера Лисова");
        var id = world.in(
                business,
                () -> jdbc.sql("""
                        select message_id from messaging.outbound_message where business_id = :business and dedupe_key = 'k1'
                        """)
                        .param("business", business.id().value())
                        .query(Long.class)
                        .single());
        assertThat(world.post("/api/messages/" + id + "/retry", admin(), Map.of())
                        .status())
                .isEqualTo(200);
        settle();
        assertThat(texts()).containsExactly("Программа");
        assertThat(world.post("/api/messages/" + id + "/retry", admin(), Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoever_blocked_the_bot_gets_nothing_more_until_they_write() {
        var chat = meet();
        bot.block(vera.id());
        send(message(chat, "раз", "k1"));
        send(message(chat, "два", "k2"));
        settle();
        assertThat(bot.messages()).isEmpty();
        assertThat(calls("sendmessage")).as("the second is not even tried").isEqualTo(1);
        assertThat(told.failed(business.id()))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.unreachable()).isTrue());
        assertThat(notices()).contains("client.unreachable");
        assertThat(world.in(business, () -> messaging.conversation(business.id(), chat))
                        .orElseThrow()
                        .reachable())
                .isFalse();
        bot.unblock(vera.id());
        arrive(vera.text("я вернулась"));
        send(message(chat, "три", "k3"));
        settle();
        assertThat(texts()).containsExactly("три");
    }

    @Test
    void my_chat_member_marks_the_person_unreachable_without_a_single_send() {
        var chat = meet();
        arrive(vera.blocked(true));
        send(message(chat, "раз", "k1"));
        settle();
        assertThat(calls("sendmessage")).isZero();
        assertThat(notices()).contains("client.unreachable");
        arrive(vera.blocked(false));
        send(message(chat, "два", "k2"));
        settle();
        assertThat(texts()).containsExactly("два");
    }

    @Test
    void a_message_waits_for_its_time_and_others_pass_it() {
        var chat = meet();
        send(reminder(chat, "завтра", "k1", world.clock().instant().plus(Duration.ofDays(1))));
        send(message(chat, "сейчас", "k2"));
        settle();
        assertThat(texts()).containsExactly("сейчас");
        pass(Duration.ofDays(1));
        assertThat(texts()).containsExactly("сейчас", "завтра");
    }

    @Test
    void a_message_can_be_taken_back_before_it_leaves() {
        var chat = meet();
        send(reminder(chat, "завтра", "k1", world.clock().instant().plus(Duration.ofDays(1))));
        send(message(chat, "сейчас", "k2"));
        settle();
        world.run(business, () -> {
            messaging.cancel(business.id(), "k1");
            messaging.cancel(business.id(), "k2");
        });
        pass(Duration.ofDays(1));
        assertThat(texts()).containsExactly("сейчас");
        assertThat(state("k1")).isEqualTo("cancelled");
        assertThat(state("k2")).isEqualTo("sent");
    }

    @Test
    void a_chat_is_not_flooded() {
        var chat = meet();
        IntStream.range(0, 10).forEach(i -> send(message(chat, "№" + i, "k" + i)));
        world.drain();
        assertThat(bot.messages()).hasSize(4);
        IntStream.range(0, 6).forEach(i -> pass(Duration.ofMillis(1010)));
        assertThat(texts())
                .containsExactlyElementsOf(
                        IntStream.range(0, 10).mapToObj(i -> "№" + i).toList());
    }

    @Test
    void a_long_text_goes_in_parts_and_a_failure_in_the_middle_repeats_no_part() {
        var chat = meet();
        var text = "а".repeat(4000) + "\n\n" + "б".repeat(4000) + "\n\n" + "в".repeat(500);
        bot.next("sendMessage", new Fault.TooMany(1));
        send(Outgoing.bot(chat, Content.of(text, List.of(List.of(Button.press("Дальше", "go")))), "test.long", "k1"));
        settle();
        assertThat(texts()).containsExactly("а".repeat(4000), "б".repeat(4000), "в".repeat(500));
        assertThat(bot.messages().stream().map(FakeMessage::markup).toList()).satisfies(markups -> {
            assertThat(markups.subList(0, 2)).containsOnlyNulls();
            assertThat(String.valueOf(markups.getLast())).contains("Дальше");
        });
        assertThat(told.delivered(business.id())).hasSize(1);
    }

    @Test
    void a_document_is_uploaded_once_for_all() {
        var chat = meet();
        var file = files.put(business.id(), "%PDF".getBytes(StandardCharsets.UTF_8));
        var document = new Content.Document("Программа.pdf", "application/pdf", file);
        send(Outgoing.bot(chat, Content.document("Ваша программа", document, List.of()), "test.pdf", "k1"));
        send(Outgoing.bot(chat, Content.document("д".repeat(1500), document, List.of()), "test.pdf", "k2"));
        settle();
        assertThat(bot.messages())
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.chat()).isEqualTo(vera.id()));
        assertThat(bot.messages().get(1).text()).isEqualTo("д".repeat(1500));
        assertThat(bot.calls().stream().filter(it -> !it.form().uploads().isEmpty()))
                .hasSize(1);
        assertThat(bot.messages().getLast().file()).isNotNull();
    }

    @Test
    void a_file_that_is_not_there_is_a_dead_letter_at_once() {
        var chat = meet();
        var gone = new Content.Document("x.pdf", "application/pdf", "0".repeat(64));
        send(Outgoing.bot(chat, Content.document("", gone, List.of()), "test.pdf", "k1"));
        send(message(chat, "дальше", "k2"));
        settle();
        assertThat(texts()).containsExactly("дальше");
        assertThat(notices()).contains("delivery.failed");
    }

    @Test
    void ticks_are_edited_in_place_and_a_message_that_is_gone_is_said_anew() {
        var chat = meet();
        long question = send(Outgoing.bot(chat, ticks("гантели"), "test.ticks", "k1"));
        settle();
        send(editing(chat, ticks("✓ гантели"), "k2", question));
        settle();
        assertThat(bot.messages())
                .singleElement()
                .satisfies(it -> assertThat(it.edits()).isEqualTo(1));
        send(editing(chat, ticks("гантели и коврик"), "k3", Long.MAX_VALUE));
        settle();
        assertThat(bot.messages()).hasSize(2);
    }

    @Test
    void a_link_that_telegram_refuses_is_written_out() {
        var chat = meet();
        bot.refuseLinksTo("localhost");
        send(Outgoing.bot(
                chat,
                Content.of("Оплата", List.of(List.of(Button.link("Оплатить", "http://localhost:8080/pay")))),
                "test.pay",
                "k1"));
        settle();
        assertThat(texts()).containsExactly("Оплата\nОплатить: http://localhost:8080/pay");
    }

    @Test
    void a_revoked_token_stops_sending_tells_the_owner_and_loses_nothing() {
        var chat = meet();
        telegram.revoke(bot);
        send(message(chat, "Программа", "k1"));
        settle();
        assertThat(state("k1")).isEqualTo("queued");
        assertThat(notices()).contains("channel.broken").doesNotContain("AAF-");
        var successor = telegram.newBot();
        bots.connect(business, successor);
        pass(Duration.ofMinutes(11));
        assertThat(successor.messages())
                .singleElement()
                .extracting(FakeMessage::text)
                .isEqualTo("Программа");
    }

    @Test
    void workers_side_by_side_send_everything_once_and_in_order() throws Exception {
        var people =
                IntStream.range(0, 8).mapToObj(i -> new Chat(world, business)).toList();
        var chats = people.stream().map(this::meet).toList();
        IntStream.range(0, 3).forEach(i -> chats.forEach(chat -> send(message(chat, "№" + i, i + ":" + chat))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> worker = world::drain;
            threads.invokeAll(java.util.Collections.nCopies(6, worker));
        }
        settle();
        people.forEach(person -> assertThat(bot.messages().stream()
                        .filter(it -> it.chat() == person.id())
                        .map(FakeMessage::text))
                .containsExactly("№0", "№1", "№2"));
    }

    @Test
    void a_content_that_cannot_be_said_is_refused_where_it_is_made() {
        var chat = meet();
        assertThatThrownBy(() -> send(message(chat, " ", "k1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send(message(chat, "x".repeat(20_001), "k2")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send(Outgoing.bot(
                        chat, Content.of("x", List.of(List.of(Button.press("x", "д".repeat(40))))), "test.word", "k3")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Content ticks(String button) {
        return Content.of("Что есть дома?", List.of(List.of(Button.press(button, "e:1"))));
    }

    private static Outgoing message(ConversationId chat, String text, String key) {
        return Outgoing.bot(chat, Content.of(text), "test.word", key);
    }

    private static Outgoing reminder(ConversationId chat, String text, String key, @Nullable Instant notBefore) {
        return new Outgoing(
                chat,
                Content.of(text),
                "test.reminder",
                key,
                Promise.AT_MOST_ONCE,
                Outgoing.Author.BOT,
                notBefore,
                null);
    }

    private static Outgoing editing(ConversationId chat, Content content, String key, long editOf) {
        return new Outgoing(chat, content, "test.ticks", key, Promise.AT_LEAST_ONCE, Outgoing.Author.BOT, null, editOf);
    }

    private ConversationId meet() {
        return meet(vera);
    }

    private ConversationId meet(Chat person) {
        arrive(person.text("/start"));
        return answerer.heard(business.id()).getLast().conversation();
    }

    private void arrive(String update) {
        bot.happen(update);
        bots.poll(business);
        world.drain();
    }

    /** A token lives ten minutes, and time flies here. */
    private String admin() {
        return world.token(business, Role.ADMIN);
    }

    private long send(Outgoing outgoing) {
        return world.in(business, () -> messaging.send(business.id(), outgoing));
    }

    /** Lets short back-offs pass. */
    private void settle() {
        world.drain();
        IntStream.range(0, 6).forEach(i -> pass(Duration.ofSeconds(5)));
    }

    private void pass(Duration time) {
        world.clock().advance(time);
        world.drain();
    }

    private List<@Nullable String> texts() {
        return bot.messages().stream().map(FakeMessage::text).toList();
    }

    private long calls(String method) {
        return bot.calls().stream().filter(it -> it.method().equals(method)).count();
    }

    private String state(String key) {
        return world.in(
                business,
                () -> jdbc.sql("""
                        select state from messaging.outbound_message where business_id = :business and dedupe_key = :key
                        """)
                        .param("business", business.id().value())
                        .param("key", key)
                        .query(String.class)
                        .single());
    }

    private String notices() {
        return world.get("/api/notices", admin()).body().path("items").toString();
    }
}
