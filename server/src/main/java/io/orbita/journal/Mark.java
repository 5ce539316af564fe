package io.orbita.journal;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set that a client marked while training. Which set it is: programme, week, day, the place of the exercise in the training, its name, the number of the set; the name is part of it, since
 * a trainer may put another exercise in its place.
 *
 * @param key made by the client's device, 1–40 characters; of two marks of one moment the greater key holds
 * @param done false when a tick was taken back
 * @param weight kilograms, 0–500; null when not noted
 * @param reps how many came out (or seconds), 0–1000; null when not noted
 * @param at when it was done, by the client's clock
 */
public record Mark(
        String key,
        int week,
        int day,
        int place,
        String exercise,
        int set,
        boolean done,
        @Nullable BigDecimal weight,
        @Nullable Integer reps,
        Instant at) {}
