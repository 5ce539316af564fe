package io.orbita.platform.jobs;

import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Due work of which many pieces of one business are done together, because they cost little each and there may be thousands of them at once. Called
 * as {@link Due#run} is: inside the business, outside any transaction, at least once for each piece. When it throws, each piece is tried alone.
 */
public interface DueBatch extends Due {
    /** How many pieces it takes at once, at least 1. */
    int most();

    /**
     * Does these pieces.
     *
     * @return which of them are due again, and when; the others are done. A piece that was made due meanwhile keeps the time it was given
     */
    Map<String, Instant> runAll(BusinessId business, List<String> refs);

    /** Pieces of a batch are never run this way. */
    @Override
    default void run(BusinessId business, String ref) {
        throw new UnsupportedOperationException(kind() + " is done in batches");
    }
}
