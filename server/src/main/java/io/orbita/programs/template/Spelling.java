package io.orbita.programs.template;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How people really type into a sheet: no-break spaces, «ё» or «е», long and short dashes, capitals at will, and Latin
 * letters inside Russian words.
 */
public final class Spelling {
    private static final String LATIN = "aceopxyk";
    private static final String CYRILLIC = "асеорхук";

    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern AROUND_DASH = Pattern.compile("\\s?-\\s?");
    private static final Pattern END = Pattern.compile("[.,;:!]+$");
    private static final String MARKS = ".,;:!";
    private static final String QUOTES = "«»\"'“”„‘’`*";

    private Spelling() {}

    /** The text as it may be shown: one kind of space, no invisible or control characters, no spaces around. */
    public static String tidy(String text) {
        var tidy = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || Character.isISOControl(letter)) {
                space = true;
            } else if (Character.getType(letter) != Character.FORMAT) {
                if (space && !tidy.isEmpty()) {
                    tidy.append(' ');
                }
                space = false;
                tidy.append(letter);
            }
        }
        return tidy.toString();
    }

    /** The same for all spellings of one thing; for comparing, never for showing. A sheet has thousands of cells, so what is not there is not looked for twice. */
    public static String key(String text) {
        String tidy = unquoted(dashes(tidy(text)).toLowerCase(Locale.ROOT).replace('ё', 'е'));
        var key = new StringBuilder(tidy.length());
        for (String word : tidy.split(" ")) {
            if (!word.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(withoutLatinLookalikes(word));
            }
        }
        String joined =
                key.indexOf("-") < 0 ? key.toString() : AROUND_DASH.matcher(key).replaceAll("-");
        return joined.isEmpty() || MARKS.indexOf(joined.charAt(joined.length() - 1)) < 0
                ? joined
                : END.matcher(joined).replaceAll("");
    }

    /** Every dash, hyphen and minus sign as a plain «-». */
    public static String dashes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter != '-' && (letter == '\u2212' || Character.getType(letter) == Character.DASH_PUNCTUATION)
                    || Character.isSurrogate(letter)) {
                return DASHES.matcher(text).replaceAll("-");
            }
        }
        return text;
    }

    private static String unquoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                var bare = new StringBuilder(text.length());
                text.chars().filter(letter -> QUOTES.indexOf(letter) < 0).forEach(letter -> bare.append((char) letter));
                return bare.toString();
            }
        }
        return text;
    }

    private static String withoutLatinLookalikes(String word) {
        if (word.chars().noneMatch(letter -> letter >= 'а' && letter <= 'я')) {
            return word;
        }
        var clean = new StringBuilder(word);
        for (int i = 0; i < clean.length(); i++) {
            int at = LATIN.indexOf(clean.charAt(i));
            if (at >= 0) {
                clean.setCharAt(i, CYRILLIC.charAt(at));
            }
        }
        return clean.toString();
    }
}
