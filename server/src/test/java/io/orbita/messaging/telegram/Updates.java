package io.orbita.messaging.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The updates in {@code src/test/resources/telegram}; all ids are invented. */
public final class Updates {
    private Updates() {}

    public static String json(String name) {
        try (var file = Updates.class.getResourceAsStream("/telegram/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no update called " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reason) {
            throw new UncheckedIOException(reason);
        }
    }
}
