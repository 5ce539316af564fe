package io.orbita.marketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a client.
 *
 * @param key unique in the business for its kind: {@code payment:12}
 * @param order of two facts of the same moment the one heard later has the greater
 * @param until when it is over by itself, exclusive; null for never
 */
record Fact(
        Happening kind,
        String key,
        Instant at,
        long order,
        @Nullable Instant until) {
    boolean isAfter(Fact other) {
        return at.isAfter(other.at) || (at.equals(other.at) && order > other.order);
    }
}
