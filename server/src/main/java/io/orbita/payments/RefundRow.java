package io.orbita.payments;

import io.orbita.platform.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One refund as it is kept.
 *
 * @param publicId our key for it at the provider
 * @param before what had gone back when it was asked for
 * @param state {@code requested}, {@code pending}, {@code refunded} or {@code refused}
 * @param code why it was refused
 */
record RefundRow(
        long id,
        String publicId,
        PaymentId payment,
        Money before,
        Money amount,
        String state,
        boolean byHand,
        @Nullable String reason,
        @Nullable String providerId,
        @Nullable String code,
        @Nullable Long requestedBy,
        Instant createdAt,
        @Nullable Instant settledAt) {

    boolean isOpen() {
        return state.equals("requested") || state.equals("pending");
    }

    /** What will have gone back in all when it is done. */
    Money after() {
        return before.plus(amount);
    }
}
