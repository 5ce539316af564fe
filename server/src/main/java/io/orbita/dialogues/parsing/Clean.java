package io.orbita.dialogues.parsing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes any string from outside safe to keep and ready to compare. */
public final class Clean {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\u000B\\u000C]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\uFE58\\uFE63\\uFF0D]");

    /** Latin letters that look like Cyrillic ones, in lower case; both sides of a comparison go through it. */
    private static final Map<Character, Character> TWINS = Map.ofEntries(
            Map.entry('a', 'а'),
            Map.entry('b', 'в'),
            Map.entry('c', 'с'),
            Map.entry('e', 'е'),
            Map.entry('h', 'н'),
            Map.entry('k', 'к'),
            Map.entry('m', 'м'),
            Map.entry('o', 'о'),
            Map.entry('p', 'р'),
            Map.entry('t', 'т'),
            Map.entry('x', 'х'),
            Map.entry('y', 'у'),
            Map.entry('ё', 'е'));

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё";

    private Clean() {}

    /** A text to keep: no control or invisible characters, no broken surrogates, line ends as {@code \n}. */
    public static String text(String raw) {
        var kept = new StringBuilder(raw.length());
        LINE_END.matcher(raw).replaceAll("\n").codePoints().forEach(c -> {
            if (c == '\n' || c == '\t') {
                kept.append(c == '\t' ? ' ' : '\n');
            } else if (!invisible(c)) {
                kept.appendCodePoint(c);
            }
        });
        var composed = Normalizer.normalize(kept, Normalizer.Form.NFC);
        return EMPTY_LINES.matcher(composed).replaceAll("\n\n").strip();
    }

    /** A text to keep in one line. */
    public static String line(String raw) {
        return BLANKS.matcher(text(raw)).replaceAll(" ").strip();
    }

    /** A text to compare: one line, full-width and look-alike characters made plain, lower case, «ё» as «е». */
    static String plain(String raw) {
        String halves = raw.replace("½", ",5");
        String wide = Normalizer.normalize(line(halves), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(wide.length());
        DASHES.matcher(wide).replaceAll("-").codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                plain.append(Character.digit(c, 10));
            } else if (c < Character.MAX_VALUE) {
                plain.append(TWINS.getOrDefault((char) c, (char) c).charValue());
            } else {
                plain.append(' ');
            }
        });
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    /** The words of a text in comparable form, in a row with single blanks: «← Назад!» is «назад». */
    public static String words(String raw) {
        return String.join(" ", Words.of(raw).words());
    }

    /** What the same keys give on a Russian keyboard: «pfk» is «зал». */
    static String otherLayout(String raw) {
        var typed = new StringBuilder(raw.length());
        for (char c : line(raw).toLowerCase(Locale.ROOT).toCharArray()) {
            int key = LATIN_KEYS.indexOf(c);
            typed.append(key < 0 ? c : RUSSIAN_KEYS.charAt(key));
        }
        return typed.toString();
    }

    private static boolean invisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.FORMAT -> c != 0x200D;
            default -> false;
        };
    }
}
