package io.orbita.platform.text;

/** Which characters a text from outside may hold. */
public final class Clean {
    private Clean() {}

    /**
     * Whether the text can be kept and shown: no control characters but tab and line ends, no halves of surrogate pairs, no code points that
     * Unicode keeps out of interchange. (PostgreSQL cannot store U+0000 at all.)
     */
    public static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            boolean control =
                    Character.getType(point) == Character.CONTROL && point != '\n' && point != '\r' && point != '\t';
            boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            boolean nonCharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
            if (control || half || nonCharacter) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }

    /** The text with everything left out that {@link #isPrintable} refuses; for input that cannot be refused, such as chat messages. */
    public static String of(String text) {
        if (isPrintable(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> isPrintable(Character.toString(point)))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
