package io.orbita.clients;

import io.orbita.platform.web.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as callers write them in a query: an instant in UTC, or a day of the business. Those in a body are read by the platform. */
final class Moment {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String ACCEPTED = "Дата 2026-11-20 или время 2026-11-20T10:15:30Z";

    private Moment() {}

    /** The beginning of the day, or the instant; null for null. */
    static @Nullable Instant from(String field, @Nullable String text, ZoneId zone) {
        return text == null ? null : read(field, text, zone, 0);
    }

    /** The first moment after the day, or after the instant; null for null. */
    static @Nullable Instant until(String field, @Nullable String text, ZoneId zone) {
        return text == null ? null : read(field, text, zone, 1);
    }

    private static Instant read(String field, String text, ZoneId zone, int add) {
        try {
            Instant read = text.length() == 10
                    ? LocalDate.parse(text).plusDays(add).atStartOfDay(zone).toInstant()
                    : Instant.parse(text).truncatedTo(ChronoUnit.MICROS).plus(add, ChronoUnit.MICROS);
            if (bounded(read)) {
                return read;
            }
        } catch (DateTimeParseException e) {
            // answered below, as any other time that cannot be
        }
        throw new Invalid(field, "format", ACCEPTED);
    }

    private static boolean bounded(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }
}
