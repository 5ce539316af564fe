package io.orbita.messaging.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.messaging.telegram.TelegramBotAdmin.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of Telegram about the bot itself: updates, webhook, name, commands. */
class TelegramAdminContractTests extends TelegramContract {
    @Test
    void an_offset_confirms_and_a_batch_without_it_comes_again() {
        telegram.happen(Updates.json("text"));
        telegram.happen(Updates.json("start"));
        var first = updates(0);
        assertThat(first).extracting(TelegramBotAdmin.RawUpdate::id).containsExactly(900101L, 900102L);
        assertThat(updates(0)).hasSize(2);
        assertThat(updates(900102)).hasSize(1);
        assertThat(updates(900103)).isEmpty();
        assertThat(telegram.waiting()).isZero();
        assertThat(new UpdateReader("telegram").read(first.getFirst().json(), java.time.Instant.EPOCH, null))
                .isInstanceOf(UpdateReader.Reading.Read.class);
    }

    @Test
    void a_long_poll_outlasts_the_usual_time_out() {
        assertThat(admin.updates(0, Duration.ofSeconds(1))).isInstanceOf(Reply.Ok.class);
        assertThat(telegram.calls().getLast().form().fields())
                .containsEntry("timeout", "1")
                .containsEntry(
                        "allowed_updates", "[\"message\",\"edited_message\",\"callback_query\",\"my_chat_member\"]");
    }

    @Test
    void a_second_poller_and_a_webhook_are_conflicts() throws Exception {
        var first = java.util.concurrent.CompletableFuture.supplyAsync(() -> admin.updates(0, Duration.ofSeconds(20)));
        while (telegram.calls().isEmpty()) {
            Thread.onSpinWait();
        }
        admin.updates(0, Duration.ZERO);
        assertThat(first.get()).isEqualTo(new Reply.Conflict<>(false));
        assertThat(admin.setWebhook("https://crm.test/api/telegram/webhook/demo", "s3cret_-"))
                .isEqualTo(new Reply.Ok<>(true));
        assertThat(admin.updates(0, Duration.ZERO)).isEqualTo(new Reply.Conflict<>(true));
        assertThat(admin.webhook())
                .isInstanceOfSatisfying(
                        Reply.Ok.class,
                        it -> assertThat(it.value())
                                .isEqualTo(new TelegramBotAdmin.Webhook(
                                        "https://crm.test/api/telegram/webhook/demo", 0, null, null)));
        assertThat(admin.deleteWebhook()).isEqualTo(new Reply.Ok<>(true));
        assertThat(admin.updates(0, Duration.ZERO)).isInstanceOf(Reply.Ok.class);
    }

    @Test
    void a_bad_webhook_is_refused_with_words() {
        assertThat(admin.setWebhook("http://crm.test/hook", "s"))
                .isInstanceOfSatisfying(
                        Reply.Failed.class,
                        it -> assertThat(it.outcome().toString()).contains("HTTPS"));
    }

    @Test
    void the_bot_knows_its_name_and_learns_its_commands() {
        assertThat(admin.whoAmI())
                .isEqualTo(new Reply.Ok<>(new TelegramBotAdmin.Bot(token.botId(), "orbita_test_bot", "Орбита")));
        assertThat(admin.setCommands(List.of(Map.entry("start", "Начать сначала"))))
                .isEqualTo(new Reply.Ok<>(true));
        assertThat(telegram.calls().getLast().form().text("commands"))
                .isEqualTo("[{\"command\":\"start\",\"description\":\"Начать сначала\"}]");
    }

    private List<TelegramBotAdmin.RawUpdate> updates(long offset) {
        return ((Reply.Ok<List<TelegramBotAdmin.RawUpdate>>) admin.updates(offset, Duration.ZERO)).value();
    }
}
