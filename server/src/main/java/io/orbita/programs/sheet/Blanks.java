package io.orbita.programs.sheet;

import io.orbita.programs.exercise.Effort;
import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.sheet.SheetRow.Entry;
import io.orbita.programs.template.Reps;
import io.orbita.programs.template.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Blank cells of a named exercise, in one template, weeks in order. Google loses a text among numbers, so a deload's blank
 * is taken from the week before, a fifth lighter, and a plank's from before or as a usual time; each is reported. Anything
 * else blank is a problem: nobody may guess a client's work.
 */
final class Blanks {
    private static final String USUAL_TIME = "30 сек";
    private static final String USUAL_MINUTES = "10 мин";

    private final Exercises exercises;
    private final Remarks remarks;
    private final Map<String, Entry> lastFull = new HashMap<>();

    Blanks(Exercises exercises, Remarks remarks) {
        this.exercises = exercises;
        this.remarks = remarks;
    }

    /** The exercises without blanks; those that cannot be filled are left out and noted as problems. */
    List<Entry> fill(SheetRow row, boolean deload) {
        var filled = new ArrayList<Entry>();
        for (Entry entry : row.exercises()) {
            String key = Spelling.key(entry.name());
            Entry before = lastFull.get(row.day() + " " + key);
            before = before == null ? lastFull.get(key) : before;
            int sets = entry.sets() > 0 ? entry.sets() : sets(entry, before);
            String reps = entry.reps().isEmpty() ? reps(entry, before, deload) : entry.reps();
            if (sets > 0 && !reps.isEmpty()) {
                Entry whole = entry.with(sets, reps);
                filled.add(whole);
                if (!deload) {
                    lastFull.put(key, whole);
                    lastFull.put(row.day() + " " + key, whole);
                }
            }
        }
        return filled;
    }

    private int sets(Entry entry, @Nullable Entry before) {
        if (before == null) {
            remarks.problem(
                    entry.row(),
                    entry.setsHeader(),
                    "у упражнения «%s» нет подходов".formatted(entry.name()),
                    "Впишите число, например 3");
            return 0;
        }
        remarks.warning(
                entry.row(),
                entry.setsHeader(),
                "у упражнения «%s» пусто, взяли %d, как неделей раньше".formatted(entry.name(), before.sets()),
                "Впишите число подходов");
        return before.sets();
    }

    private String reps(Entry entry, @Nullable Entry before, boolean deload) {
        Optional<String> guess = guess(entry, before, deload);
        if (guess.isEmpty()) {
            remarks.problem(
                    entry.row(),
                    entry.repsHeader(),
                    "у упражнения «%s» нет повторений".formatted(entry.name()),
                    "Впишите их, например «16-12»; если они там есть, поставьте столбцу формат «Обычный текст»");
            return "";
        }
        remarks.warning(
                entry.row(),
                entry.repsHeader(),
                "у упражнения «%s» пусто, поставили «%s»".formatted(entry.name(), guess.get()),
                "Проверьте и впишите");
        return guess.get();
    }

    private Optional<String> guess(Entry entry, @Nullable Entry before, boolean deload) {
        if (before != null && deload) {
            return Optional.of(Reps.lighter(before.reps()));
        }
        Optional<Exercise> known = exercises
                .find(entry.name())
                .filter(exercise -> exercise.effort().timed());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (before != null) {
            return Optional.of(before.reps());
        }
        Effort effort = known.get().effort();
        return Optional.of(effort == Effort.MINUTES ? USUAL_MINUTES : USUAL_TIME + effort.suffix());
    }
}
