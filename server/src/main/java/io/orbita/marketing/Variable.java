package io.orbita.marketing;

import java.util.Arrays;
import java.util.Optional;

/** What a text may name in braces. */
enum Variable {
    NAME("имя"),
    BUSINESS("бизнес"),
    WEEK("неделя"),
    WEEKS("недель"),
    WEEKS_LEFT("осталось"),
    TARIFF("тариф"),
    SUM("сумма");

    private final String word;

    Variable(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether a rule that counts from this has a value for it. */
    boolean knownAfter(Happening since) {
        return switch (this) {
            case NAME, BUSINESS -> true;
            case WEEK, WEEKS, WEEKS_LEFT -> since.isProgram();
            case TARIFF, SUM -> since.isPayment();
        };
    }

    static Optional<Variable> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }
}
