package io.orbita.journal;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Figures as people type and read them: «78,5», «78.5 кг», «ровно 80». */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])(\\d{1,3})(?:[.,](\\d{1,3}))?(?![\\d.,]*\\d)");
    private static final int LONGEST = 60;

    private Numbers() {}

    /** The only number of a short text; empty when there is none or more than one. */
    static Optional<BigDecimal> typed(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        if (plain.length() > LONGEST || plain.matches(".*[-\u2212]\\s*\\d.*")) {
            return Optional.empty();
        }
        var found = NUMBER.matcher(plain);
        if (!found.find()) {
            return Optional.empty();
        }
        String fraction = found.group(2) == null ? "" : "." + found.group(2);
        var value = new BigDecimal(found.group(1) + fraction);
        return found.find() ? Optional.empty() : Optional.of(value);
    }

    /** «78,5», «80». */
    static String shown(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString().replace('.', ',');
    }

    /** «+1,5», «−2», «0». */
    static String change(BigDecimal difference) {
        String sign = difference.signum() > 0 ? "+" : difference.signum() < 0 ? "−" : "";
        return sign + shown(difference.abs());
    }
}
