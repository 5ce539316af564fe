package io.orbita.messaging.outbox;

import io.orbita.messaging.Content;
import io.orbita.messaging.Outgoing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of the queue with everything that is needed to send it.
 *
 * @param attempts how often it was tried, this time included
 * @param partsDone parts that the provider has taken
 * @param staff the staff user who wrote it
 * @param toldKey under which key its fate is told: its own, or that of the message in whose place it goes
 * @param failingSince since when its channel has not taken it
 * @param onlyHere it makes no sense over another channel
 * @param fallback it goes in place of another message
 */
record Item(
        long message,
        long conversation,
        String kind,
        String dedupeKey,
        Outgoing.Promise promise,
        String state,
        Instant notBefore,
        @Nullable Instant retryAt,
        int attempts,
        int partsDone,
        @Nullable Long editOf,
        String author,
        @Nullable Long staff,
        Content content,
        String toldKey,
        @Nullable Instant failingSince,
        boolean onlyHere,
        boolean fallback) {

    /** Notices about undelivered notices would never end. */
    boolean isNotice() {
        return kind.startsWith("notices.");
    }

    /** Whether it may take another channel: once, and only what has a meaning of its own there. */
    boolean mayGoElsewhere() {
        return mustArrive() && !onlyHere && !fallback && editOf == null && !content.askContact() && !isNotice();
    }

    boolean mustArrive() {
        return promise == Outgoing.Promise.AT_LEAST_ONCE;
    }
}
