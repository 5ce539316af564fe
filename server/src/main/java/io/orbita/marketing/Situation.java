package io.orbita.marketing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine knows of a client besides what was decided before.
 *
 * @param client the card that stands for the person
 * @param stage the role of the stage where they stand; empty for an owner's own stage or none
 * @param archived in the archive: nothing is sent
 * @param silent asked for silence
 * @param consent agreed to marketing
 * @param ways over which they are reached now
 * @param heard when they were last heard, or came
 * @param facts of all cards of the person, in the order of time
 */
record Situation(
        long client,
        ZoneId zone,
        String stage,
        boolean archived,
        boolean silent,
        boolean consent,
        Set<Rule.Way> ways,
        Instant heard,
        List<Fact> facts) {

    Situation {
        facts = facts.stream()
                .sorted(Comparator.comparing(Fact::at).thenComparing(Fact::order))
                .toList();
    }

    /** What a rule with that beginning counts from, in the order of time. */
    List<Fact> occasions(Happening since) {
        return since == Happening.HEARD
                ? List.of(lastHeard())
                : facts.stream().filter(fact -> fact.kind() == since).toList();
    }

    /** When the first of these happened after that fact; null for not at all. */
    @Nullable Instant first(Set<Happening> exits, Fact after) {
        Instant heardThen = exits.contains(Happening.HEARD) && heard.isAfter(after.at()) ? heard : null;
        Instant fact = facts.stream()
                .filter(one -> exits.contains(one.kind()) && one.isAfter(after))
                .map(Fact::at)
                .findFirst()
                .orElse(null);
        return heardThen == null || (fact != null && fact.isBefore(heardThen)) ? fact : heardThen;
    }

    private Fact lastHeard() {
        return new Fact(Happening.HEARD, "heard:" + client + ":" + heard.getEpochSecond(), heard, 0, null);
    }
}
