package io.orbita.payments;

import io.orbita.platform.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund as the staff see it.
 *
 * @param status {@code requested}, {@code pending}, {@code refunded} or {@code refused}
 * @param code why it was refused
 */
record RefundView(
        long id,
        PaymentId paymentId,
        Money amount,
        String status,
        boolean byHand,
        @Nullable String reason,
        @Nullable String code,
        Instant createdAt,
        @Nullable Instant settledAt) {

    static RefundView of(RefundRow row) {
        return new RefundView(
                row.id(),
                row.payment(),
                row.amount(),
                row.state(),
                row.byHand(),
                row.reason(),
                row.code(),
                row.createdAt(),
                row.settledAt());
    }
}
