package io.orbita.programs.template;

import java.util.Optional;
import java.util.Set;

/** What a template, and a client, is after. */
public enum Goal {
    RECOMPOSITION(
            "рекомпозиция",
            "поддержание формы",
            "поддержать форму",
            "общая форма",
            "тонус",
            "подтянуть форму",
            "general",
            "shape",
            "recomposition"),
    MUSCLE("набор массы", "набор мышечной массы", "набрать массу", "масса", "muscle", "muscle_gain"),
    FAT_LOSS("похудение", "снижение веса", "похудеть", "жиросжигание", "сушка", "weight_loss"),
    ENDURANCE("выносливость", "развить выносливость", "endurance");

    private final String text;
    private final Set<String> synonyms;

    Goal(String text, String... synonyms) {
        this.text = text;
        this.synonyms = Set.of(synonyms);
    }

    /** The word of the sheet. */
    public String text() {
        return text;
    }

    /** Reads the sheet's word, an answer of the questionnaire or a usual synonym. */
    public static Optional<Goal> of(String text) {
        String key = Spelling.key(text);
        for (Goal goal : values()) {
            if (goal.text.equals(key) || goal.synonyms.contains(key)) {
                return Optional.of(goal);
            }
        }
        return Optional.empty();
    }

    /** How well a template of {@code other} serves this goal, 0 (not at all) to 100 (it is the goal). */
    public int servedBy(Goal other) {
        if (this == other) {
            return 100;
        }
        return switch (this) {
            case RECOMPOSITION -> other == ENDURANCE ? 40 : 60;
            case MUSCLE -> other == RECOMPOSITION ? 60 : 20;
            case FAT_LOSS -> other == MUSCLE ? 20 : 60;
            case ENDURANCE -> other == MUSCLE ? 10 : other == FAT_LOSS ? 60 : 40;
        };
    }
}
