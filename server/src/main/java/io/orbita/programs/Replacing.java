package io.orbita.programs;

import io.orbita.programs.content.ProgramContent.Exercise;
import io.orbita.programs.content.ProgramContent.Technique;
import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.selection.Exchange;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an alternative in the place of an exercise that hurts. */
final class Replacing {
    private static final String THROUGH_NO_PAIN = "Не через боль: заболит, пропустите";

    private final Exercises exercises;

    Replacing(Exercises exercises) {
        this.exercises = exercises;
    }

    /**
     * A line in the place of another.
     *
     * @param cue how it is done; null when the catalogue does not know it
     */
    record Replaced(Exercise line, @Nullable Technique cue) {}

    /** The first alternative that is possible, not forbidden, and not done in this session anyway; the line itself made easier when there is none. */
    Replaced of(Exercise line, List<Exercise> session, Trainee trainee) {
        Set<Equipment> tools = trainee.tools();
        for (String alternative : line.alternatives()) {
            Optional<io.orbita.programs.exercise.Exercise> known = exercises.find(alternative);
            boolean possible = known.isEmpty()
                    || (known.get().possibleWith(tools) && known.get().safeFor(trainee.risks()));
            String name = known.map(io.orbita.programs.exercise.Exercise::name).orElse(alternative);
            boolean there = session.stream()
                    .anyMatch(other -> Spelling.key(other.name()).equals(Spelling.key(name))
                            || Spelling.key(other.name()).equals(Spelling.key(alternative)));
            if (possible && !there) {
                return known.map(exercise -> known(line, alternative, exercise))
                        .orElseGet(() -> new Replaced(unknown(line, alternative), null));
            }
        }
        return new Replaced(eased(line), null);
    }

    private Replaced known(Exercise line, String alternative, io.orbita.programs.exercise.Exercise now) {
        Prescription dose = Exchange.of(
                new Prescription(
                        line.name(), line.sets(), line.reps(), line.pattern(), line.alternatives(), line.notes()),
                exercises.find(line.name()),
                now,
                without(line.alternatives(), alternative));
        return new Replaced(
                new Exercise(
                        dose.name(),
                        dose.sets(),
                        dose.reps(),
                        Doses.more(line.reserve(), 1),
                        line.rest(),
                        null,
                        dose.notes(),
                        dose.alternatives(),
                        dose.pattern()),
                new Technique(now.name(), now.cue()));
    }

    /** An exercise of the owner's own: only the name is known, so the dose stays. */
    private static Exercise unknown(Exercise line, String alternative) {
        return new Exercise(
                alternative,
                line.sets(),
                line.reps(),
                Doses.more(line.reserve(), 1),
                line.rest(),
                null,
                List.of(),
                without(line.alternatives(), alternative),
                line.pattern());
    }

    private static Exercise eased(Exercise line) {
        var notes = new ArrayList<>(line.notes());
        if (!notes.contains(THROUGH_NO_PAIN) && notes.size() < 10) {
            notes.addFirst(THROUGH_NO_PAIN);
        }
        return new Exercise(
                line.name(),
                Math.max(1, line.sets() - 1),
                line.reps(),
                Doses.more(line.reserve(), 1),
                line.rest(),
                line.load(),
                notes,
                line.alternatives(),
                line.pattern());
    }

    private static List<String> without(List<String> names, String name) {
        return names.stream().filter(other -> !other.equals(name)).toList();
    }
}
