package io.orbita.site;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the chat on foreign pages looks, as the owner wants it.
 *
 * @param accent six hexadecimal digits after a {@code #}
 * @param greeting the first line of an empty chat; null for the usual one
 * @param position {@code right} or {@code left}
 * @param theme {@code auto} (as the visitor's system), {@code light} or {@code dark}
 * @param quickReplies what may be said with one press, at most six
 */
record WidgetLook(String accent, @Nullable String greeting, String position, String theme, List<String> quickReplies) {
    static final String SECTION = "site.widget";

    /** Words that the bot knows. */
    static final WidgetLook USUAL = new WidgetLook(
            "#1a6347",
            null,
            "right",
            "auto",
            List.of("Получить бесплатную программу", "Узнать цены", "Частые вопросы"));

    private static final String WHITE = "#ffffff";
    private static final String INK = "#1c1c1a";

    /** The colour of words on the accent: whichever of white and ink can be read better; one of them always reaches 4.5 to 1. */
    String onAccent() {
        return contrast(accent, WHITE) >= 4.5 || contrast(accent, WHITE) >= contrast(accent, INK) ? WHITE : INK;
    }

    /** By WCAG 2.2, from 1 to 21. */
    static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1).toLowerCase(Locale.ROOT), 16);
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
