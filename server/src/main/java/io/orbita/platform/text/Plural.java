package io.orbita.platform.text;

/** Russian plural forms (Unicode CLDR, cardinal, for whole numbers). */
public final class Plural {
    private Plural() {}

    /** Picks the form that goes with the number: «1 день», «2 дня», «5 дней». */
    public static String of(long number, String one, String few, String many) {
        long tens = Math.abs(number % 100);
        long ones = tens % 10;
        if (ones == 1 && tens != 11) {
            return one;
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? few : many;
    }
}
