package io.orbita.messaging.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to send. The queue decides by this type alone; {@code why} is for people, holds no secret and at
 * most 200 characters.
 */
public sealed interface Outcome {

    /** It arrived at the provider; {@code messageId} is theirs, {@code fileId} names an uploaded file for the same bot. */
    record Sent(@Nullable String messageId, @Nullable String fileId) implements Outcome {}

    /** Too fast: not accepted, ask again after this time. */
    record RetryAfter(Duration delay) implements Outcome {}

    /** This address gets nothing any more until the person comes back by themselves. */
    record Unreachable(Reason reason, String why) implements Outcome {}

    /** Certainly not accepted; another attempt may work. */
    record TryLater(String why) implements Outcome {}

    /** It may or may not have been accepted: the answer was lost. */
    record Unknown(String why) implements Outcome {}

    /** Not accepted and never will be as it stands: our mistake. */
    record Wrong(Fault fault, String why) implements Outcome {}

    /** The chat has another address now. */
    record Migrated(String chatId) implements Outcome {}

    /** The account itself is refused (token, password): nothing can be sent through it until a person mends it. */
    record BotBroken(String why) implements Outcome {}

    /** Why an address is unreachable. */
    enum Reason {
        BLOCKED,
        DEACTIVATED,
        NOT_FOUND,
        FORBIDDEN
    }

    /** What was wrong with what we sent. */
    enum Fault {
        /** The markup of the text does not parse. */
        MARKUP,
        /** The text or caption is over the provider's limit. */
        TOO_LONG,
        /** The file is refused: unknown id, too big, not to be fetched. */
        FILE,
        /** The buttons are refused. */
        KEYBOARD,
        /** The message to change is no longer there. */
        GONE,
        OTHER
    }

    /** At most 200 characters on one line. */
    static String brief(String why) {
        var line = why.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 200 ? line : line.substring(0, 199) + "…";
    }
}
