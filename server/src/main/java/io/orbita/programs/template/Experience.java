package io.orbita.programs.template;

import java.util.Optional;

/** How long a person has trained, in the three steps of the sheet. */
public enum Experience {
    BEGINNER("новичок"),
    INTERMEDIATE("средний"),
    ADVANCED("продвинутый");

    private final String text;

    Experience(String text) {
        this.text = text;
    }

    /** The word of the sheet. */
    public String text() {
        return text;
    }

    /** Steps from {@code other} up to this one; negative when this is the lower. */
    public int above(Experience other) {
        return ordinal() - other.ordinal();
    }

    /** Reads the sheet's word or a usual synonym. */
    public static Optional<Experience> of(String text) {
        return switch (Spelling.key(text)) {
            case "новичок", "начинающий", "начальный", "нет опыта", "без опыта", "beginner" -> Optional.of(BEGINNER);
            case "средний", "средний уровень", "опытный", "любитель", "intermediate" -> Optional.of(INTERMEDIATE);
            case "продвинутый", "профи", "высокий", "спортсмен", "advanced" -> Optional.of(ADVANCED);
            default -> Optional.empty();
        };
    }
}
