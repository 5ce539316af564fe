package io.orbita.payments.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The tax regime of the seller. */
public enum TaxSystem {
    OSN(1),
    USN_INCOME(2),
    USN_INCOME_OUTCOME(3),
    ENVD(4),
    ESN(5),
    PATENT(6);

    private final int yookassa;

    TaxSystem(int yookassa) {
        this.yookassa = yookassa;
    }

    public int yookassa() {
        return yookassa;
    }

    /** As in JSON and at T-Bank: {@code usn_income}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
