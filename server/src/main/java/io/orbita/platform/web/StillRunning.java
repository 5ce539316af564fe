package io.orbita.platform.web;

import java.time.Duration;

/** The first request with this key has not ended yet. */
@Refusal.Code(
        value = "idempotency.still-running",
        status = 409,
        meaning = "The first request with this Idempotency-Key is still at work: ask again with the same key.")
public final class StillRunning extends Refusal {
    private static final long serialVersionUID = 1;

    public StillRunning() {
        super("Первый такой запрос ещё выполняется.", "The first such request is still running.");
        retryAfter(Duration.ofSeconds(1));
    }
}
