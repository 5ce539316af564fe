package io.orbita.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the process, in UTC and whole microseconds (what PostgreSQL keeps). It can be moved forward when the server was started with
 * {@code --sandbox-clock}, so that reminders and expiries can be watched without waiting. Inside a {@link Replay} it shows the time of the replay.
 */
public final class MovableClock extends Clock {
    private final Clock source;
    private final boolean movable;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public MovableClock(Clock source, boolean movable) {
        this.source = source;
        this.movable = movable;
    }

    /** Whether {@link #advance} is allowed in this process. */
    public boolean movable() {
        return movable;
    }

    /**
     * Moves the clock forward.
     *
     * @param by not negative
     * @throws IllegalStateException when the clock of this process is not movable
     */
    public void advance(Duration by) {
        if (!movable) {
            throw new IllegalStateException("the clock of this process is not movable");
        }
        if (by.isNegative()) {
            throw new IllegalArgumentException("time runs forward only");
        }
        ahead.updateAndGet(before -> before.plus(by));
    }

    @Override
    public Instant instant() {
        if (Replay.CURRENT.isBound()) {
            return Replay.CURRENT.get().now();
        }
        return source.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : Clock.system(zone);
    }
}
