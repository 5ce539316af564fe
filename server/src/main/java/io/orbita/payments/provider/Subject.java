package io.orbita.payments.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment a question or a notification is about.
 *
 * @param orderId the public id of our payment
 * @param providerId the provider's id; absent: never heard of, so it is searched by our order
 * @param attempts how many calls to create it were begun
 * @param createdAt when our payment was made
 */
public record Subject(String orderId, @Nullable String providerId, int attempts, Instant createdAt) {}
