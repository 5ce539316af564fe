package io.orbita.platform.web;

import java.time.Duration;

/** More requests than allowed; {@code Retry-After} says when to come back. */
@Refusal.Code(
        value = "too-many-requests",
        status = 429,
        meaning = "Too many requests; come back after `Retry-After` seconds.")
public final class TooMany extends Refusal {
    private static final long serialVersionUID = 1;

    public TooMany(Duration wait) {
        super("Слишком много запросов. Попробуйте чуть позже.", "Too many requests. Try again a little later.");
        retryAfter(wait);
    }
}
