package io.orbita.payments.provider;

/**
 * What somebody sent to the address where a provider should report.
 *
 * @param body as it came
 * @param sender the address it came from, proxies of ours already taken off
 */
public record Notification(byte[] body, String sender) {}
