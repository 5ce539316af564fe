package io.orbita.messaging.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One way to a person.
 *
 * @param ready whether the business has set the channel up
 * @param failing whether what was tried last in it failed, and is being tried again
 * @param why it takes nothing: {@code blocked}, {@code deactivated}, {@code not_found}, {@code forbidden}; null while it does
 * @param heardAt when the person said something there
 * @param usedAt when something of ours arrived there
 */
record Way(
        Talk talk,
        boolean ready,
        boolean failing,
        @Nullable String why,
        @Nullable Instant heardAt,
        @Nullable Instant usedAt) {

    boolean open() {
        return talk.reachable() && ready;
    }
}
