package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Making one person of two cards, and two of one again. No row changes its client: the merged card points at the standing one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Merges {
    static final Duration UNDOABLE = Duration.ofDays(30);

    /**
     * A merge as it is shown.
     *
     * @param reason what made it: {@code staff}, {@code link} (a bot link was followed), {@code phone} or {@code email} (proven by its owner), {@code scan.rule}
     * @param filled empty fields of the standing card that took the merged card's value
     * @param replaced filled ones that did, because somebody chose so
     */
    record Merge(
            long id,
            long standing,
            long merged,
            String reason,
            List<String> filled,
            List<String> replaced,
            Instant at,
            @Nullable Long by,
            @Nullable Instant undoneAt) {}

    private record Pair(long standing, long merged) {}

    private final MergeRows merges;
    private final ClientRows rows;
    private final CardFields cards;
    private final Words words;
    private final Timeline timeline;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Merges(
            MergeRows merges,
            ClientRows rows,
            CardFields cards,
            Words words,
            Timeline timeline,
            Clock clock,
            ApplicationEventPublisher events) {
        this.merges = merges;
        this.rows = rows;
        this.cards = cards;
        this.words = words;
        this.timeline = timeline;
        this.clock = clock;
        this.events = events;
    }

    /** As {@link #merge(BusinessId, long, long, Set, String, Long)}, filled fields keep their values. */
    Optional<Merge> merge(BusinessId business, long standing, long merged, String reason, @Nullable Long by) {
        return merge(business, standing, merged, Set.of(), reason, by);
    }

    /**
     * Makes one person of both; {@code standing}'s card stands. Empty when they are one person already.
     *
     * @param chosen the fields whose value is to be the merged card's even where the standing one has its own
     */
    Optional<Merge> merge(
            BusinessId business, long standing, long merged, Set<String> chosen, String reason, @Nullable Long by) {
        Pair pair = lock(business, standing, merged);
        if (pair.standing() == pair.merged()) {
            return Optional.empty();
        }
        Map<String, JsonNode> card = cards.read(business, pair.merged());
        Map<String, JsonNode> taken = Blend.take(cards.read(business, pair.standing()), card, chosen);
        var changes = new LinkedHashMap<>(card);
        changes.keySet().retainAll(taken.keySet());
        write(business, pair.standing(), changes);
        merges.point(business, pair.standing(), pair.merged());
        merges.recount(business, pair.standing());
        Instant now = clock.instant();
        long id = merges.insert(business, pair.standing(), pair.merged(), reason, taken, now, by);
        tell(business, "clients.merge", pair, id, reason, now, by);
        events.publishEvent(
                new ClientsMerged(business, id, new ClientId(pair.standing()), new ClientId(pair.merged()), by));
        return merges.find(business, id);
    }

    /**
     * Makes two persons of one again. What came with a client's own identity since stays with that client.
     *
     * @throws MergeRefusals.NotUndoable when it is too late, was done already, or the standing card was merged itself since
     */
    Merge undo(BusinessId business, long id, @Nullable Long by) {
        Merge merge = merges.find(business, id).orElseThrow(MergeRefusals::unknown);
        Pair pair = new Pair(merge.standing(), merge.merged());
        if (lock(business, pair.standing(), pair.standing()).standing() != pair.standing()) {
            throw new MergeRefusals.NotUndoable();
        }
        Instant now = clock.instant();
        if (!merges.undone(business, id, now, now.minus(UNDOABLE), by)) {
            throw new MergeRefusals.NotUndoable();
        }
        Blend.Undoing undoing = Blend.undo(
                cards.read(business, pair.standing()),
                cards.read(business, pair.merged()),
                merges.taken(business, id),
                merges.later(business, merge).stream()
                        .map(later -> new Blend.Later(
                                later.id(), cards.read(business, later.merged()), merges.taken(business, later.id())))
                        .toList());
        undoing.taken().forEach((later, taken) -> merges.taken(business, later, taken));
        write(business, pair.standing(), undoing.changes());
        merges.part(business, pair.merged());
        merges.recount(business, pair.standing());
        merges.recount(business, pair.merged());
        tell(business, "clients.merge-undone", pair, id, merge.reason(), now, by);
        events.publishEvent(
                new MergeUndone(business, id, new ClientId(pair.standing()), new ClientId(pair.merged()), by));
        return merges.find(business, id).orElseThrow();
    }

    private void write(BusinessId business, long standing, Map<String, JsonNode> changes) {
        if (!changes.isEmpty()) {
            cards.write(business, standing, changes);
            words.index(business, standing);
        }
    }

    /** Locks all cards of both persons. Merges come one after another. */
    private Pair lock(BusinessId business, long standing, long merged) {
        merges.lock(business);
        Pair found = new Pair(
                rows.standing(business, standing).orElseThrow(ClientRows::unknown),
                rows.standing(business, merged).orElseThrow(ClientRows::unknown));
        merges.lockMerged(business, found.standing(), found.merged());
        rows.lock(business, Math.min(found.standing(), found.merged()));
        rows.lock(business, Math.max(found.standing(), found.merged()));
        return found;
    }

    private void tell(
            BusinessId business, String kind, Pair pair, long id, String reason, Instant at, @Nullable Long by) {
        timeline.write(
                business,
                pair.standing(),
                Timeline.line(
                        kind, "merge:" + id, at, Map.of("merge", id, "merged", pair.merged(), "reason", reason), by));
    }
}
