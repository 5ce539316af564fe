package io.orbita.payments.provider;

/** What a provider says when asked about a payment. */
public sealed interface Sight {

    record Found(ProviderState state) implements Sight {}

    /** The provider has never heard of it. */
    record Absent() implements Sight {}

    /** @param why for the log: no secrets, no personal data */
    record Unknown(String why) implements Sight {}
}
