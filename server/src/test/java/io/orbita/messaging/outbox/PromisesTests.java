package io.orbita.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.World;
import io.orbita.messaging.Chat;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.Told;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.messaging.telegram.FakeMessage;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.files.FileStore;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the queue promises, against a Telegram that fails in every way. */
@MessagingTest
class PromisesTests extends QueueToTelegram {
    PromisesTests(
            World world,
            Messaging messaging,
            Told told,
            ScriptedAnswerer answerer,
            FileStore files,
            JdbcClient jdbc,
            FakeTelegram telegram,
            BotSwitch bots) {
        super(world, messaging, told, answerer, files, jdbc, telegram, bots);
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
}
