package io.orbita.programs.sheet;

import io.orbita.programs.template.Spelling;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spreadsheets take «16-12» for the 16th of December. This turns such a date back into the range that was typed.
 *
 * <p>Where the date shows its day first, or its month first with slashes, the order as typed is kept; where it does not
 * («2025-12-16», a serial number), the larger number stands first, as the owner's ranges do. The first of a month comes from
 * a month and a year: «12-16» becomes 01.12.2016.
 */
final class LostDates {
    private static final String CLOCK = "(?:[ t]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?)?";
    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2}|\\d{4})(?: ?г\\.?)?" + CLOCK);
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})" + CLOCK);
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + CLOCK);
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})[-. ]\\s?(\\p{L}{3,8})\\.?(?:[-. ]\\s?(\\d{2}|\\d{4}))?(?: ?г\\.?)?");
    private static final Pattern MONTH_NUMBER = Pattern.compile("(\\p{L}{3,8})[-. ]\\s?(\\d{1,2})");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]0+)?");
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 36_526;
    private static final int LAST_SERIAL = 73_050;
    private static final List<List<String>> MONTHS = List.of(
            List.of("янв", "jan"),
            List.of("фев", "feb"),
            List.of("мар", "mar"),
            List.of("апр", "apr"),
            List.of("май", "мая", "may"),
            List.of("июн", "jun"),
            List.of("июл", "jul"),
            List.of("авг", "aug"),
            List.of("сен", "sep"),
            List.of("окт", "oct"),
            List.of("ноя", "nov"),
            List.of("дек", "dec"));

    private LostDates() {}

    /** The range that became this date; empty when the text is no date. */
    static Optional<String> range(String text) {
        String cell = Spelling.dashes(Spelling.tidy(text)).toLowerCase(java.util.Locale.ROOT);
        Matcher dotted = DOTTED.matcher(cell);
        if (dotted.matches()) {
            return typed(number(dotted, 1), number(dotted, 2), number(dotted, 3));
        }
        Matcher slashed = SLASHED.matcher(cell);
        if (slashed.matches()) {
            return Optional.of(number(slashed, 1) + "-" + number(slashed, 2));
        }
        Matcher iso = ISO.matcher(cell);
        if (iso.matches()) {
            return unordered(number(iso, 3), number(iso, 2), number(iso, 1));
        }
        Matcher serial = SERIAL.matcher(cell);
        if (serial.matches()) {
            int days = number(serial, 1);
            LocalDate date = SERIAL_ZERO.plusDays(days);
            return days >= FIRST_SERIAL && days <= LAST_SERIAL
                    ? unordered(date.getDayOfMonth(), date.getMonthValue(), date.getYear())
                    : Optional.empty();
        }
        return named(cell);
    }

    private static Optional<String> named(String cell) {
        Matcher dayMonth = DAY_MONTH.matcher(cell);
        if (dayMonth.matches()) {
            int month = month(dayMonth.group(2));
            int year = dayMonth.group(3) == null ? 0 : number(dayMonth, 3);
            return month == 0 ? Optional.empty() : typed(number(dayMonth, 1), month, year);
        }
        Matcher monthNumber = MONTH_NUMBER.matcher(cell);
        if (monthNumber.matches() && month(monthNumber.group(1)) > 0) {
            return Optional.of(month(monthNumber.group(1)) + "-" + number(monthNumber, 2));
        }
        return Optional.empty();
    }

    private static Optional<String> typed(int day, int month, int year) {
        if (day == 1 && year > 0) {
            return Optional.of(month + "-" + year % 100);
        }
        return real(day, month) ? Optional.of(day + "-" + month) : Optional.empty();
    }

    private static Optional<String> unordered(int day, int month, int year) {
        if (day == 1) {
            return Optional.of(month + "-" + year % 100);
        }
        return real(day, month) ? Optional.of(Math.max(day, month) + "-" + Math.min(day, month)) : Optional.empty();
    }

    private static boolean real(int day, int month) {
        try {
            return LocalDate.of(2024, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (MONTHS.get(i).stream().anyMatch(word::startsWith)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
