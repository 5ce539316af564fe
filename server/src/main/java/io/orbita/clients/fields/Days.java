package io.orbita.clients.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and spreadsheets write them: 20.11.2026, 20/11/26, 2026-11-20, «5 марта 1990 г.», Excel's 46346. */
public final class Days {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})([T ].*)?");
    private static final Pattern RUSSIAN = Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./](\\d{4}|\\d{2})( .*)?");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2})\\s+([а-я]{3,})\\.?\\s+(\\d{4})(\\s*г\\.?(ода)?)?");
    private static final Pattern EXCEL = Pattern.compile("(\\d{4,5})(\\.\\d+)?");
    private static final List<String> MONTHS =
            List.of("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");
    private static final LocalDate EXCEL_ZERO = LocalDate.of(1899, 12, 30);
    /** Two digits of a year above this are of the last century. */
    private static final int THIS_CENTURY = 35;

    private Days() {}

    /** The day, between 1900 and 2199; empty when the text is none. */
    public static Optional<LocalDate> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        try {
            return parsed(plain).filter(day -> day.getYear() >= 1900 && day.getYear() < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> parsed(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher russian = RUSSIAN.matcher(text);
        if (russian.matches()) {
            return Optional.of(LocalDate.of(year(russian.group(3)), number(russian, 2), number(russian, 1)));
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            int month = month(words.group(2));
            return month == 0 ? Optional.empty() : Optional.of(LocalDate.of(number(words, 3), month, number(words, 1)));
        }
        Matcher excel = EXCEL.matcher(text);
        return excel.matches() ? Optional.of(EXCEL_ZERO.plusDays(number(excel, 1))) : Optional.empty();
    }

    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (word.startsWith(MONTHS.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year > THIS_CENTURY ? 1900 + year : 2000 + year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
