package io.orbita.payments.provider;

import io.orbita.platform.money.Money;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What we ask a client to pay.
 *
 * @param orderId the public id of our payment: at most 40 characters, the same for all attempts
 * @param attempt 1 for the first call about this order, one more for each further one
 * @param createdAt when our payment was made
 * @param description what is bought, in the client's words
 * @param returnUrl where the client comes back to; proves nothing
 * @param notificationUrl where news may be sent, for providers that are told so
 * @param expiresAt when the link should stop working
 * @param receipt what the provider registers with the tax office; absent: the business does it itself
 */
public record Charge(
        String orderId,
        int attempt,
        Instant createdAt,
        Money amount,
        String description,
        URI returnUrl,
        @Nullable URI notificationUrl,
        Instant expiresAt,
        @Nullable Receipt receipt) {

    public Subject subject() {
        return new Subject(orderId, null, attempt, createdAt);
    }
}
