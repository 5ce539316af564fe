package io.orbita.pipeline;

import io.orbita.clients.ClientAppeared;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the consequences of what was heard: locks the client, asks {@link Rules}, moves. Each fact counts once, however often it is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AutomaticMoves {
    private final Clients clients;
    private final StageRows stages;
    private final HeardFacts facts;
    private final MoveRows moves;
    private final Mover mover;
    private final Clock clock;

    AutomaticMoves(Clients clients, StageRows stages, HeardFacts facts, MoveRows moves, Mover mover, Clock clock) {
        this.clients = clients;
        this.stages = stages;
        this.facts = facts;
        this.moves = moves;
        this.mover = mover;
        this.clock = clock;
    }

    /** A new client stands at the first stage, or where whoever made it says. */
    public void appeared(ClientAppeared event) {
        BusinessId business = event.business();
        Long at = clients.lockStage(business, event.client());
        String fact = "appeared:" + event.client();
        if (at != null || !facts.heard(business, fact, event.client().value(), Happening.APPEARED, null)) {
            return;
        }
        Long asked = event.stage();
        long to = asked != null && stages.hold(business, asked) ? asked : held(business, StageRole.FIRST_CONTACT);
        String cause = event.cause().equals("api") ? "manual" : event.cause();
        mover.move(
                business, new MoveRows.Draft(event.client().value(), null, to, cause, fact, null, event.by(), 1, null));
    }

    /** An inactive client came by themselves; each stay among the inactive ends but once. */
    public void returned(BusinessId business, ClientId client, String cause) {
        Long at = clients.lockStage(business, client);
        long stay = moves.last(business, clients.members(business, client), "")
                .map(MoveRows.Row::id)
                .orElse(0L);
        apply(business, client, at, Happening.RETURNED, "returned:" + client + ":" + stay, cause, null);
    }

    public void heard(BusinessId business, ClientId client, Happening happening, String fact) {
        apply(business, client, clients.lockStage(business, client), happening, fact, happening.cause(), null);
    }

    /**
     * A paid programme reached the client. Returns when its weeks are over: after those of the running one when it is the next, so many weeks from now
     * otherwise; nothing when it was told before.
     */
    public Optional<Instant> paidProgram(BusinessId business, ClientId client, String fact, int weeks, boolean next) {
        Long at = clients.lockStage(business, client);
        Instant start = clock.instant();
        Instant running =
                facts.until(business, clients.members(business, client)).orElse(start);
        Instant until = (next && running.isAfter(start) ? running : start).plus(Duration.ofDays(7L * weeks));
        return apply(business, client, at, Happening.PAID_PROGRAM, fact, Happening.PAID_PROGRAM.cause(), until)
                ? Optional.of(until)
                : Optional.empty();
    }

    /** The weeks of a programme are over; a later programme goes on. */
    public void weeksOver(BusinessId business, ClientId client, long program) {
        Long at = clients.lockStage(business, client);
        Instant until = facts.until(business, clients.members(business, client)).orElse(Instant.MIN);
        if (!until.isAfter(clock.instant())) {
            String fact = "finished:" + program;
            apply(business, client, at, Happening.WEEKS_OVER, fact, Happening.WEEKS_OVER.cause(), null);
        }
    }

    /** Returns whether the fact was new. */
    private boolean apply(
            BusinessId business,
            ClientId client,
            @Nullable Long at,
            Happening happening,
            String fact,
            String cause,
            @Nullable Instant until) {
        Set<Long> members = clients.members(business, client);
        Rules.Past past = facts.past(business, members);
        if (!facts.heard(business, fact, client.value(), happening, until)) {
            return false;
        }
        int purchases = past.purchases() + (happening == Happening.PAYMENT_COMPLETED ? 1 : 0);
        Rules.move(happening, stages.list(business).roleAt(at), past)
                .ifPresent(role -> mover.move(
                        business,
                        new MoveRows.Draft(
                                client.value(),
                                at,
                                held(business, role),
                                cause,
                                fact,
                                null,
                                null,
                                Rules.cycle(purchases),
                                null)));
        return true;
    }

    /** The first stage of the role, kept from being removed; another one when it was removed while we waited. */
    private long held(BusinessId business, StageRole role) {
        while (true) {
            long stage = stages.list(business).first(role).id();
            if (stages.hold(business, stage)) {
                return stage;
            }
        }
    }
}
