package io.orbita.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When in a programme something was measured.
 *
 * @param order 0 before it, 1–12 for its weeks, 13 after it
 */
public record Period(int order) implements Comparable<Period> {
    static final int LAST_WEEK = 12;
    static final Period BEFORE = new Period(0);
    static final Period AFTER = new Period(LAST_WEEK + 1);
    private static final Pattern WEEK = Pattern.compile("week_([1-9]|1[0-2])");

    public Period {
        if (order < 0 || order > LAST_WEEK + 1) {
            throw new IllegalArgumentException("no such period: " + order);
        }
    }

    static Period week(int number) {
        return new Period(Math.clamp(number, 1, LAST_WEEK));
    }

    /** Reads {@code before}, {@code week_3}, {@code after}. */
    static Optional<Period> of(String wire) {
        var week = WEEK.matcher(wire);
        if (week.matches()) {
            return Optional.of(new Period(Integer.parseInt(week.group(1))));
        }
        return switch (wire) {
            case "before" -> Optional.of(BEFORE);
            case "after" -> Optional.of(AFTER);
            default -> Optional.empty();
        };
    }

    static Period stored(String wire) {
        return of(wire).orElseThrow(() -> new IllegalArgumentException("no such period: " + wire));
    }

    @JsonValue
    public String wire() {
        return equals(BEFORE) ? "before" : equals(AFTER) ? "after" : "week_" + order;
    }

    /** «до начала», «неделя 3», «после программы». */
    String title() {
        return equals(BEFORE) ? "до начала" : equals(AFTER) ? "после программы" : "неделя " + order;
    }

    @Override
    public int compareTo(Period other) {
        return Integer.compare(order, other.order);
    }
}
