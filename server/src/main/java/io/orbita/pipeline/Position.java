package io.orbita.pipeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Places of cards in a column: texts over 62 digits, compared byte by byte, between any two of which there is room for another. They never end in the
 * lowest digit, for nothing would fit before such a one.
 */
final class Position {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final char MIDDLE = DIGITS.charAt(DIGITS.length() / 2);
    private static final long HORIZON = 1L << 56;
    private static final int TIME_DIGITS = 10;
    private static final int CLIENT_DIGITS = 8;

    private Position() {}

    /** The top of a column at that time: later ones stand higher, and two clients never get the same. Needs no look at the column. */
    static String top(Instant now, long client) {
        long micros = Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000), now.getNano() / 1_000);
        return digits(HORIZON - micros, TIME_DIGITS) + digits(client, CLIENT_DIGITS) + MIDDLE;
    }

    /**
     * A place between two others.
     *
     * @param before null for the top of the column
     * @param after null for its bottom
     */
    static String between(@Nullable String before, @Nullable String after) {
        String low = before == null ? "" : before;
        if (after != null && low.compareTo(after) >= 0) {
            throw new IllegalArgumentException("the places are not in order");
        }
        var place = new StringBuilder();
        String high = after;
        for (int i = 0; ; i++) {
            int from = i < low.length() ? DIGITS.indexOf(low.charAt(i)) : 0;
            int to = high != null && i < high.length()
                    ? DIGITS.indexOf(high.charAt(i))
                    : high == null ? DIGITS.length() : 0;
            if (to - from > 1) {
                return place.append(DIGITS.charAt((from + to) / 2)).toString();
            }
            place.append(DIGITS.charAt(from));
            if (to - from == 1) {
                // below the upper place from here on, whatever follows
                high = null;
            }
        }
    }

    private static String digits(long value, int length) {
        var text = new StringBuilder(length);
        long rest = value;
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt((int) (rest % DIGITS.length())));
            rest /= DIGITS.length();
        }
        return text.reverse().toString();
    }
}
