package io.orbita.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.World;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.MessagingTest;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Promise;
import io.orbita.messaging.ScriptedAnswerer;
import io.orbita.messaging.Told;
import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeBot.Fault;
import io.orbita.messaging.telegram.FakeMessage;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.platform.files.FileStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a message may carry, and how it looks when it arrives. */
@MessagingTest
class QueuedContentTests extends QueueToTelegram {
    QueuedContentTests(
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

    private static Outgoing editing(ConversationId chat, Content content, String key, long editOf) {
        return new Outgoing(chat, content, "test.ticks", key, Promise.AT_LEAST_ONCE, Outgoing.Author.BOT, null, editOf);
    }
}
