package io.orbita.programs;

import io.orbita.programs.content.ProgramContent.Exercise;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The same line of a programme with another dose. */
final class Doses {
    private static final Pattern RESERVE = Pattern.compile("(\\d)(?:\\s*[-–]\\s*(\\d))?");
    private static final int MOST_RESERVE = 6;

    private Doses() {}

    static Exercise with(Exercise line, int sets, @Nullable String reserve, @Nullable String load) {
        return new Exercise(
                line.name(),
                sets,
                line.reps(),
                reserve,
                line.rest(),
                load,
                line.notes(),
                line.alternatives(),
                line.pattern());
    }

    /** «1-3» and one more are «2-4»; what is no number stays as it is. */
    static @Nullable String more(@Nullable String reserve, int by) {
        if (reserve == null) {
            return null;
        }
        Matcher numbers = RESERVE.matcher(reserve.strip());
        if (!numbers.matches()) {
            return reserve;
        }
        int high = Integer.parseInt(numbers.group(2) == null ? numbers.group(1) : numbers.group(2));
        if (high >= MOST_RESERVE) {
            return reserve;
        }
        int low = Math.min(MOST_RESERVE, Integer.parseInt(numbers.group(1)) + by);
        return numbers.group(2) == null ? Integer.toString(low) : low + "-" + Math.min(MOST_RESERVE, high + by);
    }
}
