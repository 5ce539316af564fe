package io.orbita.messaging.telegram;

import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.BotBroken;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Migrated;
import io.orbita.messaging.channel.Outcome.Reason;
import io.orbita.messaging.channel.Outcome.RetryAfter;
import io.orbita.messaging.channel.Outcome.Sent;
import io.orbita.messaging.channel.Outcome.TryLater;
import io.orbita.messaging.channel.Outcome.Unknown;
import io.orbita.messaging.channel.Outcome.Unreachable;
import io.orbita.messaging.channel.Outcome.Wrong;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what the Bot API answered and says what it means for us: the table of its errors, in one place. */
sealed interface TelegramAnswer {
    /** Done; {@code value} is what the method returns. */
    record Ok(JsonNode value) implements TelegramAnswer {}

    /** Not done. */
    record Refused(Outcome outcome) implements TelegramAnswer {}

    /** Somebody else polls this bot, or a webhook is set. */
    record Conflict(boolean webhook) implements TelegramAnswer {}

    Duration LONGEST_WAIT = Duration.ofHours(1);
    JsonMapper JSON = new JsonMapper();

    static TelegramAnswer of(Journey journey) {
        if (journey.body() == null) {
            return new Refused(unanswered(journey));
        }
        var answer = json(journey.body());
        if (answer == null || !answer.path("ok").isBoolean()) {
            return new Refused(strange(journey));
        }
        if (answer.path("ok").booleanValue()) {
            return new Ok(answer.path("result"));
        }
        int code = answer.path("error_code").intValue(journey.status());
        var description = answer.path("description").stringValue("");
        var parameters = answer.path("parameters");
        if (code == 409) {
            return new Conflict(description.contains("webhook is active"));
        }
        if (parameters.path("migrate_to_chat_id").canConvertToLong()
                && parameters.path("migrate_to_chat_id").longValue() != 0) {
            return new Refused(new Migrated(
                    Long.toString(parameters.path("migrate_to_chat_id").longValue())));
        }
        if (code == 429) {
            return new Refused(new RetryAfter(delay(parameters.path("retry_after"), journey.retryAfter())));
        }
        return new Refused(refusal(code, description));
    }

    private static Outcome unanswered(Journey journey) {
        if (!journey.left()) {
            return new TryLater("not reached: " + journey.failure());
        }
        return new Unknown("answer lost: " + journey.failure());
    }

    /** Something between us and Telegram answered in its place. */
    private static Outcome strange(Journey journey) {
        int status = journey.status();
        if (status >= 200 && status < 300) {
            return new Unknown("unreadable answer");
        }
        return switch (status) {
            case 413 -> new Wrong(Fault.FILE, "the request is too large");
            case 429 -> new RetryAfter(delay(JSON.missingNode(), journey.retryAfter()));
            // A gateway that gave up waiting does not know either.
            case 504 -> new Unknown("gateway time-out");
            default -> new TryLater("HTTP " + status + " without an answer of the Bot API");
        };
    }

    private static Outcome refusal(int code, String description) {
        var why = Outcome.brief(description);
        if (code >= 500) {
            return new TryLater(why);
        }
        var text = description.toLowerCase(Locale.ROOT);
        return switch (code) {
            case 400 -> badRequest(text, why);
            case 401 -> new BotBroken(why);
            case 403 -> new Unreachable(reason(text), why);
            case 404 -> text.contains("method not found") ? new Wrong(Fault.OTHER, why) : new BotBroken(why);
            case 413 -> new Wrong(Fault.FILE, why);
            default -> new Wrong(Fault.OTHER, why);
        };
    }

    private static Reason reason(String text) {
        if (text.contains("blocked")) {
            return Reason.BLOCKED;
        }
        return text.contains("deactivated") ? Reason.DEACTIVATED : Reason.FORBIDDEN;
    }

    private static Outcome badRequest(String text, String why) {
        if (text.contains("chat not found")
                || text.contains("chat_id is empty")
                || text.contains("user not found")
                || text.contains("peer_id_invalid")) {
            return new Unreachable(Reason.NOT_FOUND, why);
        }
        if (text.contains("not enough rights") || text.contains("have no rights")) {
            return new Unreachable(Reason.FORBIDDEN, why);
        }
        // Both mean that what we want is so already, or does not matter any more.
        if (text.contains("message is not modified") || text.contains("query is too old")) {
            return new Sent(null, null);
        }
        return new Wrong(fault(text), why);
    }

    private static Fault fault(String text) {
        if (text.contains("can't parse entities")) {
            return Fault.MARKUP;
        }
        if (text.contains("too long")) {
            return text.contains("reply markup") ? Fault.KEYBOARD : Fault.TOO_LONG;
        }
        if (text.contains("button_") || text.contains("keyboard") || text.contains("reply markup")) {
            return Fault.KEYBOARD;
        }
        if (text.contains("file") || text.contains("http url")) {
            return Fault.FILE;
        }
        if (text.contains("message to edit not found") || text.contains("message can't be edited")) {
            return Fault.GONE;
        }
        return Fault.OTHER;
    }

    private static Duration delay(JsonNode seconds, @Nullable String header) {
        long asked = seconds.canConvertToLong() ? seconds.longValue() : header(header);
        return Duration.ofSeconds(Math.clamp(asked, 1, LONGEST_WAIT.toSeconds()));
    }

    private static long header(@Nullable String header) {
        return header != null && header.matches("[0-9]{1,9}") ? Long.parseLong(header) : 5;
    }

    private static @Nullable JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
