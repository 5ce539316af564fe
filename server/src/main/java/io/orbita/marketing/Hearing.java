package io.orbita.marketing;

import io.orbita.clients.ClientAppeared;
import io.orbita.clients.ClientArchived;
import io.orbita.clients.ClientId;
import io.orbita.clients.ClientReturned;
import io.orbita.clients.ClientZoneChanged;
import io.orbita.clients.Clients;
import io.orbita.clients.ClientsImported;
import io.orbita.clients.ClientsMerged;
import io.orbita.clients.ClientsWithdrawn;
import io.orbita.clients.MergeUndone;
import io.orbita.clients.spi.StageNames;
import io.orbita.dialogues.AskedForAnswers;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.dialogues.QuestionnaireStarted;
import io.orbita.dialogues.RemindersSwitched;
import io.orbita.messaging.ChannelReopened;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentCreated;
import io.orbita.payments.PaymentRefunded;
import io.orbita.pipeline.Moved;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.ProgramDelivered;
import io.orbita.programs.Programs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what other rooms tell, in their transactions: a fact is written down, and the client is looked at as soon as it is committed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Hearing {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int LONGER_CAN_FOLLOW = 4;
    /** Who came by hand, by import or by a program waits for nothing; a first look finds when silence will have lasted too long. */
    private static final Duration FIRST_LOOK = Duration.ofDays(1);

    private static final Set<String> BY_OTHERS = Set.of("manual", "import", "api");

    private final FactRows facts;
    private final Programs programs;
    private final Clients clients;
    private final StageNames stages;
    private final DueWork due;
    private final Clock clock;

    Hearing(FactRows facts, Programs programs, Clients clients, StageNames stages, DueWork due, Clock clock) {
        this.facts = facts;
        this.programs = programs;
        this.clients = clients;
        this.stages = stages;
        this.due = due;
        this.clock = clock;
    }

    @EventListener
    public void on(ClientAppeared event) {
        if (event.cause().equals("bot")) {
            heard(event.business(), event.client(), Happening.STARTED, "client:" + event.client());
        } else {
            Instant now = clock.instant();
            Instant first = BY_OTHERS.contains(event.cause()) ? now.plus(FIRST_LOOK) : now;
            due.at(Pass.KIND, event.business(), event.client().toString(), first);
        }
    }

    @EventListener
    public void on(ClientsImported event) {
        var clients = event.clients().stream()
                .map(arrived -> arrived.client().toString())
                .toList();
        due.at(Pass.KIND, event.business(), clients, clock.instant().plus(FIRST_LOOK));
    }

    /** Nobody is left to look at. */
    @EventListener
    public void on(ClientsWithdrawn event) {
        due.cancel(
                Pass.KIND,
                event.business(),
                event.clients().stream().map(ClientId::toString).toList());
    }

    @EventListener
    public void on(QuestionnaireStarted event) {
        heard(event.business(), event.client(), Happening.QUESTIONNAIRE_STARTED, "run:" + event.run());
    }

    @EventListener
    public void on(QuestionnaireFinished event) {
        heard(event.business(), event.client(), Happening.QUESTIONNAIRE_FINISHED, "run:" + event.run());
    }

    @EventListener
    public void on(AskedForAnswers event) {
        heard(event.business(), event.client(), Happening.ASKED_FOR_ANSWERS, event.reason());
    }

    @EventListener
    public void on(ProgramDelivered event) {
        String key = "program:" + event.program();
        if (!event.paid()) {
            heard(event.business(), event.client(), Happening.FREE_PROGRAM, key);
            return;
        }
        Instant begins = programs.of(event.business(), event.client()).stream()
                .filter(program -> program.id() == event.program())
                .map(Programs.Given::startsAt)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseGet(clock::instant);
        Instant ends = begins.plus(WEEK.multipliedBy(event.weeks()));
        note(event.business(), event.client(), Happening.PAID_PROGRAM, key, begins, ends);
        if (event.weeks() <= LONGER_CAN_FOLLOW) {
            note(event.business(), event.client(), Happening.SHORT_PROGRAM, key, begins, ends);
        }
    }

    @EventListener
    public void on(PaymentCreated event) {
        heard(event.business(), event.client(), Happening.PAYMENT_CREATED, "payment:" + event.payment());
    }

    @EventListener
    public void on(PaymentCompleted event) {
        heard(event.business(), event.client(), Happening.PAYMENT_COMPLETED, "payment:" + event.payment());
    }

    @EventListener
    public void on(PaymentRefunded event) {
        if (event.full()) {
            heard(event.business(), event.client(), Happening.REFUNDED, "payment:" + event.payment());
        }
    }

    /** Where somebody stands who just came is no news. */
    @EventListener
    public void on(Moved event) {
        if (event.from() == null) {
            return;
        }
        var stage = stages.stages(event.business()).get(event.to());
        if (stage == null) {
            look(event.business(), event.client());
            return;
        }
        Happening.stage(stage.role())
                .ifPresentOrElse(
                        happening -> heard(event.business(), event.client(), happening, "move:" + event.move()),
                        () -> look(event.business(), event.client()));
    }

    @EventListener
    public void on(ClientReturned event) {
        look(event.business(), event.client());
    }

    @EventListener
    public void on(ClientArchived event) {
        look(event.business(), event.client());
    }

    @EventListener
    public void on(ClientZoneChanged event) {
        look(event.business(), event.client());
    }

    @EventListener
    public void on(ClientsMerged event) {
        look(event.business(), event.standing());
    }

    @EventListener
    public void on(MergeUndone event) {
        look(event.business(), event.standing());
        look(event.business(), event.merged());
    }

    @EventListener
    public void on(RemindersSwitched event) {
        look(event.business(), event.client());
    }

    @EventListener
    public void on(ChannelReopened event) {
        look(event.business(), event.client());
    }

    private void heard(BusinessId business, ClientId client, Happening what, String key) {
        note(business, client, what, key, clock.instant(), null);
    }

    private void note(
            BusinessId business, ClientId client, Happening what, String key, Instant at, @Nullable Instant until) {
        facts.add(business, client, what, key, at, until);
        look(business, client);
    }

    /** The client is locked first, as everybody does: whoever holds the client may be about to make the same work due. */
    private void look(BusinessId business, ClientId client) {
        ClientId standing = clients.lock(business, client).standing();
        due.soon(Pass.KIND, business, standing.toString());
    }
}
