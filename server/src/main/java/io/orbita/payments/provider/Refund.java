package io.orbita.payments.provider;

import io.orbita.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money to give back.
 *
 * @param id our own id of this refund, at most 64 characters of {@code [A-Za-z0-9-]}: the key that makes a repeat safe
 * @param providerId the provider's id of the payment
 * @param refundId the provider's id of this refund, once known
 * @param paid what the client paid
 * @param alreadyRefunded what went back before
 * @param amount what to give back now
 */
public record Refund(
        String id,
        String orderId,
        String providerId,
        @Nullable String refundId,
        Money paid,
        Money alreadyRefunded,
        Money amount,
        String description,
        @Nullable Receipt receipt) {

    public boolean isWhole() {
        return amount.equals(paid) && alreadyRefunded.isZero();
    }

    /** Whether nothing is left after it. */
    public boolean isLast() {
        return alreadyRefunded.plus(amount).equals(paid);
    }
}
