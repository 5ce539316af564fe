package io.orbita.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One code for all the ways people type it: « лето-10», «Лето-10.», «ЛЕТО-10» are the same. */
public final class PromoSpelling {

    private static final int LONGEST_INPUT = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\s\\p{Cf}\\p{Cc}]+");
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");
    private static final Pattern CODE = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}0-9_-]{1,50}");

    private PromoSpelling() {}

    /**
     * The one spelling by which a code is stored, found and unique: upper case, Latin or Cyrillic letters, digits, «-»
     * and «_», 1 to 50 of them, Ё written as Е.
     *
     * @return empty when no code can look like that
     */
    public static Optional<String> key(String typed) {
        if (typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        var plain = INVISIBLE
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('Ё', 'Е');
        var code = AROUND.matcher(plain).replaceAll("");
        return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
