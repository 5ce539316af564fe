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
        Content content) {

    /** Notices about undelivered notices would never end. */
    boolean isNotice() {
        return kind.startsWith("notices.");
    }

    boolean mustArrive() {
        return promise == Outgoing.Promise.AT_LEAST_ONCE;
    }
}
