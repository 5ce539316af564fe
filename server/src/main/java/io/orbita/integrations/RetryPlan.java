package io.orbita.integrations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a failed delivery is tried again: soon at first, then every eight hours, for three days. Pure. */
final class RetryPlan {
    static final Duration PATIENCE = Duration.ofDays(3);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    private RetryPlan() {}

    /**
     * The time of the next try; nothing when it would be too late.
     *
     * @param begun when there was something to tell first
     * @param attempts how often it was tried, at least 1
     * @param jitter 0–1: spreads the tries over a fifth of the wait, so that receivers that come back are not met by all at once
     */
    static Optional<Instant> next(Instant begun, int attempts, Instant now, double jitter) {
        Duration wait = WAITS.get(Math.min(attempts, WAITS.size()) - 1);
        Instant next = now.plusMillis((long) (wait.toMillis() * (0.9 + 0.2 * jitter)));
        return next.isAfter(begun.plus(PATIENCE)) ? Optional.empty() : Optional.of(next);
    }
}
