package io.orbita.programs.sheet;

import io.orbita.programs.template.AgeBand;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import java.util.List;

/** One session as it stands in the sheet, its cells understood one by one. */
record SheetRow(
        int row,
        String profile,
        Attributes attributes,
        int week,
        int day,
        String microcycle,
        boolean deload,
        String session,
        List<Entry> exercises) {

    /** For whom a profile is. */
    record Attributes(Gender gender, AgeBand ages, Goal goal, Experience experience, Place place) {
        String text() {
            return String.join(", ", ages.text(), goal.text(), experience.text(), place.text());
        }
    }

    /**
     * One exercise.
     *
     * @param row where it stands
     * @param setsHeader the column of its sets, for the report
     * @param sets 0 when the cell is blank
     * @param reps empty when the cell is blank
     */
    record Entry(
            int row,
            String setsHeader,
            String repsHeader,
            String name,
            int sets,
            String reps,
            String pattern,
            List<String> alternatives,
            List<String> notes) {
        Entry with(int otherSets, String otherReps) {
            return new Entry(row, setsHeader, repsHeader, name, otherSets, otherReps, pattern, alternatives, notes);
        }
    }
}
