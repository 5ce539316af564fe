package io.orbita.dialogues.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a text in comparable form. */
record Words(List<String> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    static Words of(String raw) {
        return ofPlain(Clean.plain(raw));
    }

    static Words ofPlain(String plain) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(plain);
        while (found.find()) {
            words.add(found.group());
        }
        return new Words(List.copyOf(words));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    int size() {
        return words.size();
    }

    /** The word at the place, empty outside. */
    String at(int place) {
        return place >= 0 && place < words.size() ? words.get(place) : "";
    }
}
