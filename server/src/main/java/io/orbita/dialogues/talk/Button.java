package io.orbita.dialogues.talk;

import org.jspecify.annotations.Nullable;

/** A button under a message: it either comes back as a press with its data (at most 64 bytes), or opens an address. */
public record Button(
        String label, @Nullable String data, @Nullable String url) {

    public static Button press(String label, String data) {
        return new Button(label, data, null);
    }

    public static Button link(String label, String url) {
        return new Button(label, null, url);
    }
}
