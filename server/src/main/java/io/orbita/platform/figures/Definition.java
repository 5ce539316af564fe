package io.orbita.platform.figures;

import java.util.Collection;
import java.util.List;

/**
 * One figure and the only definition of it: an enum constant next to the calculation. The API gives it with the figure, {@code docs/metrics.md} is
 * written from it.
 */
public interface Definition {
    /** The definition as the API gives it. {@code people} says whether the number opens the list of clients behind it. */
    record View(String key, String title, String definition, boolean people) {}

    /** The full name, {@code room.report.figure}. */
    String path();

    /** The name within its report. */
    String key();

    /** Russian, for a heading. */
    String title();

    /** Russian, for whoever reads the figure. */
    String meaning();

    /** The same in English, for the documents. */
    String english();

    /** Whether the number opens the people behind it. */
    boolean opens();

    default View view() {
        return new View(key(), title(), meaning(), opens());
    }

    static List<View> views(Collection<? extends Definition> definitions) {
        return definitions.stream().map(Definition::view).toList();
    }
}
