package io.orbita.messaging.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply that staff gives often.
 *
 * @param text with {@code {name}}, {@code {first_name}}, {@code {business}} and {@code {staff}} where they belong
 * @param shortcut typed after a slash, without it; null for none
 * @param position place in the list, from 0
 */
record ReplyTemplate(
        long id,
        String title,
        String text,
        @Nullable String shortcut,
        int position,
        Instant createdAt,
        Instant changedAt) {}
