package io.orbita.programs;

import io.orbita.clients.Clients;
import io.orbita.messaging.Content;
import io.orbita.messaging.MessageDelivered;
import io.orbita.messaging.MessageFailed;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.messaging.Outgoing;
import io.orbita.platform.jobs.DueWorkGivenUp;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what became of a programme on its way: it arrived, it did not, or it could not even be made. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Landing {
    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final Delivery delivery;
    private final Wires wires;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Landing(
            ProgramRows rows,
            VersionRows versions,
            Clients clients,
            Delivery delivery,
            Wires wires,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.delivery = delivery;
        this.wires = wires;
        this.events = events;
        this.clock = clock;
    }

    /** Ways out of the room. */
    @Component
    record Wires(Messaging messaging, Notices notices) {}

    @EventListener
    public void on(MessageDelivered event) {
        Delivery.program(event.kind(), event.dedupeKey()).ifPresent(id -> arrived(event.business(), id));
    }

    private void arrived(BusinessId business, long id) {
        ProgramRow program = rows.lock(business, id);
        if (program.state() != ProgramState.READY && program.state() != ProgramState.UNDELIVERABLE) {
            return;
        }
        Instant now = clock.instant();
        rows.delivered(business, id, now);
        clients.remember(business, program.client(), Debts.line(program, "programs.delivered", now));
        events.publishEvent(
                new ProgramDelivered(business, program.client(), id, program.paid(), program.weeks(), program.next()));
    }

    /** The person blocked this channel: the next best one is tried. A dead letter has its own notice and stays for a retry. */
    @EventListener
    public void on(MessageFailed event) {
        if (event.unreachable()) {
            Delivery.program(event.kind(), event.dedupeKey()).ifPresent(id -> tryElsewhere(event.business(), id));
        }
    }

    private void tryElsewhere(BusinessId business, long id) {
        ProgramRow program = rows.lock(business, id);
        if (program.state() == ProgramState.READY) {
            versions.find(business, id, program.version())
                    .ifPresent(kept -> delivery.send(business, program, kept.content(), kept.file(), null));
        }
    }

    /** Every try failed: the client hears that a person takes over, and the trainer that it is up to them. */
    @EventListener
    public void on(DueWorkGivenUp event) {
        if (!event.kind().equals(Making.KIND)) {
            return;
        }
        BusinessId business = event.business();
        ProgramRow program = rows.lock(business, Making.program(event.ref()));
        if (program.state() != ProgramState.OWED) {
            return;
        }
        rows.state(business, program.id(), ProgramState.FAILED);
        wires.messaging()
                .bestFor(business, program.client())
                .ifPresent(where -> wires.messaging()
                        .send(
                                business,
                                Outgoing.bot(
                                        where.id(),
                                        Content.of(
                                                "Программа собирается дольше обычного. Тренер уже знает и пришлёт её сюда сам."),
                                        "programs.sorry",
                                        "program:" + program.id() + ":sorry")));
        wires.notices()
                .tell(
                        business,
                        Notice.of(
                                "programs.failed",
                                "program:" + program.id() + ":failed",
                                "Не получилось собрать программу для клиента %s. Соберите её вручную в карточке клиента."
                                        .formatted(clients.contacts(business, program.client())
                                                .name()),
                                program.client()));
    }
}
