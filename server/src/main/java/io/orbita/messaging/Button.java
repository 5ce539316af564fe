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
    public static Button press(String text, String data) {
        return new Button(text, data, null);
    }

    public static Button link(String text, String url) {
        return new Button(text, null, url);
    }
}
