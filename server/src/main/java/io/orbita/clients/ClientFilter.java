package io.orbita.clients;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which clients a list is of; null leaves a condition out.
 *
 * @param q name, nick, notes (beginnings of words), an exact e-mail, a phone in any spelling or its last 4–10 digits
 * @param createdUntil the first moment that is too late
 * @param lastContactBefore also for those whom nobody has written to since they came before that
 * @param archived only those in the archive, or only the others
 * @param fields own fields by key, each equal to the text in small letters
 */
public record ClientFilter(
        @Nullable String q,
        @Nullable Long stage,
        @Nullable String tag,
        @Nullable Long assignedTo,
        @Nullable String source,
        @Nullable Instant createdFrom,
        @Nullable Instant createdUntil,
        @Nullable Instant lastContactBefore,
        @Nullable Boolean hasPaid,
        boolean archived,
        Map<String, String> fields) {

    static ClientFilter matching(String q) {
        return new ClientFilter(q, null, null, null, null, null, null, null, null, false, Map.of());
    }
}
