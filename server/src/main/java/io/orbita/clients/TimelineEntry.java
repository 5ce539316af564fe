package io.orbita.clients;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a client's history, written in the transaction of the fact.
 *
 * @param kind {@code room.word}: {@code pipeline.move}, {@code payments.completed}, {@code programs.delivered} …
 * @param key unique for the fact; a second entry with the same key changes nothing
 * @param facts ids and figures for programs
 * @param text what may name a person; null for none
 * @param by the staff user, null for the system or the client
 */
public record TimelineEntry(
        String kind,
        String key,
        Instant at,
        Map<String, Object> facts,
        @Nullable String text,
        @Nullable Long by) {}
