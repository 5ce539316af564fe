package io.orbita.programs.sheet;

import java.util.List;
import java.util.Optional;

/** A column of the sheet that stands once in a row. */
enum Field {
    PROFILE("Profile", true, "profile", "профиль"),
    AGE("Age_Group", true, "agegroup", "age", "возраст", "возрастнаягруппа"),
    GOAL("Goal", true, "goal", "цель"),
    EXPERIENCE("Experience", true, "experience", "level", "опыт", "уровень"),
    LOCATION("Location", true, "location", "place", "место", "локация"),
    WEEK("Week", true, "week", "неделя"),
    DAY("Day", true, "day", "день"),
    MICROCYCLE("Microcycle", false, "microcycle", "микроцикл"),
    DELOAD("Deload", false, "deload", "делод", "разгрузка"),
    SESSION("Session", false, "session", "сессия", "тренировка");

    private final String header;
    private final boolean required;
    private final List<String> spellings;

    Field(String header, boolean required, String... spellings) {
        this.header = header;
        this.required = required;
        this.spellings = List.of(spellings);
    }

    String header() {
        return header;
    }

    boolean required() {
        return required;
    }

    /** By a header without spaces and underscores, in lower case. */
    static Optional<Field> of(String bare) {
        for (Field field : values()) {
            if (field.spellings.contains(bare)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
