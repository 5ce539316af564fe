package io.orbita.messaging.vk;

import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.BotBroken;
import io.orbita.messaging.channel.Outcome.Fault;
import io.orbita.messaging.channel.Outcome.Reason;
import io.orbita.messaging.channel.Outcome.RetryAfter;
import io.orbita.messaging.channel.Outcome.TryLater;
import io.orbita.messaging.channel.Outcome.Unknown;
import io.orbita.messaging.channel.Outcome.Unreachable;
import io.orbita.messaging.channel.Outcome.Wrong;
import io.orbita.messaging.vk.VkLine.Heard;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what VK answered and says what it means for us: the table of its errors, in one place. */
sealed interface VkAnswer {
    /** Done; {@code value} is what the method returns. */
    record Ok(JsonNode value) implements VkAnswer {}

    /** Not done. */
    record Refused(Outcome outcome) implements VkAnswer {}

    Duration SECOND = Duration.ofSeconds(1);
    Duration FLOOD = Duration.ofMinutes(5);
    Duration DAILY_LIMIT = Duration.ofHours(1);
    JsonMapper JSON = new JsonMapper();

    static VkAnswer of(Heard heard) {
        if (heard.body() == null) {
            return new Refused(
                    heard.left()
                            ? new Unknown("answer lost: " + heard.failure())
                            : new TryLater("not reached: " + heard.failure()));
        }
        var answer = json(heard.body());
        if (answer != null && answer.has("response")) {
            return new Ok(answer.path("response"));
        }
        var error = answer == null ? JSON.missingNode() : answer.path("error");
        if (!error.isObject()) {
            return new Refused(strange(heard.status()));
        }
        return new Refused(refusal(
                error.path("error_code").intValue(0),
                Outcome.brief("VK " + error.path("error_code").intValue(0) + ": "
                        + error.path("error_msg").stringValue(""))));
    }

    /** Something between us and VK answered in its place. */
    private static Outcome strange(int status) {
        if (status >= 200 && status < 300) {
            return new Unknown("unreadable answer");
        }
        return switch (status) {
            case 413 -> new Wrong(Fault.FILE, "the request is too large");
            case 429 -> new RetryAfter(SECOND);
            case 504 -> new Unknown("gateway time-out");
            default -> new TryLater("HTTP " + status + " without an answer of VK");
        };
    }

    private static Outcome refusal(int code, String why) {
        return switch (code) {
            case 1, 10 -> new TryLater(why);
            case 6 -> new RetryAfter(SECOND);
            case 9 -> new RetryAfter(FLOOD);
            case 29 -> new RetryAfter(DAILY_LIMIT);
            // Only a person can mend these: the token, its rights, a captcha, bots switched off in the community.
            case 5, 7, 14, 15, 17, 27, 28, 203, 912, 3300 -> new BotBroken(why);
            case 18 -> new Unreachable(Reason.DEACTIVATED, why);
            case 113 -> new Unreachable(Reason.NOT_FOUND, why);
            case 900, 901 -> new Unreachable(Reason.BLOCKED, why);
            case 902 -> new Unreachable(Reason.FORBIDDEN, why);
            case 914 -> new Wrong(Fault.TOO_LONG, why);
            case 911 -> new Wrong(Fault.KEYBOARD, why);
            case 909, 910, 920 -> new Wrong(Fault.GONE, why);
            case 105, 121, 129, 1150 -> new Wrong(Fault.FILE, why);
            case 100 -> new Wrong(why.contains("keyboard") ? Fault.KEYBOARD : Fault.OTHER, why);
            default -> new Wrong(Fault.OTHER, why);
        };
    }

    static @Nullable JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
