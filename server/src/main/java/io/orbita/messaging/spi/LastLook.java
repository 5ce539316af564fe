package io.orbita.messaging.spi;

import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever queued messages of one kind may look at each once more right before it leaves: the world may have changed since, or the queue stood still
 * for hours.
 */
public interface LastLook {
    /** Of which messages, as in {@code Outgoing.kind}. */
    String kind();

    /** Called inside the transaction that begins to send; must not call out. A dropped message is cancelled, and nobody is told. */
    Verdict look(BusinessId business, String dedupeKey);

    /** What is to be done; {@code later} is null but for {@code LATER}. */
    record Verdict(Word word, @Nullable Instant later) {
        public static final Verdict SEND = new Verdict(Word.SEND, null);
        public static final Verdict DROP = new Verdict(Word.DROP, null);

        public static Verdict later(Instant at) {
            return new Verdict(Word.LATER, at);
        }
    }

    /** The three ways. */
    enum Word {
        SEND,
        DROP,
        LATER
    }
}
