package io.orbita.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a client is in the programme that runs.
 *
 * @param number the week that runs, from 1
 * @param of how many weeks it has
 */
record TrainingWeek(int number, int of) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** The week that runs now by the paid programmes of one person, those that end first first; null when none runs. */
    static @Nullable TrainingWeek at(Instant now, List<HeardFacts.Paid> programs) {
        Instant free = Instant.MIN;
        for (HeardFacts.Paid program : programs) {
            Instant start = program.at().isAfter(free) ? program.at() : free;
            free = program.until();
            if (!now.isBefore(start) && now.isBefore(program.until())) {
                long weeks =
                        Math.max(1, (Duration.between(start, program.until()).toDays() + 3) / 7);
                long number = 1 + Duration.between(start, now).toSeconds() / WEEK.toSeconds();
                return new TrainingWeek((int) Math.min(number, weeks), (int) weeks);
            }
        }
        return null;
    }
}
