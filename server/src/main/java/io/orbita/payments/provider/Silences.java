package io.orbita.payments.provider;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which hosts have not answered lately: after a few silences in a row one is left alone, then tried again. */
final class Silences {
    private static final int MOST_IN_A_ROW = 5;
    private static final Duration REST = Duration.ofSeconds(15);

    /** @param until in nanoseconds of the clock given; only meaningful once there were too many */
    private record Silence(int inARow, long until) {}

    private final Map<String, Silence> byHost = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    Silences(LongSupplier nanos) {
        this.nanos = nanos;
    }

    boolean isResting(String host) {
        var silence = byHost.get(host);
        return silence != null && silence.inARow() >= MOST_IN_A_ROW && nanos.getAsLong() - silence.until() < 0;
    }

    void heard(String host, boolean answered) {
        if (answered) {
            byHost.remove(host);
        } else {
            var until = nanos.getAsLong() + REST.toNanos();
            byHost.merge(host, new Silence(1, until), (before, ignored) -> new Silence(before.inARow() + 1, until));
        }
    }
}
