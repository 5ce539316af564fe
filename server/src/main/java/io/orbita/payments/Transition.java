package io.orbita.payments;

import static io.orbita.payments.PaymentProblem.AMOUNT_MISMATCH;
import static io.orbita.payments.PaymentProblem.PROVIDER_UNKNOWN;
import static io.orbita.payments.PaymentState.CANCELED;
import static io.orbita.payments.PaymentState.COMPLETED;
import static io.orbita.payments.PaymentState.PARTIALLY_REFUNDED;
import static io.orbita.payments.PaymentState.PENDING;
import static io.orbita.payments.PaymentState.REFUNDED;
import static io.orbita.payments.PaymentState.WAITING_FOR_CAPTURE;

/**
 * What an event does to a payment: the one table of legal steps, written for people in {@code docs/payments.md} and
 * compared with it cell by cell in a test.
 */
sealed interface Transition {

    /** The payment moves. */
    record To(PaymentState state) implements Transition {}

    /** The payment is held for the owner. */
    record Held(PaymentProblem problem) implements Transition {}

    /** Old or repeated news: nothing changes, nobody is told. */
    record Nothing() implements Transition {}

    /** Does not fit: it is recorded, nothing changes, and the owner is told. */
    record Unfit() implements Transition {}

    static Transition of(PaymentState state, PaymentEvent event) {
        return switch (state) {
            case PENDING -> fromPending(event);
            case WAITING_FOR_CAPTURE -> fromWaiting(event);
            case COMPLETED -> fromCompleted(event);
            case CANCELED -> fromCanceled(event);
            case PARTIALLY_REFUNDED -> fromPartiallyRefunded(event);
            case REFUNDED -> fromRefunded(event);
            case PROBLEM -> fromProblem(event);
        };
    }

    private static Transition fromPending(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING -> new Nothing();
            case AUTHORISED -> new To(WAITING_FOR_CAPTURE);
            case PAID, CONFIRMED_BY_HAND -> new To(COMPLETED);
            // Money came and a part of it went back before we heard of either: what is left is not our sum.
            case PAID_OTHER_SUM, REFUNDED_IN_PART -> new Held(AMOUNT_MISMATCH);
            case DECLINED, EXPIRED, CANCELED_BY_HAND, REFUNDED_IN_FULL -> new To(CANCELED);
            case LOST -> new Held(PROVIDER_UNKNOWN);
        };
    }

    private static Transition fromWaiting(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING, AUTHORISED -> new Nothing();
            case PAID -> new To(COMPLETED);
            case PAID_OTHER_SUM, REFUNDED_IN_PART -> new Held(AMOUNT_MISMATCH);
            case DECLINED, REFUNDED_IN_FULL -> new To(CANCELED);
            case LOST -> new Held(PROVIDER_UNKNOWN);
            // The client's money is held: our clock and our staff do not decide before the provider does.
            case EXPIRED, CONFIRMED_BY_HAND, CANCELED_BY_HAND -> new Unfit();
        };
    }

    private static Transition fromCompleted(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING, AUTHORISED, PAID, CONFIRMED_BY_HAND, EXPIRED, LOST -> new Nothing();
            case REFUNDED_IN_PART -> new To(PARTIALLY_REFUNDED);
            case REFUNDED_IN_FULL -> new To(REFUNDED);
            case PAID_OTHER_SUM, DECLINED, CANCELED_BY_HAND -> new Unfit();
        };
    }

    private static Transition fromCanceled(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING, AUTHORISED, DECLINED, EXPIRED, LOST, CANCELED_BY_HAND -> new Nothing();
            case PAID, CONFIRMED_BY_HAND -> new To(COMPLETED);
            case PAID_OTHER_SUM -> new Held(AMOUNT_MISMATCH);
            case REFUNDED_IN_PART, REFUNDED_IN_FULL -> new Unfit();
        };
    }

    private static Transition fromPartiallyRefunded(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING, AUTHORISED, PAID, CONFIRMED_BY_HAND, EXPIRED, LOST -> new Nothing();
            // Further parts: the sum grows on the payment, the state keeps its name.
            case REFUNDED_IN_PART -> new To(PARTIALLY_REFUNDED);
            case REFUNDED_IN_FULL -> new To(REFUNDED);
            case PAID_OTHER_SUM, DECLINED, CANCELED_BY_HAND -> new Unfit();
        };
    }

    private static Transition fromRefunded(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING, AUTHORISED, PAID, EXPIRED, LOST, REFUNDED_IN_PART, REFUNDED_IN_FULL -> new Nothing();
            case PAID_OTHER_SUM, DECLINED, CONFIRMED_BY_HAND, CANCELED_BY_HAND -> new Unfit();
        };
    }

    private static Transition fromProblem(PaymentEvent event) {
        return switch (event) {
            case SEEN_PENDING -> new To(PENDING);
            case AUTHORISED -> new To(WAITING_FOR_CAPTURE);
            case PAID, CONFIRMED_BY_HAND -> new To(COMPLETED);
            case PAID_OTHER_SUM, REFUNDED_IN_PART -> new Held(AMOUNT_MISMATCH);
            case DECLINED, EXPIRED, CANCELED_BY_HAND, REFUNDED_IN_FULL -> new To(CANCELED);
            case LOST -> new Nothing();
        };
    }
}
