package io.orbita.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: how clients moved, and moves by hand. */
@Component
@Transactional
public class Moves {
    static final Duration UNDOABLE = Duration.ofMinutes(10);
    static final String BY_HAND = "manual";
    static final String UNDO = "undo";
    private static final String NO_FACT = "";

    /** What a move by hand did; {@code move} is null when the client stood there already. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(boolean moved, @Nullable MoveView move) {}

    private final Clients clients;
    private final StageRows stages;
    private final MoveRows moves;
    private final HeardFacts facts;
    private final Mover mover;
    private final BoardOrder order;
    private final Clock clock;

    Moves(
            Clients clients,
            StageRows stages,
            MoveRows moves,
            HeardFacts facts,
            Mover mover,
            BoardOrder order,
            Clock clock) {
        this.clients = clients;
        this.stages = stages;
        this.moves = moves;
        this.facts = facts;
        this.mover = mover;
        this.order = order;
        this.clock = clock;
    }

    /**
     * The moves of a client, and of all that were merged with it, the oldest first.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    public Page<MoveView> history(BusinessId business, ClientId client, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, 1);
        Set<Long> members = members(business, client);
        var page = moves.page(business, members, after == null ? 0 : after.number(0), limit + 1).stream()
                .map(row -> view(business, row))
                .toList();
        return Page.cut(page, limit, view -> Cursor.of(view.id()));
    }

    /**
     * Moves a client by hand, anywhere; of two at the same time the last wins. Where the client stands already nothing is written, though the card may get
     * another place in its column.
     *
     * @param place where in the column; the top when it names nobody
     * @param by the staff user; null for an API key
     * @throws Invalid when there is no such stage
     * @throws PipelineRefusals.StageRemoved when there is none any more
     */
    public Outcome byHand(
            BusinessId business, ClientId client, long stage, @Nullable String notes, Place place, @Nullable Long by) {
        Clients.Locked locked = clients.lock(business, client);
        Long at = locked.stage();
        ClientId standing = locked.standing();
        if (!stages.hold(business, stage)) {
            if (stages.list(business).find(stage).isPresent()) {
                throw new PipelineRefusals.StageRemoved();
            }
            throw new Invalid("stage_id", "unknown", "Этап этой воронки");
        }
        MoveView move = null;
        if (at == null || at != stage) {
            String text = notes == null || notes.isBlank() ? null : notes.strip();
            move = move(business, standing, at, stage, BY_HAND, text, by, null);
        }
        order.place(business, standing, stage, place);
        return new Outcome(move != null, move);
    }

    /**
     * Takes the last move of a client back, if it was made by hand and not more than ten minutes ago.
     *
     * @throws PipelineRefusals.NotUndoable for any other move
     */
    public MoveView undo(BusinessId business, long id, @Nullable Long by) {
        MoveRows.Row row = moves.find(business, id).orElseThrow(PipelineRefusals::noMove);
        var client = new ClientId(row.clientId());
        clients.lockStage(business, client);
        Long back = row.fromStage();
        boolean undoable = back != null
                && row.cause().equals(BY_HAND)
                && !row.movedAt().plus(UNDOABLE).isBefore(clock.instant())
                && moves.last(business, members(business, client), NO_FACT)
                        .filter(last -> last.id() == id)
                        .isPresent();
        if (back == null || !undoable || !stages.hold(business, back)) {
            throw new PipelineRefusals.NotUndoable();
        }
        return move(business, clients.standing(business, client), row.toStage(), back, UNDO, null, by, id);
    }

    private MoveView move(
            BusinessId business,
            ClientId client,
            @Nullable Long from,
            long to,
            String cause,
            @Nullable String notes,
            @Nullable Long by,
            @Nullable Long undoes) {
        int cycle = Rules.cycle(facts.past(business, members(business, client)).purchases());
        String fact = undoes == null ? cause + ":" + PublicId.random(22) : cause + ":" + undoes;
        MoveRows.Written move = mover.move(
                        business, new MoveRows.Draft(client.value(), from, to, cause, fact, notes, by, cycle, undoes))
                .orElseThrow(PipelineRefusals.NotUndoable::new);
        return new MoveView(
                move.id(),
                from == null ? null : stages.named(business, from),
                stages.named(business, to),
                move.at(),
                by,
                cause,
                notes,
                cycle);
    }

    private Set<Long> members(BusinessId business, ClientId client) {
        Set<Long> members = clients.members(business, client);
        if (members.isEmpty()) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        return members;
    }

    private MoveView view(BusinessId business, MoveRows.Row row) {
        Long from = row.fromStage();
        return new MoveView(
                row.id(),
                from == null ? null : stages.named(business, from),
                stages.named(business, row.toStage()),
                row.movedAt(),
                row.movedBy(),
                row.cause(),
                row.notes(),
                row.cycle());
    }
}
