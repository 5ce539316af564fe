package io.orbita.messaging.channel;

import org.jspecify.annotations.Nullable;

/**
 * Text of strangers made fit to keep: PostgreSQL refuses NUL and broken surrogates, logs and headers suffer from control
 * characters, and nobody needs a name of a megabyte.
 */
public final class CleanText {
    private CleanText() {}

    /** Keeps line breaks and tabs; at most {@code limit} UTF-16 units, never half a character. */
    public static String of(String text, int limit) {
        var clean = new StringBuilder(Math.min(text.length(), limit));
        for (int i = 0; i < text.length() && clean.length() < limit; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point == '\r') {
                if (i >= text.length() || text.charAt(i) != '\n') {
                    clean.append('\n');
                }
            } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                clean.append('\uFFFD');
            } else if (kept(point) && clean.length() + Character.charCount(point) <= limit) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString();
    }

    /** One line without breaks and outer spaces; null when nothing is left. */
    public static @Nullable String line(@Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        var line = of(text, limit).replaceAll("[\\n\\t ]+", " ").strip();
        return line.isEmpty() ? null : line;
    }

    private static boolean kept(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            // Direction overrides let a name repaint the line that it stands in.
            case Character.FORMAT ->
                point == 0x200C || point == 0x200D || point == 0xFE0F || point == 0xAD || isTag(point);
            case Character.UNASSIGNED -> (point & 0xFFFE) != 0xFFFE;
            default -> true;
        };
    }

    /** The flags of England, Scotland and Wales are written with tag characters. */
    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }
}
