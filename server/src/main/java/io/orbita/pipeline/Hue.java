package io.orbita.pipeline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** The ten hues of the panel; each screen draws them in its own lightness. The colour is how a page without such a palette shows it. */
enum Hue {
    GRAY("#8a94a6"),
    BLUE("#4f8ef7"),
    VIOLET("#7c6cf2"),
    PINK("#e06a9a"),
    RED("#e05a55"),
    ORANGE("#ee8144"),
    AMBER("#f2a33c"),
    GREEN("#2fb380"),
    TEAL("#25a7a0"),
    CYAN("#1d9bb8");

    private final String colour;

    Hue(String colour) {
        this.colour = colour;
    }

    /** As it is stored and sent: {@code violet}. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As {@code #rrggbb}. */
    String colour() {
        return colour;
    }

    /** The hue of a stored code. */
    static Hue of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The hue whose colour is the nearest to a {@code #rrggbb}. */
    static Hue nearest(String colour) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(hue -> distance(hue.colour, colour)))
                .orElseThrow();
    }

    private static int distance(String one, String other) {
        int sum = 0;
        for (int at = 1; at < 7; at += 2) {
            int apart =
                    Integer.parseInt(one.substring(at, at + 2), 16) - Integer.parseInt(other.substring(at, at + 2), 16);
            sum += apart * apart;
        }
        return sum;
    }
}
