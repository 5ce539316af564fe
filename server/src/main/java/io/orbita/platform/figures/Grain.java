package io.orbita.platform.figures;

import io.orbita.platform.web.Invalid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How fine a period is cut. A week begins on Monday. */
public enum Grain {
    DAY,
    WEEK,
    MONTH;

    /** Reads {@code day}, {@code week} or {@code month}; a day when nothing was asked for. */
    public static Grain read(@Nullable String text) {
        if (text == null) {
            return DAY;
        }
        return Arrays.stream(values())
                .filter(grain -> grain.wire().equals(text))
                .findFirst()
                .orElseThrow(() -> new Invalid("grain", "choice", "day, week или month"));
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the piece that the day belongs to. */
    public LocalDate begin(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the piece after that one. */
    public LocalDate next(LocalDate begin) {
        return switch (this) {
            case DAY -> begin.plusDays(1);
            case WEEK -> begin.plusWeeks(1);
            case MONTH -> begin.plusMonths(1);
        };
    }
}
