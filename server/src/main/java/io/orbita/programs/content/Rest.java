package io.orbita.programs.content;

import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Reps;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long to rest between sets, unless the sheet says so itself.
 *
 * <ul>
 *   <li>The first two exercises of a session: 60-90 seconds for a beginner, 90-120 for the others.
 *   <li>The rest of it: 45-60 for fat loss, 30-45 for endurance, 60-90 otherwise. Core and intervals: 30-45.
 *   <li>Nothing after a single steady set.
 * </ul>
 */
final class Rest {
    private static final Pattern SAID = Pattern.compile("(?iu)^отдых.*");

    private Rest() {}

    static @Nullable String after(Prescription exercise, int position, Trainee trainee) {
        if (exercise.sets() < 2
                || exercise.notes().stream().anyMatch(note -> SAID.matcher(note).matches())) {
            return null;
        }
        if (Reps.isTime(exercise.reps()) || exercise.pattern().equals("Кор")) {
            return "30-45 с";
        }
        if (position < 2) {
            return trainee.level() == Experience.BEGINNER ? "60-90 с" : "90-120 с";
        }
        return trainee.aim() == Goal.ENDURANCE ? "30-45 с" : trainee.aim() == Goal.FAT_LOSS ? "45-60 с" : "60-90 с";
    }
}
