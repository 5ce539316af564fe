package io.orbita.payments;

import io.orbita.payments.provider.ProviderKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When a payment is looked at next: soon at first, then every five minutes, until it is over. */
final class LookPlan {
    private static final List<Duration> FIRST = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(7));
    private static final Duration STEADY = Duration.ofMinutes(5);
    private static final Duration AFTERWARDS = Duration.ofMinutes(30);
    private static final Duration HELD = Duration.ofHours(1);

    /** Banks hold money for a week at most. */
    private static final Duration LONGEST_HOLD = Duration.ofDays(8);

    private static final Duration LONGEST_SILENCE = Duration.ofDays(1);

    private LookPlan() {}

    static Instant first(Payment payment, Instant now) {
        return next(payment, now);
    }

    /** The moment after {@code now}; a payment by hand has nobody to ask before its term is over. */
    static Instant next(Payment payment, Instant now) {
        var over = payment.over();
        if (payment.provider() == ProviderKind.MANUAL) {
            return over.isAfter(now) ? over : now.plus(AFTERWARDS);
        }
        if (payment.state() == PaymentState.WAITING_FOR_CAPTURE
                && now.isAfter(payment.order().createdAt().plus(HELD))) {
            return now.plus(HELD);
        }
        if (!now.isBefore(over)) {
            return now.plus(AFTERWARDS);
        }
        var created = payment.order().createdAt();
        var soon = FIRST.stream()
                .map(created::plus)
                .filter(moment -> moment.isAfter(now))
                .findFirst()
                .orElse(now.plus(STEADY));
        return soon.isBefore(over) ? soon : over;
    }

    /** Whether it was asked in vain for so long that a person must decide. */
    static boolean isLost(Payment payment, Instant now) {
        return payment.state() == PaymentState.WAITING_FOR_CAPTURE
                ? now.isAfter(payment.order().createdAt().plus(LONGEST_HOLD))
                : now.isAfter(payment.over().plus(LONGEST_SILENCE));
    }
}
