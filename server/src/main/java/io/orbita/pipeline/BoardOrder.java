package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.OnBoard;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The order of the cards in a column. Drags come one after another; new cards come on top without waiting for anybody. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BoardOrder {
    private final BoardCards cards;
    private final StageRows stages;
    private final Clients clients;
    private final OnBoard board;
    private final Clock clock;

    BoardOrder(BoardCards cards, StageRows stages, Clients clients, OnBoard board, Clock clock) {
        this.cards = cards;
        this.stages = stages;
        this.clients = clients;
        this.board = board;
        this.clock = clock;
    }

    /** Puts the card of a locked client, which is in that column, to its place. */
    public void place(BusinessId business, ClientId client, long stage, Place place) {
        Long after = place.after();
        Long before = place.before();
        if (after == null && before == null) {
            return;
        }
        stages.lockOrder(business, stage);
        long moving = client.value();
        if (after != null) {
            BoardCards.Card above = neighbour(business, "after_client_id", after, stage, moving);
            put(business, client, between(above.position(), cards.below(business, stage, above, moving)));
        } else if (before != null) {
            BoardCards.Card below = neighbour(business, "before_client_id", before, stage, moving);
            put(business, client, above(cards.above(business, stage, below, moving), below.position(), moving));
        }
    }

    private void put(BusinessId business, ClientId client, String place) {
        cards.place(business, client.value(), place);
        board.placedAt(business, client, place);
    }

    private BoardCards.Card neighbour(BusinessId business, String field, long client, long stage, long moving) {
        long standing = clients.standing(business, new ClientId(client)).value();
        return cards.find(business, standing)
                .filter(card -> card.stageId() == stage && card.clientId() != moving)
                .orElseThrow(() -> new Invalid(field, "elsewhere", "Другой клиент того же этапа"));
    }

    /** On top of all, the place of one who comes now: who comes later stands higher still. */
    private String above(@Nullable String above, String below, long moving) {
        String top = Position.top(clock.instant(), moving);
        return above == null && top.compareTo(below) < 0 ? top : between(above, below);
    }

    private static String between(@Nullable String above, @Nullable String below) {
        // Equal places cannot come from here; were there any, the card stands right after both.
        return above != null && above.equals(below) ? Position.between(above, null) : Position.between(above, below);
    }
}
