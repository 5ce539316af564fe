package io.orbita.marketing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided for a client before: which steps are over, and when something was sent. */
final class Past {
    /** A step of a rule for one occasion. */
    record Key(long rule, String occasion, int step) {}

    /**
     * One decision.
     *
     * @param sent whether it counts as sent: it left, it waits to leave, or nobody knows
     */
    record Decided(Key key, Instant at, boolean sent) {}

    static final Past NOTHING = new Past(List.of());

    private final Set<Key> over = new HashSet<>();
    private final List<Instant> sent = new ArrayList<>();

    Past(Collection<Decided> decided) {
        decided.forEach(this::add);
    }

    private void add(Decided one) {
        over.add(one.key());
        if (one.sent()) {
            sent.add(one.at());
            sent.sort(null);
        }
    }

    /** The same with one more decision. */
    Past with(Decided one) {
        var next = new Past(List.of());
        next.over.addAll(over);
        next.sent.addAll(sent);
        next.add(one);
        return next;
    }

    boolean isOver(Key key) {
        return over.contains(key);
    }

    /** When something was last sent; null for never. */
    @Nullable Instant lastSent() {
        return sent.isEmpty() ? null : sent.getLast();
    }

    /** What was sent after that time, in order. */
    List<Instant> sentAfter(Instant time) {
        return sent.stream().filter(at -> at.isAfter(time)).toList();
    }
}
