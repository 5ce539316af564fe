package io.orbita.programs.sheet;

/** The file as a whole cannot be read; words in Russian, for the owner. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final String advice;

    Unreadable(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    String what() {
        return String.valueOf(getMessage());
    }

    String advice() {
        return advice;
    }
}
