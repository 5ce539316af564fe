package io.orbita.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured: the weight in kilograms, eleven figures in all, the others girths in centimetres. One decimal. */
public enum Measure {
    WEIGHT("Вес", "Сколько вы весите, в килограммах?", "78,5", 30, 300),
    CHEST("Грудь", "Обхват груди, в сантиметрах?", "96", 50, 200),
    WAIST("Талия", "Обхват талии, в сантиметрах?", "74,5", 40, 220),
    LOWER_ABDOMEN("Низ живота", "Обхват живота ниже пупка, в сантиметрах?", "86", 40, 230),
    GLUTES("Ягодицы", "Обхват бёдер по ягодицам, в сантиметрах?", "98", 50, 230),
    RIGHT_THIGH("Правое бедро", "Обхват правого бедра, в сантиметрах?", "57", 25, 130),
    LEFT_THIGH("Левое бедро", "Обхват левого бедра, в сантиметрах?", "57", 25, 130),
    RIGHT_CALF("Правая голень", "Обхват правой голени, в сантиметрах?", "37", 15, 80),
    LEFT_CALF("Левая голень", "Обхват левой голени, в сантиметрах?", "37", 15, 80),
    RIGHT_ARM("Правая рука", "Обхват правого плеча (бицепс), в сантиметрах?", "30", 12, 80),
    LEFT_ARM("Левая рука", "Обхват левого плеча (бицепс), в сантиметрах?", "30", 12, 80);

    private static final BigDecimal JUMP = new BigDecimal("0.15");

    private final String title;
    private final String question;
    private final String example;
    private final BigDecimal least;
    private final BigDecimal most;

    Measure(String title, String question, String example, int least, int most) {
        this.title = title;
        this.question = question;
        this.example = example;
        this.least = BigDecimal.valueOf(least);
        this.most = BigDecimal.valueOf(most);
    }

    /** {@code lower_abdomen}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The measure of that name in JSON; empty for any other. */
    public static Optional<Measure> of(String wire) {
        return Arrays.stream(values())
                .filter(measure -> measure.wire().equals(wire))
                .findFirst();
    }

    static Measure stored(String wire) {
        return of(wire).orElseThrow(() -> new IllegalArgumentException("no such measure: " + wire));
    }

    /** «Низ живота». */
    public String title() {
        return title;
    }

    /** {@code kg} or {@code cm}. */
    public String unit() {
        return this == WEIGHT ? "kg" : "cm";
    }

    /** «кг» or «см». */
    String unitInRussian() {
        return this == WEIGHT ? "кг" : "см";
    }

    /** «Сколько вы весите, в килограммах?» */
    public String question() {
        return question;
    }

    /** The least that is taken. */
    public BigDecimal least() {
        return least;
    }

    /** The most that is taken. */
    public BigDecimal most() {
        return most;
    }

    String example() {
        return example;
    }

    /** «от 30 до 300 кг». */
    String bounds() {
        return "от %s до %s %s".formatted(least.toPlainString(), most.toPlainString(), unitInRussian());
    }

    /** The figure with one decimal; empty when no person measures so much or so little. Safe for numbers of any size. */
    Optional<BigDecimal> accepted(BigDecimal value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0
                ? Optional.of(value.setScale(1, RoundingMode.HALF_UP))
                : Optional.empty();
    }

    /** Whether a figure is more than 15 % away from the former one, so that somebody should say it is right. */
    static boolean jumps(BigDecimal before, BigDecimal now) {
        return now.subtract(before).abs().compareTo(before.multiply(JUMP)) > 0;
    }
}
