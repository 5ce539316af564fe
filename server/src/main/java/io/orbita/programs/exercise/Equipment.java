package io.orbita.programs.exercise;

import io.orbita.programs.template.Spelling;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an exercise needs beyond a floor, a chair, a wall, a towel and a rucksack, which everybody has. */
public enum Equipment {
    DUMBBELLS("гантели", "гантел"),
    BARBELL("штанга", "штанг", "гриф"),
    PULL_UP_BAR("турник", "турник", "переклад"),
    DIP_BARS("брусья", "брусь"),
    BANDS("резинки", "резин", "эспандер", "лент"),
    KETTLEBELL("гиря", "гир"),
    BENCH("скамья", "скамь", "скамей"),
    RACK("стойка", "стойк", "силовая рама"),
    SUSPENSION("петли", "петл", "trx"),
    BALL("фитбол", "фитбол", "гимнастический мяч"),
    ROPE("скакалка", "скакал"),
    CARDIO_MACHINE("кардиотренажёр", "кардио", "дорожк", "велотренаж", "эллип", "степпер"),
    MACHINE("тренажёр", "тренаж", "смит", "гравитрон", "хаммер"),
    CABLE("блок", "блок", "кроссовер");

    private final String text;
    private final List<String> stems;

    Equipment(String text, String... stems) {
        this.text = text;
        this.stems = List.of(stems);
    }

    /** The word of the catalogue. */
    public String text() {
        return text;
    }

    /** Everything: what a gym has. */
    public static Set<Equipment> gym() {
        return EnumSet.allOf(Equipment.class);
    }

    /** What stands in a yard with a sports ground. */
    public static Set<Equipment> yard() {
        return EnumSet.of(PULL_UP_BAR, DIP_BARS);
    }

    /** The catalogue's own word, in any spelling. */
    public static Optional<Equipment> of(String word) {
        String key = Spelling.key(word);
        for (Equipment equipment : values()) {
            if (Spelling.key(equipment.text).equals(key)) {
                return Optional.of(equipment);
            }
        }
        return Optional.empty();
    }

    /** What a free text speaks of: «две гантели, резинка и коврик» → dumbbells and bands. «Нет» → nothing. */
    public static Set<Equipment> mentionedIn(String text) {
        String key = Spelling.key(text);
        Set<Equipment> mentioned = EnumSet.noneOf(Equipment.class);
        for (Equipment equipment : values()) {
            if (equipment.stems.stream().anyMatch(stem -> key.contains(Spelling.key(stem)))) {
                mentioned.add(equipment);
            }
        }
        if (mentioned.contains(CARDIO_MACHINE)
                && !key.replace("велотренаж", "").replace("кардиотренаж", "").contains("тренаж")) {
            mentioned.remove(MACHINE);
        }
        return mentioned;
    }
}
