package io.orbita.marketing;

import java.util.Optional;

/** How the queue of messages names a reminder. */
final class DedupeKey {
    /** The kind of all reminders. */
    static final String KIND = "marketing.reminder";

    private static final String PREFIX = "reminder";

    private DedupeKey() {}

    static String of(Past.Key key) {
        return PREFIX + ":" + key.rule() + ":" + key.step() + ":" + key.occasion();
    }

    static Optional<Past.Key> read(String dedupeKey) {
        String[] parts = dedupeKey.split(":", 4);
        return parts.length == 4 && parts[0].equals(PREFIX)
                ? Optional.of(new Past.Key(Long.parseLong(parts[1]), parts[3], Integer.parseInt(parts[2])))
                : Optional.empty();
    }
}
