package io.orbita.marketing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What happens next for a client: a step is sent, or skipped for a reason.
 *
 * @param reason null when it is sent
 * @param way over what it is sent; null when it is skipped
 */
record Next(
        Instant at,
        Rule rule,
        Fact occasion,
        int step,
        @Nullable Reason reason,
        Rule.@Nullable Way way) {

    /** Why a step is not sent, or a queued one taken back. */
    enum Reason {
        /** The client asked for silence. */
        SILENCE,
        /** It advertises, and the client did not agree to that. */
        NO_CONSENT,
        /** No channel of the rule reaches the client. */
        NO_CHANNEL,
        /** So many other reminders went before that it would come too late. */
        CAP,
        /** The next step of the same rule is due already. */
        OVERTAKEN,
        /** What it was about is over: answered, paid, another stage. */
        SENSELESS,
        /** The rule was switched off, or changed so that there is no such step. */
        RULE_CHANGED,
        /** The client cannot be reached there any more. */
        UNREACHABLE,
        /** It was sent over a line that broke: nobody knows, and it is not repeated. */
        UNKNOWN;

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isSent() {
        return reason == null;
    }

    Past.Key key() {
        return new Past.Key(rule.id(), occasion.key(), step);
    }

    Past.Decided decided() {
        return new Past.Decided(key(), at, isSent());
    }
}
