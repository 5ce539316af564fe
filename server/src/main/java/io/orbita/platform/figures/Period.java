package io.orbita.platform.figures;

import io.orbita.platform.web.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days of a business, both counted. A day lasts from its first moment in the zone to that of the next one, so that a day on which the clocks change has 23
 * or 25 hours, and no moment belongs to two days or to none.
 */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    /**
     * Reads the parameters {@code from} and {@code to}.
     *
     * @param now what «today» is when {@code to} is missing; {@code from} is 29 days before {@code to} when it is missing
     * @throws Invalid for what is no day, for a period that ends before it begins or is longer than ten years
     */
    public static Period read(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        LocalDate last = day("to", to, LocalDate.ofInstant(now, zone));
        LocalDate first = day("from", from, last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new Invalid("from", "range", "Не позже to и не больше десяти лет");
        }
        return new Period(first, last, zone);
    }

    /** The first moment. */
    public Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant until() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from()) && at.isBefore(until());
    }

    /** The first day of the piece that the moment falls into; of the first piece it may lie before the period. */
    public LocalDate piece(Instant at, Grain grain) {
        return grain.begin(LocalDate.ofInstant(at, zone));
    }

    /** The first days of all pieces, in order; the first and the last piece may be cut by the edges. */
    public List<LocalDate> pieces(Grain grain) {
        return Stream.iterate(grain.begin(first), day -> !day.isAfter(last), grain::next)
                .toList();
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate usual) {
        if (text == null) {
            return usual;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // answered below, as any other day that cannot be
        }
        throw new Invalid(field, "format", "День, например 2026-11-20");
    }
}
