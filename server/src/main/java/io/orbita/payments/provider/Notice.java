package io.orbita.payments.provider;

/** What a notification is worth. */
public sealed interface Notice {

    /** Signed with the account's secret: the state may be believed. */
    record Proven(ProviderState state) implements Notice {}

    /**
     * Nothing is proven; the provider must be asked about our payment.
     *
     * @param providerId the payment that the notification names, for an order whose id we never heard
     */
    record Hint(String providerId) implements Notice {}

    /** Genuine, and not about the state of a payment. */
    record Irrelevant(String why) implements Notice {}

    /** Not from the provider, or not readable. Changes nothing. */
    record Unproven(String why) implements Notice {}
}
