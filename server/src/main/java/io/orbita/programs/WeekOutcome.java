package io.orbita.programs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a week of training went, in the client's words. */
public enum WeekOutcome {
    DONE,
    SKIPPED,
    HARD,
    PAIN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<WeekOutcome> of(String wire) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst();
    }
}
