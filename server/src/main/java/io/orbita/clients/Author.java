package io.orbita.clients;

import io.orbita.businesses.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Whose doing a change of a card is.
 *
 * @param who for the audit trail: {@code user-7}, {@code key-3}
 * @param user the staff user; null for an API key
 */
public record Author(String who, @Nullable Long user) {
    /** The one who asks. */
    public static Author of(Caller caller) {
        return new Author(caller.key(), caller.user());
    }
}
