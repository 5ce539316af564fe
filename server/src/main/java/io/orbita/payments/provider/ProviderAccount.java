package io.orbita.payments.provider;

import org.jspecify.annotations.Nullable;

/**
 * How one business is known to a provider.
 *
 * @param login shopId of YooKassa, TerminalKey of T-Bank
 * @param secret secret key of YooKassa, password of the T-Bank terminal; absent: a provider that needs none
 * @param test whether this is a test shop: only then test money counts
 */
public record ProviderAccount(
        ProviderKind kind, String login, @Nullable Secret secret, boolean test) {

    public Secret requiredSecret() {
        if (secret == null) {
            throw new IllegalStateException("The account of %s has no secret".formatted(kind.wire()));
        }
        return secret;
    }
}
