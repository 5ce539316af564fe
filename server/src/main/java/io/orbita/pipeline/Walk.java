package io.orbita.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one person went through the funnel: stays without gaps, the first one first.
 *
 * @param person the card that stands for the person
 */
record Walk(long person, List<Stay> stays) {
    /**
     * @param until when the person went on; null while they stand there
     */
    record Stay(long stage, Instant since, @Nullable Instant until) {
        boolean beganIn(Instant from, Instant end) {
            return !since.isBefore(from) && since.isBefore(end);
        }

        boolean endedIn(Instant from, Instant end) {
            return until != null && !until.isBefore(from) && until.isBefore(end);
        }
    }

    /** Where the person stands just before that moment; nothing before they came. */
    Optional<Stay> before(Instant moment) {
        return stays.reversed().stream()
                .filter(stay -> stay.since().isBefore(moment))
                .findFirst();
    }
}
