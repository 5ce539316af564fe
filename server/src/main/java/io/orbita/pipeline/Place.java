package io.orbita.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * Where in a column a card is put: below one card, above another, or on top.
 *
 * @param after the client whose card stands right above
 * @param before the client whose card stands right below; not looked at when {@code after} is given
 */
public record Place(@Nullable Long after, @Nullable Long before) {
    /** On top, or where the card is already. */
    public static final Place ANYWHERE = new Place(null, null);
}
