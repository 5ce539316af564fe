package io.orbita.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A button under a message: it either tells us {@code data} or opens {@code url}.
 *
 * @param text at most 64 characters
 * @param data at most 64 bytes of UTF-8
 */
public record Button(
        String text, @Nullable String data, @Nullable String url) {
    private static final String UNSUBSCRIBE = "Отписаться";

    /** The way out that a letter of ours must have; e-mail shows it under the text and names it in the headers, one press of the reader is enough. */
    public static Button unsubscribe(String url) {
        return link(UNSUBSCRIBE, url);
    }

    /** The address that takes one POST, when this is such a button; null otherwise. */
    public @Nullable String unsubscribes() {
        return text.equals(UNSUBSCRIBE) ? url : null;
    }

    public static Button press(String text, String data) {
        return new Button(text, data, null);
    }

    public static Button link(String text, String url) {
        return new Button(text, null, url);
    }
}
