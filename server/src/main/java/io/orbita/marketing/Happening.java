package io.orbita.marketing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a rule can count from, and what can end it. */
enum Happening {
    /** The client opened the bot for the first time. */
    STARTED,
    QUESTIONNAIRE_STARTED,
    QUESTIONNAIRE_FINISHED,
    /** Paid, and was asked for the answers that the programme waits for. */
    ASKED_FOR_ANSWERS,
    FREE_PROGRAM,
    /** A paid programme began; it lasts until its weeks are over. */
    PAID_PROGRAM,
    /** The same of one of four weeks or fewer: a longer one may follow. */
    SHORT_PROGRAM,
    /** A link to pay was given; it lasts until the link expires. */
    PAYMENT_CREATED,
    PAYMENT_COMPLETED,
    /** All the money of a payment went back. */
    REFUNDED,
    /** The client wrote or pressed something: always the last time. Who never did counts from when they came. */
    HEARD,
    STAGE_FIRST_CONTACT,
    STAGE_CONSULTATION,
    STAGE_DECIDING,
    STAGE_PURCHASED,
    STAGE_ACTIVE,
    STAGE_FINISHED,
    STAGE_INACTIVE;

    /** As in JSON and in the database. */
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Happening> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }

    /** Coming to a stage of that role; empty for an owner's own stage. */
    static Optional<Happening> stage(String role) {
        return role.isEmpty() ? Optional.empty() : of("stage_" + role);
    }

    boolean isPayment() {
        return this == PAYMENT_CREATED;
    }

    boolean isProgram() {
        return this == PAID_PROGRAM || this == SHORT_PROGRAM;
    }
}
