package io.orbita.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a payment is held for the owner. */
public enum PaymentProblem {
    /** The provider took another sum or currency than was asked. */
    AMOUNT_MISMATCH,
    /** The term is over and the provider could not be asked whether the money came. */
    PROVIDER_UNKNOWN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
