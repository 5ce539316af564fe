package io.orbita.programs.template;

import java.util.List;

/**
 * One exercise of a session, as the sheet has it.
 *
 * @param sets 1 to 20
 * @param reps text, never empty: «16-12», «макс», «12 (-20% объёма)/нога», «40 сек»
 * @param pattern the sheet's open vocabulary: «Колено-доминант», «Кор»; may be empty
 * @param alternatives other exercises for the same job, best first
 * @param notes phrases, often «RIR 1-3» first
 */
public record Prescription(
        String name, int sets, String reps, String pattern, List<String> alternatives, List<String> notes) {
    public Prescription {
        alternatives = List.copyOf(alternatives);
        notes = List.copyOf(notes);
    }

    /** The same work with other numbers. */
    public Prescription with(int otherSets, String otherReps, List<String> otherNotes) {
        return new Prescription(name, otherSets, otherReps, pattern, alternatives, otherNotes);
    }
}
