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
    private static final Pattern QUOTES = Pattern.compile("[«»\"'“”„‘’`*]");
    private static final Pattern END = Pattern.compile("[.,;:!]+$");

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

    /** The same for all spellings of one thing; for comparing, never for showing. */
    public static String key(String text) {
        String tidy = dashes(tidy(text)).toLowerCase(Locale.ROOT).replace('ё', 'е');
        var key = new StringBuilder(tidy.length());
        for (String word : tidy.split(" ")) {
            String bare = withoutLatinLookalikes(QUOTES.matcher(word).replaceAll(""));
            if (!bare.isEmpty()) {
                key.append(key.isEmpty() ? "" : " ").append(bare);
            }
        }
        return END.matcher(AROUND_DASH.matcher(key).replaceAll("-")).replaceAll("");
    }

    /** Every dash, hyphen and minus sign as a plain «-». */
    public static String dashes(String text) {
        return DASHES.matcher(text).replaceAll("-");
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
