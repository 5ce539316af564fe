package io.orbita.messaging.telegram;

import com.pengrad.telegrambot.model.BotCommand;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.request.DeleteWebhook;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.request.SetMyCommands;
import com.pengrad.telegrambot.request.SetWebhook;
import com.pengrad.telegrambot.response.BaseResponse;
import io.orbita.messaging.channel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Receives for one bot and sets it up: polling, webhook, the list of commands. */
public final class TelegramBotAdmin {
    /** The kinds of updates that we read; the server remembers the list. */
    static final String[] KINDS = {"message", "edited_message", "callback_query", "my_chat_member"};

    private static final int BATCH = 100;

    private final TelegramLine line;
    private final BotToken token;

    public TelegramBotAdmin(TelegramLine line, BotToken token) {
        this.line = line;
        this.token = token;
    }

    /** What one question to the Bot API gave. */
    public sealed interface Reply<T> {
        record Ok<T>(T value) implements Reply<T> {}

        record Failed<T>(Outcome outcome) implements Reply<T> {}

        /** Another poller runs, or ({@code webhook}) updates go to a webhook. */
        record Conflict<T>(boolean webhook) implements Reply<T> {}
    }

    /** The bot as Telegram knows it; {@code username} is without the {@code @}. */
    public record Bot(String id, String username, String name) {}

    /** One update as it came, with its number. */
    public record RawUpdate(long id, String json) {}

    /** How Telegram sees our webhook; an empty {@code url} means that none is set. */
    public record Webhook(
            String url,
            int pending,
            @Nullable Instant failedAt,
            @Nullable String failure) {}

    public Reply<Bot> whoAmI() {
        return ask(
                new GetMe(),
                Duration.ZERO,
                bot -> new Bot(
                        Long.toString(bot.path("id").longValue(0)),
                        bot.path("username").stringValue(""),
                        bot.path("first_name").stringValue("")));
    }

    /**
     * The updates from {@code offset} on, which confirms all before it; waits up to {@code patience} (at most 50 s) for the
     * first. An entry without a number is left out.
     */
    public Reply<List<RawUpdate>> updates(long offset, Duration patience) {
        var wait = Math.clamp(patience.toSeconds(), 0, 50);
        return ask(new PollUpdates(offset, wait), Duration.ofSeconds(wait), TelegramBotAdmin::raw);
    }

    /** Updates come to this https address from now on, with this secret in the header. */
    public Reply<Boolean> setWebhook(String url, String secret) {
        return ask(
                new SetWebhook()
                        .url(url)
                        .secretToken(secret)
                        .allowedUpdates(KINDS)
                        .maxConnections(40),
                Duration.ZERO,
                done -> true);
    }

    /** Updates are kept for polling again; none is dropped. */
    public Reply<Boolean> deleteWebhook() {
        return ask(new DeleteWebhook(), Duration.ZERO, done -> true);
    }

    public Reply<Webhook> webhook() {
        return ask(
                new GetWebhookInfo(),
                Duration.ZERO,
                info -> new Webhook(
                        info.path("url").stringValue(""),
                        info.path("pending_update_count").intValue(0),
                        info.path("last_error_date").canConvertToLong() && info.has("last_error_date")
                                ? Instant.ofEpochSecond(
                                        info.path("last_error_date").longValue())
                                : null,
                        info.path("last_error_message").stringValue(null)));
    }

    /** The menu of commands, in this order: a name without the slash, and what it does. */
    public Reply<Boolean> setCommands(List<Map.Entry<String, String>> commands) {
        var list = commands.stream()
                .map(it -> new BotCommand(it.getKey(), it.getValue()))
                .toArray(BotCommand[]::new);
        return ask(new SetMyCommands(list), Duration.ZERO, done -> true);
    }

    private <T> Reply<T> ask(
            BaseRequest<?, ?> request, Duration patience, java.util.function.Function<JsonNode, T> read) {
        return switch (TelegramAnswer.of(line.call(token, request, patience))) {
            case TelegramAnswer.Ok ok -> new Reply.Ok<>(read.apply(ok.value()));
            case TelegramAnswer.Refused refused -> new Reply.Failed<>(refused.outcome());
            case TelegramAnswer.Conflict conflict -> new Reply.Conflict<>(conflict.webhook());
        };
    }

    private static List<RawUpdate> raw(JsonNode updates) {
        var raw = new ArrayList<RawUpdate>();
        for (var update : updates) {
            var id = update.path("update_id");
            if (id.isIntegralNumber() && id.canConvertToLong()) {
                raw.add(new RawUpdate(id.longValue(), update.toString()));
            }
        }
        return List.copyOf(raw);
    }

    /** The library's own request counts updates by an int and reads them into its model; we want the raw ones. */
    private static final class PollUpdates extends BaseRequest<PollUpdates, BaseResponse> {
        PollUpdates(long offset, long seconds) {
            super(BaseResponse.class);
            add("offset", offset);
            add("limit", BATCH);
            add("timeout", seconds);
            add("allowed_updates", KINDS);
        }

        @Override
        public String getMethod() {
            return "getUpdates";
        }
    }
}
