package io.orbita.payments.provider;

import java.util.Optional;

/** A kind of provider: opens accounts, and knows enough of its notifications to tell whose payment one is about. */
public interface ProviderDriver {

    ProviderKind kind();

    PaymentProvider open(ProviderAccount account);

    /**
     * The order that a notification claims to be about, as we named it in {@link Charge#orderId()}. Nothing is proven by
     * it: it only finds the business whose account can tell.
     */
    Optional<String> claimedOrder(byte[] body);

    /** What the provider wants to read back so that it stops repeating. */
    default String acknowledgement() {
        return "";
    }
}
