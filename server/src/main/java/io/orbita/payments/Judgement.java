package io.orbita.payments;

import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.platform.money.Money;
import java.time.Instant;
import java.util.List;

/** What a provider's view of a payment amounts to, compared with ours. */
sealed interface Judgement {

    /** What happened, in order; may be nothing. */
    record Happened(List<PaymentEvent> events) implements Judgement {}

    /** It cannot be about our payment, or not about real money: recorded, believed in nothing. */
    record Disbelieved(String why) implements Judgement {}

    /**
     * What we know of our payment.
     *
     * @param testMoney whether the shop is one for trials
     * @param over from when on an unpaid payment is given up: after the term of its link, with some patience
     */
    record Expected(String orderId, Money amount, boolean testMoney, Instant over) {}

    static Judgement of(Expected expected, ProviderState seen, Instant now) {
        if (!expected.orderId().equals(seen.orderId())) {
            return new Disbelieved("Another order");
        }
        if (seen.test() && !expected.testMoney() && seen.status() != Status.CANCELED) {
            return new Disbelieved("Test money in a real shop");
        }
        return new Happened(
                switch (seen.status()) {
                    case PENDING ->
                        List.of(now.isBefore(expected.over()) ? PaymentEvent.SEEN_PENDING : PaymentEvent.EXPIRED);
                    case AUTHORISED -> List.of(PaymentEvent.AUTHORISED);
                    case PAID -> List.of(taken(expected, seen));
                    case PARTIALLY_REFUNDED -> partlyRefunded(expected, seen);
                    case REFUNDED -> List.of(PaymentEvent.REFUNDED_IN_FULL);
                    case CANCELED -> List.of(PaymentEvent.DECLINED);
                    case IN_MOTION -> List.of();
                });
    }

    private static PaymentEvent taken(Expected expected, ProviderState seen) {
        return expected.amount().equals(seen.amount()) ? PaymentEvent.PAID : PaymentEvent.PAID_OTHER_SUM;
    }

    /** What was partly given back had been taken before: we may not have heard of that yet. */
    private static List<PaymentEvent> partlyRefunded(Expected expected, ProviderState seen) {
        return seen.amount() == null
                ? List.of(PaymentEvent.REFUNDED_IN_PART)
                : List.of(taken(expected, seen), PaymentEvent.REFUNDED_IN_PART);
    }
}
