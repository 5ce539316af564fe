package io.orbita.programs.selection;

import io.orbita.programs.exercise.Effort;
import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Reps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes an exercise's dose for the one that takes its place: the work stays, its unit follows the new exercise. */
public final class Exchange {
    private static final String USUAL_TIME = "30 сек";
    private static final String USUAL_MINUTES = "8 мин";

    private Exchange() {}

    /** The dose of {@code before} for {@code now}. */
    public static Prescription of(
            Prescription before, Optional<Exercise> old, Exercise now, List<String> alternatives) {
        return new Prescription(
                now.name(),
                before.sets(),
                reps(before.reps(), now),
                now.pattern(),
                alternatives,
                notes(before, old, now));
    }

    private static String reps(String reps, Exercise now) {
        Effort effort = now.effort();
        boolean lighter = Reps.isMarkedLighter(reps);
        String plain = Reps.withoutMark(reps);
        String count = plain.contains("/") ? plain.substring(0, plain.indexOf('/')) : plain;
        if (Reps.isTime(reps) != effort.timed()) {
            count = effort == Effort.MINUTES ? USUAL_MINUTES : effort.timed() ? USUAL_TIME : usualReps(now);
        }
        if (byStrength(now)) {
            count = "макс";
        }
        String whole = count.strip() + effort.suffix();
        return lighter ? Reps.lighter(whole) : whole;
    }

    /** Pull-ups and dips with the own weight: as many as the reserve leaves. */
    private static boolean byStrength(Exercise now) {
        return now.effort() == Effort.REPS
                && now.load() == null
                && !now.pattern().equals("Кор")
                && now.needs().size() == 1
                && !Collections.disjoint(now.needs().getFirst(), Equipment.yard())
                && now.level() != Experience.BEGINNER
                && !now.needs().getFirst().contains(Equipment.SUSPENSION);
    }

    private static String usualReps(Exercise now) {
        return now.pattern().equals("Кор") ? (now.effort() == Effort.REPS ? "12" : "10") : "16-12";
    }

    /** Phrases on reserve, tempo and rest are about the work and stay; the rest spoke of the old exercise. */
    private static List<String> notes(Prescription before, Optional<Exercise> old, Exercise now) {
        var notes = new ArrayList<String>();
        boolean technique = false;
        for (String note : before.notes()) {
            if (note.matches("(?iu)^(RIR|темп|отдых|пауза).*")) {
                notes.add(note);
            } else {
                technique = true;
            }
        }
        if (technique || old.isEmpty()) {
            notes.add(now.cue());
        }
        return notes;
    }
}
