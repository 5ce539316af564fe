package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.OnBoard;
import io.orbita.clients.TimelineEntry;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One move, whole: history, the client's row, the card on the board, the timeline and the event, in the transaction of what caused it. */
@Component
class Mover {
    private final MoveRows moves;
    private final BoardCards cards;
    private final Clients clients;
    private final OnBoard board;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mover(
            MoveRows moves,
            BoardCards cards,
            Clients clients,
            OnBoard board,
            ApplicationEventPublisher events,
            Clock clock) {
        this.moves = moves;
        this.cards = cards;
        this.clients = clients;
        this.board = board;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Moves a client whose row is locked to a stage that is held. Returns the move, or nothing when its fact has moved somebody before.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<MoveRows.Written> move(BusinessId business, MoveRows.Draft draft) {
        Instant now = clock.instant();
        Optional<MoveRows.Written> written = moves.insert(business, draft, now);
        written.ifPresent(move -> {
            var client = new ClientId(draft.client());
            stand(business, client, draft.to());
            remember(business, client, move.id(), draft, now);
            events.publishEvent(
                    new Moved(business, client, move.id(), draft.from(), draft.to(), draft.cause(), draft.cycle()));
        });
        return written;
    }

    /** Puts the card of a client whose row is locked on top of a column; that alone is no move. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stand(BusinessId business, ClientId client, long stage) {
        Instant now = clock.instant();
        ClientId standing = board.standsAt(business, client, stage, card -> Position.top(now, card.value()));
        cards.put(business, standing.value(), stage, now);
    }

    /** Puts the card of a client whose row is locked to where it stood in its column before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(BusinessId business, BoardCards.Card card) {
        cards.back(business, card);
        board.placedAt(business, new ClientId(card.clientId()), card.position());
    }

    private void remember(BusinessId business, ClientId client, long id, MoveRows.Draft draft, Instant now) {
        var facts = new HashMap<String, Object>();
        facts.put("move", id);
        facts.put("to", draft.to());
        facts.put("cause", draft.cause());
        facts.put("cycle", draft.cycle());
        Long from = draft.from();
        if (from != null) {
            facts.put("from", from);
        }
        clients.remember(
                business,
                client,
                new TimelineEntry("pipeline.move", "move:" + id, now, facts, draft.notes(), draft.by()));
    }
}
