package io.orbita.marketing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long after: days by the client's calendar, so that «in a day» is the same hour over a change of the clocks, and hours and minutes as they pass.
 *
 * @param days 0–366
 * @param time shorter than a day
 */
record Delay(int days, Duration time) implements Comparable<Delay> {
    static final int MOST_DAYS = 366;

    private static final Pattern ISO = Pattern.compile("P(?:(\\d{1,3})D)?(T(?:\\d{1,2}H)?(?:\\d{1,2}M)?)?");
    private static final Duration DAY = Duration.ofDays(1);

    /** {@code PT30M}, {@code P3D}, {@code P1DT2H}; empty for anything else, for nothing and for more than 366 days. */
    static Optional<Delay> parse(String iso) {
        var parts = ISO.matcher(iso);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int days = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
            Duration time = parts.group(2) == null ? Duration.ZERO : Duration.parse("P" + parts.group(2));
            boolean fits = days <= MOST_DAYS && time.compareTo(DAY) < 0 && (days > 0 || !time.isZero());
            return fits ? Optional.of(new Delay(days, time)) : Optional.empty();
        } catch (DateTimeParseException halfWritten) {
            return Optional.empty();
        }
    }

    /** So many times this delay after the instant, in that zone: a time that the clocks skip comes right after the gap, of two the earlier counts. */
    Instant after(Instant from, ZoneId zone, int times) {
        return from.atZone(zone).plusDays((long) days * times).toInstant().plus(time.multipliedBy(times));
    }

    /** About how long it is. */
    Duration roughly() {
        return Duration.ofDays(days).plus(time);
    }

    String iso() {
        return days == 0
                ? time.toString()
                : "P" + days + "D" + (time.isZero() ? "" : time.toString().substring(1));
    }

    @Override
    public int compareTo(Delay other) {
        return roughly().compareTo(other.roughly());
    }
}
