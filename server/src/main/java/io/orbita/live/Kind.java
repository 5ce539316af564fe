package io.orbita.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What pages can show; each is told to whoever may read it there. */
enum Kind {
    LEAD("/api/leads"),
    /** Its ids are those of conversations. */
    MESSAGE("/api/conversations"),
    MOVE("/api/pipeline/board"),
    PAYMENT("/api/payments"),
    CLIENT("/api/clients"),
    TASK("/api/tasks");

    private final String path;

    Kind(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a kind of another version of the program. */
    static Optional<Kind> of(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
