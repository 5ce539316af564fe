package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.ChannelReopened;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What could not be handed over while the person had no open channel goes out by itself once they are back. */
@Component
class WelcomeBack implements Due {
    static final String KIND = "programs.welcome-back";

    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final Delivery delivery;
    private final DueWork due;
    private final TransactionTemplate transaction;

    WelcomeBack(
            ProgramRows rows,
            VersionRows versions,
            Clients clients,
            Delivery delivery,
            DueWork due,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.delivery = delivery;
        this.due = due;
        this.transaction = transaction;
    }

    @EventListener
    public void on(ChannelReopened event) {
        due.now(KIND, event.business(), event.client().toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        transaction.executeWithoutResult(
                _ -> waiting(business, new ClientId(Long.parseLong(ref))).forEach(program -> send(business, program)));
    }

    /** The free programme is no longer of use to whoever has bought the full one. */
    private List<ProgramRow> waiting(BusinessId business, ClientId client) {
        var stranded = rows.of(business, clients.members(business, client)).stream()
                .filter(program -> program.state() == ProgramState.UNDELIVERABLE)
                .toList();
        var paid = stranded.stream().filter(ProgramRow::paid).toList();
        return paid.isEmpty() ? stranded.stream().limit(1).toList() : paid.reversed();
    }

    private void send(BusinessId business, ProgramRow seen) {
        var program = rows.lock(business, seen.id());
        if (program.state() == ProgramState.UNDELIVERABLE) {
            versions.find(business, program.id(), program.version())
                    .ifPresent(kept -> delivery.send(business, program, kept.content(), kept.file(), null));
        }
    }
}
