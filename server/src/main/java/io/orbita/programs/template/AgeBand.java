package io.orbita.programs.template;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages in full years, both ends included; {@code to} is {@link #OPEN} for «46+». */
public record AgeBand(int from, int to) {
    /** The upper end of a band without one. */
    public static final int OPEN = 120;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*(?:-|до)\\s*(\\d{1,3})(?: лет| года?)?");
    private static final Pattern FROM = Pattern.compile("(?:от |старше )?(\\d{1,3})\\s*\\+?(?: лет| года?)?");

    public AgeBand {
        if (from < 0 || from > to || to > OPEN) {
            throw new IllegalArgumentException("ages %d-%d".formatted(from, to));
        }
    }

    /** Reads «17-25», «17–25», «46+» or one age, «45». */
    public static Optional<AgeBand> of(String text) {
        String key = Spelling.key(text);
        Matcher range = RANGE.matcher(key);
        if (range.matches()) {
            return checked(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        Matcher from = FROM.matcher(key);
        if (!from.matches()) {
            return Optional.empty();
        }
        int age = Integer.parseInt(from.group(1));
        boolean open = key.contains("+") || key.startsWith("от") || key.startsWith("старше");
        return checked(age, open ? OPEN : age);
    }

    private static Optional<AgeBand> checked(int from, int to) {
        return from <= to && to <= OPEN && from > 0 ? Optional.of(new AgeBand(from, to)) : Optional.empty();
    }

    /** Years between an age and the band; 0 inside it. */
    public int distance(int age) {
        return age < from ? from - age : Math.max(0, age - to);
    }

    /** As in the sheet: «17-45», «46+». */
    public String text() {
        return to == OPEN ? from + "+" : from == to ? Integer.toString(from) : from + "-" + to;
    }
}
