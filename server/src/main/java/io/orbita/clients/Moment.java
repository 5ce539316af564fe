package io.orbita.clients;

import io.orbita.platform.web.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Times as callers write them: an instant in UTC, or a day of the business. */
public final class Moment {
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

    /** An instant in a body: a text in UTC between 1900 and 2200, nothing else. */
    public static final class Reader extends StdScalarDeserializer<Instant> {
        public Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Instant) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            try {
                Instant read = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
                if (bounded(read)) {
                    return read;
                }
            } catch (DateTimeParseException e) {
                // answered below, as any other time that cannot be
            }
            return (Instant)
                    context.handleWeirdStringValue(Instant.class, text, "an instant such as 2026-11-20T10:15:30Z");
        }
    }

    /** A day in a body: a text between 1900 and 2200, nothing else. */
    static final class DayReader extends StdScalarDeserializer<LocalDate> {
        DayReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(getValueType(context), parser);
            }
            String text = parser.getString();
            try {
                LocalDate read = LocalDate.parse(text);
                if (read.getYear() >= 1900 && read.getYear() < 2200) {
                    return read;
                }
            } catch (DateTimeParseException e) {
                // answered below, as any other day that cannot be
            }
            return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "a day such as 2026-11-20");
        }
    }
}
