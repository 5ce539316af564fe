package io.orbita.pipeline;

import io.orbita.clients.ClientArchived;
import io.orbita.clients.ClientId;
import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.clients.ClientsMerged;
import io.orbita.clients.MergeUndone;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Two cards become one and two again, cards go to the archive and come back: the board and the stage follow. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PersonChanges {
    private final Clients clients;
    private final StageRows stages;
    private final MoveRows moves;
    private final HeardFacts facts;
    private final Mover mover;
    private final BoardCards cards;

    PersonChanges(Clients clients, StageRows stages, MoveRows moves, HeardFacts facts, Mover mover, BoardCards cards) {
        this.clients = clients;
        this.stages = stages;
        this.moves = moves;
        this.facts = facts;
        this.mover = mover;
        this.cards = cards;
    }

    /** The person stands at the further of both stages. */
    @EventListener
    public void on(ClientsMerged event) {
        BusinessId business = event.business();
        Long at = clients.lockStage(business, event.standing());
        Long other = cards.find(business, event.merged().value())
                .map(BoardCards.Card::stageId)
                .orElse(null);
        // Its place is kept for the case that the merge is undone.
        cards.hide(business, event.merged().value(), true);
        StageList list = stages.list(business);
        if (other != null && Rules.further(list.roleAt(other), list.roleAt(at))) {
            move(business, event.standing(), at, other, "merge", fact(event.merge()), event.by());
        }
        follow(business, event.standing());
    }

    /** Each card stands where its own history left it, and at the place that it had there. */
    @EventListener
    public void on(MergeUndone event) {
        BusinessId business = event.business();
        Long at = clients.lockStage(business, event.standing());
        Long own = replayed(business, event.standing());
        if (own != null && at != null && !own.equals(at)) {
            String fact = "merge-undone:" + event.merge();
            long to = alive(business, own);
            move(business, event.standing(), at, to, Moves.UNDO, fact, event.by());
            moves.left(business, event.standing().value(), to).ifPresent(card -> mover.back(business, card));
        }
        clients.lockStage(business, event.merged());
        Long stage = replayed(business, event.merged());
        if (stage != null) {
            long to = alive(business, stage);
            boolean there = cards.find(business, event.merged().value())
                    .filter(card -> card.stageId() == to)
                    .isPresent();
            if (!there) {
                mover.stand(business, event.merged(), to);
            }
        }
        follow(business, event.standing());
        follow(business, event.merged());
    }

    @EventListener
    public void on(ClientArchived event) {
        cards.hide(event.business(), event.client().value(), event.archived());
    }

    /** What is in the archive is not on the board. */
    private void follow(BusinessId business, ClientId client) {
        boolean archived = clients.summaries(business, Set.of(client.value())).values().stream()
                .anyMatch(ClientSummary::archived);
        cards.hide(business, client.value(), archived);
    }

    private void move(
            BusinessId business,
            ClientId client,
            @Nullable Long from,
            long to,
            String cause,
            String fact,
            @Nullable Long by) {
        Set<Long> members = clients.members(business, client);
        int cycle = Rules.cycle(facts.past(business, members).purchases());
        BoardCards.Card left = cards.find(business, client.value())
                .filter(card -> from != null && card.stageId() == from)
                .orElse(null);
        mover.move(business, new MoveRows.Draft(client.value(), from, to, cause, fact, null, by, cycle, null, left));
    }

    /** Where the person stands by their moves and the merges that are in force, as if those undone had never been. */
    private @Nullable Long replayed(BusinessId business, ClientId client) {
        StageList list = stages.list(business);
        var at = new HashMap<Long, Long>();
        var into = new HashMap<Long, Long>();
        Deque<Clients.Joined> joins = new ArrayDeque<>(clients.joins(business, client));
        for (MoveRows.Row move : moves.own(business, clients.members(business, client))) {
            while (!joins.isEmpty() && joins.getFirst().at().isBefore(move.movedAt())) {
                join(joins.removeFirst(), at, into, list);
            }
            long card = move.clientId();
            while (into.containsKey(card)) {
                card = into.get(card);
            }
            at.put(card, move.toStage());
        }
        joins.forEach(join -> join(join, at, into, list));
        return at.get(client.value());
    }

    private static void join(Clients.Joined join, Map<Long, Long> at, Map<Long, Long> into, StageList list) {
        long standing = join.standing().value();
        Long own = at.get(standing);
        Long other = at.get(join.merged().value());
        into.put(join.merged().value(), standing);
        if (other != null && (own == null || Rules.further(list.roleAt(other), list.roleAt(own)))) {
            at.put(standing, other);
        }
    }

    /** The stage, or the first one of the funnel when it was removed meanwhile. */
    private long alive(BusinessId business, long stage) {
        return stages.hold(business, stage)
                ? stage
                : stages.list(business).first(StageRole.FIRST_CONTACT).id();
    }

    private static String fact(long merge) {
        return "merge:" + merge;
    }
}
