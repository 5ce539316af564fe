package io.orbita.live;

import io.orbita.platform.live.Change;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One open page: what it is to be told waits here, and however slow it reads, that is no more than one change of each kind. */
final class Line {
    /** What is to be said now; {@code farewell} is why nothing follows, null while more may. */
    record Said(Map<Kind, Change> changes, @Nullable String farewell) {}

    private final long business;
    private final String key;
    private final Map<Kind, Change> waiting = new EnumMap<>(Kind.class);
    private Set<Kind> kinds;
    private @Nullable String farewell;

    Line(long business, String key, Set<Kind> kinds) {
        this.business = business;
        this.key = key;
        this.kinds = kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(kinds);
    }

    long business() {
        return business;
    }

    String key() {
        return key;
    }

    synchronized Set<Kind> kinds() {
        return Set.copyOf(kinds);
    }

    /** From now on it is told of these; what waits of others is dropped. */
    synchronized void may(Set<Kind> now) {
        kinds = now.isEmpty() ? EnumSet.noneOf(Kind.class) : EnumSet.copyOf(now);
        waiting.keySet().retainAll(kinds);
    }

    synchronized void tell(Kind kind, Change change) {
        if (kinds.contains(kind)) {
            waiting.merge(kind, change, Change::and);
            notifyAll();
        }
    }

    synchronized void end(String why) {
        if (farewell == null) {
            farewell = why;
        }
        notifyAll();
    }

    /** What waits, or nothing when the time is over. */
    synchronized Said next(Duration atMost) throws InterruptedException {
        long until = System.nanoTime() + atMost.toNanos();
        while (waiting.isEmpty() && farewell == null) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        Map<Kind, Change> changes = new EnumMap<>(waiting);
        waiting.clear();
        return new Said(changes, farewell);
    }

    static List<Kind> all() {
        return List.of(Kind.values());
    }
}
