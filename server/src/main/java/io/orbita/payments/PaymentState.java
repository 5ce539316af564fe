package io.orbita.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where a payment stands. The legal ways between the states: {@code docs/payments.md}. */
public enum PaymentState {
    /** A link was asked for or given; the client has not paid yet. */
    PENDING,
    /** The provider holds the money and has not taken it yet. */
    WAITING_FOR_CAPTURE,
    /** The money is here: proven by the provider, or confirmed by the staff. */
    COMPLETED,
    /** Ended without money. A proven late success still completes it. */
    CANCELED,
    /** All the money went back after completion. */
    REFUNDED,
    /** A part of the money went back after completion. */
    PARTIALLY_REFUNDED,
    /** Held for the owner to decide, see {@link PaymentProblem}. */
    PROBLEM;

    /** As in JSON and in the database: {@code waiting_for_capture}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such payment state: " + wire));
    }

    /** Whether the provider may still have news that matter before the payment's term is over. */
    boolean isOpen() {
        return this == PENDING || this == WAITING_FOR_CAPTURE;
    }

    /** Whether the payment was completed once, whatever was refunded since. */
    public boolean wasCompleted() {
        return this == COMPLETED || this == PARTIALLY_REFUNDED || this == REFUNDED;
    }
}
