package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.StageMoves;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves that the room of the clients asks for: imports, bulk work, rules of actions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AskedMoves implements StageMoves {
    private final Clients clients;
    private final StageRows stages;
    private final HeardFacts facts;
    private final Mover mover;

    AskedMoves(Clients clients, StageRows stages, HeardFacts facts, Mover mover) {
        this.clients = clients;
        this.stages = stages;
        this.facts = facts;
        this.mover = mover;
    }

    @Override
    public @Nullable Long move(
            BusinessId business, ClientId client, long stage, String cause, String fact, @Nullable Long by) {
        Long at = clients.lockStage(business, client);
        if (Objects.equals(at, stage) || !stages.hold(business, stage)) {
            return null;
        }
        return moved(business, client, at, stage, cause, fact, by) ? at : null;
    }

    @Override
    public boolean forward(
            BusinessId business,
            ClientId client,
            @Nullable String from,
            String to,
            String cause,
            String fact,
            @Nullable Long by) {
        Long at = clients.lockStage(business, client);
        StageRole stands = stages.list(business).roleAt(at);
        StageRole wanted = StageRole.of(to).orElseThrow(() -> new IllegalArgumentException("no role " + to));
        if (stands == null
                || stands.compareTo(StageRole.PURCHASED) > 0
                || wanted.compareTo(stands) <= 0
                || (from != null && !stands.code().equals(from))) {
            return false;
        }
        long stage = stages.list(business).first(wanted).id();
        return stages.hold(business, stage) && moved(business, client, at, stage, cause, fact, by);
    }

    private boolean moved(
            BusinessId business,
            ClientId client,
            @Nullable Long at,
            long to,
            String cause,
            String fact,
            @Nullable Long by) {
        ClientId standing = clients.standing(business, client);
        int cycle = Rules.cycle(
                facts.past(business, clients.members(business, client)).purchases());
        return mover.move(business, new MoveRows.Draft(standing.value(), at, to, cause, fact, null, by, cycle, null))
                .isPresent();
    }
}
