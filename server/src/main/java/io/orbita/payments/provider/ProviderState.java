package io.orbita.payments.provider;

import io.orbita.platform.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as a provider sees it.
 *
 * @param orderId our public id as the provider keeps it; absent: it did not say
 * @param amount what the client was asked or has paid; absent: the provider did not say it for certain
 * @param refunded what went back so far; absent: the provider did not say
 * @param test whether the money is toy money
 * @param decline why it came to nothing
 */
public record ProviderState(
        String providerId,
        @Nullable String orderId,
        Status status,
        @Nullable Money amount,
        @Nullable Money refunded,
        boolean test,
        @Nullable Decline decline) {

    /** The stages that matter to us, over all providers. */
    public enum Status {
        /** The client may still pay. */
        PENDING,
        /** The money is held. */
        AUTHORISED,
        /** The money was taken. */
        PAID,
        /** The money was taken and a part of it went back. */
        PARTIALLY_REFUNDED,
        /** The money was taken and all of it went back. */
        REFUNDED,
        /** Ended without money. */
        CANCELED,
        /** Something is under way, or the provider uses a word that we do not know: no news yet. */
        IN_MOTION
    }
}
