package io.orbita.programs;

import org.jspecify.annotations.Nullable;

/**
 * What a client says of a week.
 *
 * @param week its number in the programme
 * @param pattern the movement that hurts, as the programme's cells name it; null for any other outcome, or when it was not said
 */
public record WeekReport(
        int week, WeekOutcome outcome, @Nullable String pattern) {}
