package io.orbita.messaging.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.messaging.channel.Dispatch;
import io.orbita.messaging.channel.Keyboard;
import io.orbita.messaging.channel.Keyboard.Button;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Reason;
import io.orbita.messaging.channel.TextFormat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TelegramContractTests extends TelegramContract {
    @Test
    void words_arrive_as_they_were_written() {
        var text = "Привет, <b>Вера</b> & «ё» 💪\n_не_ *разметка* 1.";
        assertThat(bot.deliver(VERA, Dispatch.Text.plain(text))).isEqualTo(new Outcome.Sent("1001", null));
        assertThat(telegram.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo(text);
            assertThat(message.chat()).isEqualTo(515000777);
        });
        assertThat(telegram.calls().getFirst().form().fields()).doesNotContainKey("parse_mode");
    }

    @Test
    void buttons_go_in_telegrams_shape() {
        var keyboard = new Keyboard.Inline(List.of(
                List.of(Button.press("Мужской", "g:m"), Button.press("Женский", "g:f")),
                List.of(Button.link("Оплатить", "https://pay.test/x?a=1&b=2"))));
        bot.deliver(VERA, new Dispatch.Text("Ваш пол?", TextFormat.PLAIN, keyboard));
        bot.deliver(VERA, new Dispatch.Text("Номер?", TextFormat.PLAIN, new Keyboard.AskPhone("Дать номер")));
        bot.deliver(VERA, new Dispatch.Text("Спасибо", TextFormat.PLAIN, new Keyboard.Remove()));
        assertThat(telegram.messages().stream().map(it -> String.valueOf(it.markup())))
                .containsExactly(
                        "{\"inline_keyboard\":[[{\"text\":\"Мужской\",\"callback_data\":\"g:m\"},{\"text\":\"Женский\","
                                + "\"callback_data\":\"g:f\"}],[{\"text\":\"Оплатить\",\"url\":\"https://pay.test/x?a=1&b=2\"}]]}",
                        "{\"keyboard\":[[{\"text\":\"Дать номер\",\"request_contact\":true,\"request_location\":false}]],"
                                + "\"resize_keyboard\":true,\"one_time_keyboard\":true,\"selective\":false,\"is_persistent\":false}",
                        "{\"remove_keyboard\":true,\"selective\":false}");
    }

    @Test
    void markup_that_does_not_parse_is_sent_as_plain_text_at_once() {
        var outcome = bot.deliver(VERA, new Dispatch.Text("<b>Жим</b> <5 раз", TextFormat.HTML, null));
        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        assertThat(telegram.messages()).singleElement().extracting("text").isEqualTo("Жим <5 раз");
        assertThat(telegram.calls()).hasSize(2);
    }

    @Test
    void a_text_over_the_limit_is_refused_before_it_is_sent() {
        assertThat(bot.deliver(VERA, Dispatch.Text.plain("x".repeat(4097))))
                .isInstanceOfSatisfying(
                        Outcome.Wrong.class, it -> assertThat(it.fault()).isEqualTo(Fault.TOO_LONG));
        assertThat(bot.deliver(VERA, Dispatch.Text.plain("ё".repeat(4096)))).isInstanceOf(Outcome.Sent.class);
        assertThat(telegram.calls()).hasSize(1);
    }

    @Test
    void a_document_is_uploaded_once_and_then_known_by_its_id() {
        var first = bot.deliver(VERA, document(null));
        assertThat(first).isEqualTo(new Outcome.Sent("1001", "BQACAgIAAxkFAKE1"));
        var second = bot.deliver("515000888", document("BQACAgIAAxkFAKE1"));
        assertThat(second).isEqualTo(new Outcome.Sent("1002", "BQACAgIAAxkFAKE1"));
        assertThat(telegram.calls().getLast().form().uploads()).isEmpty();
        assertThat(telegram.messages().getFirst().file())
                .satisfies(file -> assertThat(file.name()).isEqualTo("Программа Веры.pdf"))
                .satisfies(file -> assertThat(file.mediaType()).isEqualTo("application/pdf"))
                .satisfies(file -> assertThat(file.bytes()).isEqualTo(PDF));
        assertThat(telegram.messages().getFirst().text()).isEqualTo("Ваша программа");
    }

    @Test
    void a_file_id_of_another_bot_is_replaced_by_the_bytes() {
        assertThat(bot.deliver(VERA, document("BQAC-of-another-bot"))).isInstanceOf(Outcome.Sent.class);
        assertThat(telegram.messages())
                .singleElement()
                .satisfies(it -> assertThat(it.file()).isNotNull());
    }

    @Test
    void ticks_change_in_place_and_twice_the_same_is_no_failure() {
        var none = Keyboard.Inline.column(Button.press("гантели", "e:1"));
        var ticked = Keyboard.Inline.column(Button.press("✓ гантели", "e:1"));
        bot.deliver(VERA, new Dispatch.Text("Что есть дома?", TextFormat.PLAIN, none));
        assertThat(bot.deliver(VERA, new Dispatch.Ticks("1001", ticked))).isInstanceOf(Outcome.Sent.class);
        assertThat(bot.deliver(VERA, new Dispatch.Ticks("1001", ticked))).isInstanceOf(Outcome.Sent.class);
        assertThat(telegram.messages()).singleElement().extracting("edits").isEqualTo(1);
        assertThat(bot.deliver(VERA, new Dispatch.Rewrite("1001", "Записано", TextFormat.HTML, null)))
                .isEqualTo(new Outcome.Sent("1001", null));
        assertThat(fault(bot.deliver(VERA, new Dispatch.Ticks("999", ticked)))).isEqualTo(Fault.GONE);
    }

    @Test
    void a_press_is_answered_and_an_old_one_does_not_matter() {
        telegram.happen(Updates.json("press"));
        var answer = new Dispatch.Acknowledge("2211000515000777001", null);
        assertThat(bot.deliver(VERA, answer)).isEqualTo(new Outcome.Sent(null, null));
        assertThat(bot.deliver(VERA, answer)).isEqualTo(new Outcome.Sent(null, null));
        assertThat(telegram.answeredPresses()).containsExactly("2211000515000777001");
    }

    @Test
    void people_who_cannot_be_reached_are_told_apart_from_failures() {
        telegram.block(1);
        telegram.deactivate(2);
        telegram.forget(3);
        telegram.migrate(4, -1002200000009L);
        assertThat(reason("1")).isEqualTo(Reason.BLOCKED);
        assertThat(reason("2")).isEqualTo(Reason.DEACTIVATED);
        assertThat(reason("3")).isEqualTo(Reason.NOT_FOUND);
        assertThat(hello("4")).isEqualTo(new Outcome.Migrated("-1002200000009"));
        telegram.unblock(1);
        assertThat(hello("1")).isInstanceOf(Outcome.Sent.class);
    }

    @Test
    void too_fast_says_how_long_to_wait() {
        telegram.next("sendMessage", new FakeBot.Fault.TooMany(17));
        assertThat(hello(VERA)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(17)));
        assertThat(telegram.messages()).isEmpty();
    }

    @Test
    void a_refusal_is_tried_later_and_a_lost_answer_is_unknown() {
        telegram.next("sendMessage", new FakeBot.Fault.ServerError());
        telegram.next("sendMessage", new FakeBot.Fault.Gateway(502));
        telegram.next("sendMessage", new FakeBot.Fault.Gateway(504));
        telegram.next("sendMessage", new FakeBot.Fault.Nonsense());
        assertThat(hello(VERA)).isInstanceOf(Outcome.TryLater.class);
        assertThat(hello(VERA)).isInstanceOf(Outcome.TryLater.class);
        assertThat(hello(VERA)).isInstanceOf(Outcome.Unknown.class);
        assertThat(hello(VERA)).isInstanceOf(Outcome.Unknown.class);
        assertThat(telegram.messages()).isEmpty();

        telegram.next("sendMessage", new FakeBot.Fault.AnswerLost());
        telegram.next("sendMessage", new FakeBot.Fault.Broken());
        assertThat(hello(VERA)).isInstanceOf(Outcome.Unknown.class);
        assertThat(hello(VERA)).isInstanceOf(Outcome.Unknown.class);
        assertThat(telegram.messages())
                .as("each went out once, none was repeated")
                .hasSize(2);
    }

    @Test
    void a_page_in_place_of_telegram_never_marks_anyone_unreachable() {
        telegram.next("sendMessage", new FakeBot.Fault.Gateway(403));
        telegram.next("sendMessage", new FakeBot.Fault.Gateway(404));
        assertThat(hello(VERA)).isInstanceOf(Outcome.TryLater.class);
        assertThat(hello(VERA)).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void a_server_that_is_not_there_was_certainly_not_reached() {
        server.close();
        assertThat(hello(VERA)).isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void a_revoked_token_breaks_the_bot_and_shows_nowhere() {
        var revoked =
                BotToken.of("300200100:AAF-revoked-token-for-tests-987654321").orElseThrow();
        var outcome = new TelegramBotClient(line, revoked).deliver(VERA, Dispatch.Text.plain("?"));
        assertThat(outcome).isInstanceOf(Outcome.BotBroken.class);
        assertThat(outcome.toString() + revoked).doesNotContain("AAF-revoked");
        assertThat(BotToken.of("../../etc")).isEmpty();
        assertThat(BotToken.of("1:short")).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_our_mistake() {
        assertThat(fault(hello("Вера"))).isEqualTo(Fault.OTHER);
        assertThat(telegram.calls()).isEmpty();
    }

    @Test
    void an_http_proxy_is_asked_to_carry_the_call() {
        var direct = impatient(server.url());
        var proxied = new TelegramProperties(
                URI.create("http://api.telegram.invalid"),
                server.url(),
                direct.connectTimeout(),
                direct.readTimeout(),
                direct.writeTimeout(),
                direct.callTimeout());
        try (var throughProxy = new TelegramLine(proxied)) {
            var outcome = new TelegramBotClient(throughProxy, token).deliver(VERA, Dispatch.Text.plain("через прокси"));
            assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        }
        assertThat(proxied.toString()).doesNotContain("127.0.0.1:");
    }

    private Outcome hello(String chat) {
        return bot.deliver(chat, Dispatch.Text.plain("Привет"));
    }

    private Reason reason(String chat) {
        return ((Outcome.Unreachable) hello(chat)).reason();
    }

    private static Fault fault(Outcome outcome) {
        return ((Outcome.Wrong) outcome).fault();
    }

    private static Dispatch.Document document(@org.jspecify.annotations.Nullable String knownAs) {
        return new Dispatch.Document(PDF, "Программа Веры.pdf", "application/pdf", "Ваша программа", null, knownAs);
    }
}
