package io.orbita.clients;

import java.time.Instant;

/**
 * Two cards are one person since then.
 *
 * @param standing the card that stood for the person then; it may have been merged into another one since
 */
public record MergeInForce(long standing, long merged, Instant at) {}
