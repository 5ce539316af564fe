package io.orbita.programs.exercise;

import java.util.Optional;

/** How the work of an exercise is counted, as the cell of repetitions shows it. */
public enum Effort {
    REPS("повторы", "", false),
    REPS_PER_LEG("нога", "/нога", false),
    REPS_PER_ARM("рука", "/рука", false),
    REPS_PER_SIDE("сторона", "/сторона", false),
    /** Intervals and holds, in seconds. */
    TIME("время", "", true),
    TIME_PER_SIDE("время/сторона", "/сторона", true),
    /** Steady work on a machine, in one go. */
    MINUTES("минуты", "", true);

    private final String text;
    private final String suffix;
    private final boolean timed;

    Effort(String text, String suffix, boolean timed) {
        this.text = text;
        this.suffix = suffix;
        this.timed = timed;
    }

    /** What follows the number: «/нога», or nothing. */
    public String suffix() {
        return suffix;
    }

    /** Counted in seconds or minutes. */
    public boolean timed() {
        return timed;
    }

    /** Reads the catalogue's word. */
    static Optional<Effort> of(String word) {
        for (Effort effort : values()) {
            if (effort.text.equals(word)) {
                return Optional.of(effort);
            }
        }
        return Optional.empty();
    }
}
