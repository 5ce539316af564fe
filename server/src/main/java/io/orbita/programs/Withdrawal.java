package io.orbita.programs;

import io.orbita.clients.Clients;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a programme back after a full refund: nothing more is made or sent of it, and its links die. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Withdrawal {
    private final ProgramRows rows;
    private final Clients clients;
    private final Messaging messaging;
    private final Notices notices;
    private final DueWork due;
    private final Clock clock;

    Withdrawal(ProgramRows rows, Clients clients, Messaging messaging, Notices notices, DueWork due, Clock clock) {
        this.rows = rows;
        this.clients = clients;
        this.messaging = messaging;
        this.notices = notices;
        this.due = due;
        this.clock = clock;
    }

    public void of(BusinessId business, long id) {
        ProgramRow program = rows.lock(business, id);
        if (program.state() == ProgramState.WITHDRAWN) {
            return;
        }
        Instant now = clock.instant();
        rows.withdrawn(business, id, now);
        due.cancel(Making.KIND, business, Making.ref(id));
        messaging.cancel(business, "program:" + id + ":document");
        for (int again = 2; again <= program.sends(); again++) {
            messaging.cancel(business, "program:" + id + ":document:" + again);
        }
        clients.remember(business, program.client(), Debts.line(program, "programs.withdrawn", now));
        notices.tell(
                business,
                Notice.of(
                        "programs.withdrawn",
                        "program:" + id + ":withdrawn",
                        "Деньги за программу клиента %s вернули полностью, программу отозвали. Этап воронки не меняли."
                                .formatted(clients.contacts(business, program.client())
                                        .name()),
                        program.client()));
    }
}
