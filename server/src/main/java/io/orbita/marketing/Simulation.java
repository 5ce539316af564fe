package io.orbita.marketing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client will receive if nothing changes: the engine, asked again and again. */
final class Simulation {
    private static final int MOST = 1_000;

    private Simulation() {}

    /** Everything that happens from {@code now} until before {@code until}, in order. */
    static List<Next> of(List<Rule> rules, Situation client, Past past, Instant now, Instant until) {
        List<Next> all = new ArrayList<>();
        Past sofar = past;
        Instant time = now;
        while (all.size() < MOST) {
            Optional<Next> next = Engine.next(rules, client, sofar, time);
            if (next.isEmpty() || !next.get().at().isBefore(until)) {
                return all;
            }
            all.add(next.get());
            sofar = sofar.with(next.get().decided());
            time = next.get().at();
        }
        return all;
    }
}
