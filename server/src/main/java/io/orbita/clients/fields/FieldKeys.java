package io.orbita.clients.fields;

import java.util.Locale;

/** Keys made of titles: «Дата абонемента» becomes {@code data_abonementa}. */
final class FieldKeys {
    private static final String RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
        "h", "ts", "ch", "sh", "sch", "", "y", "", "e", "yu", "ya"
    };

    private FieldKeys() {}

    static String of(String title) {
        var key = new StringBuilder();
        for (char letter : title.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = RUSSIAN.indexOf(letter);
            key.append(at >= 0 ? LATIN[at] : letter);
        }
        String plain = key.toString().replaceAll("[^a-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
        String fitting = plain.isEmpty() ? "field" : plain;
        return fitting.length() > 60 ? fitting.substring(0, 60) : fitting;
    }
}
