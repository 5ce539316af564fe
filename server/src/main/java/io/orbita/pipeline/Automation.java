package io.orbita.pipeline;

import io.orbita.businesses.BusinessCreated;
import io.orbita.clients.ClientAppeared;
import io.orbita.clients.ClientId;
import io.orbita.clients.ClientReturned;
import io.orbita.clients.Leads;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentCreated;
import io.orbita.platform.jobs.DueWork;
import io.orbita.programs.ProgramDelivered;
import io.orbita.programs.ProgramUndeliverable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what other rooms tell, in their transactions, and lets {@link AutomaticMoves} draw the consequences. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Automation {
    private final AutomaticMoves moves;
    private final StageRows stages;
    private final Leads leads;
    private final DueWork due;

    Automation(AutomaticMoves moves, StageRows stages, Leads leads, DueWork due) {
        this.moves = moves;
        this.stages = stages;
        this.leads = leads;
        this.due = due;
    }

    @EventListener
    public void on(BusinessCreated event) {
        for (StageRole role : StageRole.values()) {
            stages.insert(
                    event.business(),
                    new StageChanges.Words(
                            role.firstName(), role.code(), "", role.colour(), role.hue(), role.normDays()),
                    role.ordinal() + 1);
        }
    }

    @EventListener
    public void on(ClientAppeared event) {
        moves.appeared(event);
    }

    @EventListener
    public void on(ClientReturned event) {
        moves.returned(event.business(), event.client(), event.cause());
    }

    /** The move comes with the delivered programme; the lead is qualified already. */
    @EventListener
    public void on(QuestionnaireFinished event) {
        leads.qualified(event.business(), event.client());
    }

    @EventListener
    public void on(PaymentCreated event) {
        moves.heard(event.business(), event.client(), Happening.PAYMENT_CREATED, "payment-created:" + event.payment());
    }

    @EventListener
    public void on(PaymentCompleted event) {
        leads.converted(event.business(), event.client());
        moves.heard(event.business(), event.client(), Happening.PAYMENT_COMPLETED, "payment:" + event.payment());
    }

    @EventListener
    public void on(ProgramDelivered event) {
        String fact = "program:" + event.program();
        if (!event.paid()) {
            moves.heard(event.business(), event.client(), Happening.FREE_PROGRAM, fact);
            return;
        }
        moves.paidProgram(event.business(), event.client(), fact, event.weeks(), event.next())
                .ifPresent(
                        until -> due.at(WeeksOver.KIND, event.business(), ref(event.client(), event.program()), until));
    }

    /** Only the free programme: who has paid waits at {@code purchased} until the trainer has found a way to hand the programme over. */
    @EventListener
    public void on(ProgramUndeliverable event) {
        if (!event.paid()) {
            moves.heard(
                    event.business(),
                    event.client(),
                    Happening.FREE_PROGRAM_UNDELIVERABLE,
                    "undeliverable:" + event.program());
        }
    }

    private static String ref(ClientId client, long program) {
        return client + ":" + program;
    }
}
