package io.orbita.clients.fields;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A field that a business added to the card of its clients.
 *
 * @param key as it stands in {@code custom} of a card: never changes
 * @param choices what a choice can be; empty for other types
 * @param archived no longer offered; values stay
 */
public record CustomField(String key, String title, Type type, List<String> choices, int position, boolean archived) {
    private static final int LONGEST = 1_000;
    private static final Set<String> YES = Set.of("да", "yes", "true", "1", "+", "истина", "есть", "y", "д");
    private static final Set<String> NO = Set.of("нет", "no", "false", "0", "-", "ложь", "n", "н");

    /** What kind of value it holds. */
    public enum Type {
        TEXT("Текст до 1000 знаков"),
        NUMBER("Число"),
        DATE("Дата, например 2026-11-20 или 20.11.2026"),
        CHOICE("Один из вариантов"),
        FLAG("Да или нет");

        private final String accepted;

        Type(String accepted) {
            this.accepted = accepted;
        }

        /** As it is stored and sent: {@code text}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What is accepted, for people. */
    public String accepted() {
        return type == Type.CHOICE ? type.accepted + ": " + String.join(", ", choices) : type.accepted;
    }

    /** The value as it is kept: a text, a number, a flag, a day as {@code 2026-11-20}; empty when it does not fit. */
    public Optional<Object> read(Object given) {
        return switch (type) {
            case TEXT ->
                given instanceof String text && text.length() <= LONGEST ? Optional.of(text) : Optional.empty();
            case NUMBER -> number(given).map(Object.class::cast);
            case DATE -> given instanceof String text ? Days.read(text).map(LocalDate::toString) : Optional.empty();
            case CHOICE -> given instanceof String text ? choice(text) : Optional.empty();
            case FLAG -> flag(given);
        };
    }

    private Optional<Object> choice(String text) {
        return choices.stream()
                .filter(choice -> choice.equalsIgnoreCase(text.strip()))
                .findFirst()
                .map(Object.class::cast);
    }

    private static Optional<Object> flag(Object given) {
        if (given instanceof Boolean) {
            return Optional.of(given);
        }
        String word = given.toString().strip().toLowerCase(Locale.ROOT);
        return YES.contains(word)
                ? Optional.of(Boolean.TRUE)
                : NO.contains(word) ? Optional.of(Boolean.FALSE) : Optional.empty();
    }

    /** A number in any usual spelling: «1 234,5». */
    public static Optional<BigDecimal> number(Object given) {
        String text = given.toString().replaceAll("[\\s\\u00a0\\u202f']", "").replace(',', '.');
        if (given instanceof Boolean
                || text.length() > 30
                || !text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text);
        return number.precision() - number.scale() > 20 || number.scale() > 20
                ? Optional.empty()
                : Optional.of(plain(number));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
