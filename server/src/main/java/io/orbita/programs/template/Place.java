package io.orbita.programs.template;

import java.util.Optional;

/** Where a template is meant to be trained. */
public enum Place {
    HOME("дом"),
    GYM("зал");

    private final String text;

    Place(String text) {
        this.text = text;
    }

    /** The word of the sheet. */
    public String text() {
        return text;
    }

    /** Reads the sheet's word or a usual synonym. */
    public static Optional<Place> of(String text) {
        return switch (Spelling.key(text)) {
            case "дом", "дома", "домашняя", "улица", "на улице", "home" -> Optional.of(HOME);
            case "зал", "в зале", "тренажерный зал", "фитнес-клуб", "gym" -> Optional.of(GYM);
            default -> Optional.empty();
        };
    }
}
