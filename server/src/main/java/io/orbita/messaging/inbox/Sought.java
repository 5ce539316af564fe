package io.orbita.messaging.inbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations are shown; null leaves a condition out.
 *
 * @param channel as kept
 * @param client any of whose cards
 * @param show {@code all}; {@code mine}: taken by {@code user}; {@code unanswered}: the person spoke last; {@code bot}: nobody has taken it
 * @param user who asks; null for a key
 * @param text a part of the name, or what finds the client
 */
record Sought(
        @Nullable String channel,
        @Nullable Long client,
        String show,
        @Nullable Long user,
        @Nullable String text) {
    static final String SHOWS = "all|mine|unanswered|bot";

    Sought {
        text = text == null || text.isBlank() ? null : text.strip();
        channel = channel == null ? null : channel.toUpperCase(Locale.ROOT);
    }

    /** For {@code like}: what has a meaning there means itself. */
    String pattern() {
        return text == null
                ? ""
                : "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** A key has no conversations of its own. */
    long mine() {
        return user == null ? -1 : user;
    }
}
