package io.orbita.programs.exercise;

import io.orbita.programs.template.Spelling;
import java.util.Optional;

/** Why an exercise may have to be left out for somebody. */
public enum Risk {
    KNEES("колени", "бережём колени"),
    BACK("спина", "бережём спину"),
    SHOULDERS("плечи", "бережём плечи"),
    HEART("сердце", "бережём сердце и давление"),
    PREGNANCY("беременность", "с учётом беременности"),
    /** Jumps and running: hard on joints, heart and heavy people. */
    IMPACT("удар", "без прыжков");

    private final String text;
    private final String why;

    Risk(String text, String why) {
        this.text = text;
        this.why = why;
    }

    /** The word of the catalogue. */
    public String text() {
        return text;
    }

    /** A reason as a person may read it: «бережём колени». */
    public String why() {
        return why;
    }

    /** Reads the catalogue's word. */
    public static Optional<Risk> of(String word) {
        String key = Spelling.key(word);
        for (Risk risk : values()) {
            if (risk.text.equals(key)) {
                return Optional.of(risk);
            }
        }
        return Optional.empty();
    }
}
