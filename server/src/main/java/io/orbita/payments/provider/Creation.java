package io.orbita.payments.provider;

import java.net.URI;
import java.time.Instant;

/** What came of asking for a link. */
public sealed interface Creation {

    /** @param expiresAt when the link stops working */
    record Created(String providerId, URI confirmationUrl, Instant expiresAt) implements Creation {}

    /**
     * Certainly no payment exists.
     *
     * @param code for programs and the owner: {@code yookassa.invalid_credentials}
     * @param why one sentence in Russian for the client
     */
    record Refused(String code, String why) implements Creation {}

    /**
     * A payment may or may not exist.
     *
     * @param why for the log: no secrets, no personal data
     */
    record Unknown(String why) implements Creation {}
}
