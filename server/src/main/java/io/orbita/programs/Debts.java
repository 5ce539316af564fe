package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.dialogues.Dialogues;
import io.orbita.dialogues.QuestionnaireFinished;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentRefunded;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.ProgramRows.Debt;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns what other rooms tell into debts, in their transactions. Both listeners that decide by what the other may have written
 * lock the client first: a last answer and a payment at the same moment must not each wait for the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Debts {
    private final ProgramRows rows;
    private final Clients clients;
    private final Dialogues dialogues;
    private final Withdrawal withdrawal;
    private final Notices notices;
    private final DueWork due;
    private final Clock clock;

    Debts(
            ProgramRows rows,
            Clients clients,
            Dialogues dialogues,
            Withdrawal withdrawal,
            Notices notices,
            DueWork due,
            Clock clock) {
        this.rows = rows;
        this.clients = clients;
        this.dialogues = dialogues;
        this.withdrawal = withdrawal;
        this.notices = notices;
        this.due = due;
        this.clock = clock;
    }

    /** What was paid for and waited for the answers is made now; without such a debt the answers earn the free week. */
    @EventListener
    public void on(QuestionnaireFinished event) {
        BusinessId business = event.business();
        lock(business, event.client());
        Instant now = clock.instant();
        List<ProgramRow> own = rows.of(business, clients.members(business, event.client()));
        List<ProgramRow> owed = own.stream()
                .filter(program -> program.paid() && program.version() == 0)
                .filter(program -> program.state() != ProgramState.WITHDRAWN)
                .toList();
        owed.forEach(program -> due.now(Making.KIND, business, Making.ref(program.id())));
        boolean running = own.stream().map(ProgramRow::endsAt).anyMatch(end -> end != null && end.isAfter(now));
        if (running) {
            tellOfNewAnswers(business, event);
        } else if (owed.isEmpty()) {
            OptionalLong id = rows.owe(business, Debt.forRun(event.client(), event.run()), now);
            id.ifPresent(program -> due.now(Making.KIND, business, Making.ref(program)));
        }
    }

    /** Whoever trains by a paid programme is not given a free week; whether the answers change the programme, the trainer decides. */
    private void tellOfNewAnswers(BusinessId business, QuestionnaireFinished event) {
        notices.tell(
                business,
                Notice.of(
                        "programs.new-answers",
                        "run:" + event.run() + ":new-answers",
                        "Клиент %s прошёл анкету заново посреди программы. Посмотрите ответы и, если нужно, пересоберите её."
                                .formatted(clients.contacts(business, event.client())
                                        .name()),
                        event.client()));
    }

    @EventListener
    public void on(PaymentCompleted event) {
        if (event.programmeWeeks() < 1) {
            return;
        }
        BusinessId business = event.business();
        lock(business, event.client());
        Debt debt = Debt.forPayment(
                event.client(), event.programmeWeeks(), event.payment().value());
        OptionalLong id = rows.owe(business, debt, clock.instant());
        if (id.isEmpty()) {
            return;
        }
        if (dialogues.answered(business, event.client())) {
            due.now(Making.KIND, business, Making.ref(id.getAsLong()));
        } else {
            dialogues.ask(business, event.client(), "payment:" + event.payment());
        }
    }

    @EventListener
    public void on(PaymentRefunded event) {
        if (event.full()) {
            dialogues.askNoMore(event.business(), event.client(), "payment:" + event.payment());
            rows.byPayment(event.business(), event.payment().value())
                    .ifPresent(program -> withdrawal.of(event.business(), program.id()));
        }
    }

    private void lock(BusinessId business, ClientId client) {
        clients.lockStage(business, client);
    }

    static TimelineEntry line(ProgramRow program, String kind, Instant at) {
        return new TimelineEntry(
                kind,
                "program:" + program.id(),
                at,
                Map.of("program", program.id(), "paid", program.paid(), "weeks", program.weeks()),
                null,
                null);
    }
}
