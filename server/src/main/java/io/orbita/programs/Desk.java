package io.orbita.programs;

import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Messaging;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.programs.ProgramRows.Debt;
import io.orbita.programs.ProgramRows.Made;
import io.orbita.programs.content.Composition;
import io.orbita.programs.content.ProgramContent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff do with programmes by hand. */
@Component
class Desk {
    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final Delivery delivery;
    private final Messaging messaging;
    private final Workbench bench;
    private final TransactionTemplate transaction;

    Desk(
            ProgramRows rows,
            VersionRows versions,
            Clients clients,
            Delivery delivery,
            Messaging messaging,
            Workbench bench,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.delivery = delivery;
        this.messaging = messaging;
        this.bench = bench;
        this.transaction = transaction;
    }

    /** What a new version is made with. */
    @Component
    record Workbench(Printing printing, DueWork due, Audit audit, Clock clock) {}

    /** Inside the caller's transaction: the debt; it is made within seconds. */
    ProgramView generate(Caller caller, long client, int weeks, boolean send) {
        BusinessId business = caller.business();
        known(business, client);
        Instant now = bench.clock().instant();
        long id = rows.owe(business, Debt.byHand(new ClientId(client), weeks, send, caller.user()), now)
                .orElseThrow();
        bench.due().now(Making.KIND, business, Making.ref(id));
        bench.audit()
                .record(
                        business,
                        caller.key(),
                        "programs.generate",
                        Long.toString(id),
                        Map.of("client", client, "weeks", weeks));
        return view(business, rows.get(business, id));
    }

    /** Made anew of today's answers and templates, as the next version. */
    ProgramView remake(Caller caller, long id) {
        BusinessId business = caller.business();
        return done(() -> {
            ProgramRow program = open(business, id);
            boolean first = program.version() == 0;
            bench.due().now(Making.KIND, business, first ? Making.ref(id) : Making.refAgain(id));
            bench.audit().record(business, caller.key(), "programs.remake", Long.toString(id), Map.of());
            return view(business, program);
        });
    }

    /** A copy for another client, addressed to them. Call {@link #copy} first, outside a transaction. */
    ProgramView assign(Caller caller, long id, long client, Copy copy) {
        BusinessId business = caller.business();
        known(business, client);
        ProgramRow from = rows.get(business, id);
        Instant now = bench.clock().instant();
        long made = rows.owe(business, Debt.byHand(new ClientId(client), from.weeks(), false, caller.user()), now)
                .orElseThrow();
        versions.add(
                business,
                made,
                new VersionRows.Draft(1, "assigned", null, copy.content(), copy.file(), caller.user()),
                now);
        rows.made(
                business,
                made,
                new Made(1, copy.content().goal(), from.profile(), from.origin(), from.reserve(), null, false, null),
                now);
        bench.audit()
                .record(
                        business,
                        caller.key(),
                        "programs.assign",
                        Long.toString(made),
                        Map.of("from", id, "client", client));
        return view(business, rows.get(business, made));
    }

    /** A programme's content for somebody else, printed. */
    record Copy(ProgramContent content, String file) {}

    Copy copy(BusinessId business, long id, long client) {
        ProgramContent content = done(() -> {
            known(business, client);
            ProgramRow program = made(business, id);
            VersionRows.Kept kept = kept(business, program);
            return addressed(
                    kept.content(),
                    Composition.printable(
                            clients.contacts(business, new ClientId(client)).name()));
        });
        return new Copy(content, bench.printing().printed(business, content));
    }

    private static ProgramContent addressed(ProgramContent content, String name) {
        String old = content.clientName().replaceFirst(" .*", "");
        String now = name.replaceFirst(" .*", "");
        List<String> intro = new ArrayList<>(content.intro());
        if (!intro.isEmpty() && !old.isEmpty() && intro.getFirst().startsWith(old)) {
            intro.set(0, now + intro.getFirst().substring(old.length()));
        }
        return new ProgramContent(
                content.title(),
                name,
                content.goal(),
                content.paid(),
                content.facts(),
                intro,
                content.doctorsNote(),
                content.reasons(),
                content.guide(),
                content.weeks(),
                content.techniques(),
                content.offer());
    }

    /** Queues the newest version once more, in the caller's transaction; returns the message's id. */
    long send(Caller caller, long id) {
        BusinessId business = caller.business();
        ProgramRow program = made(business, rows.lock(business, id).id());
        if (messaging.bestFor(business, program.client()).isEmpty()) {
            throw new ProgramRefusals.NoWayToClient();
        }
        VersionRows.Kept kept = kept(business, program);
        bench.audit()
                .record(business, caller.key(), "programs.send", Long.toString(id), Map.of("version", kept.number()));
        return delivery.send(business, program, kept.content(), kept.file(), caller.user())
                .orElseThrow(ProgramRefusals.NoWayToClient::new);
    }

    private void known(BusinessId business, long client) {
        if (!clients.exists(business, new ClientId(client))) {
            throw new Invalid("client_id", "unknown", "Такого клиента нет");
        }
    }

    private ProgramRow open(BusinessId business, long id) {
        ProgramRow program = rows.get(business, id);
        if (program.state() == ProgramState.WITHDRAWN) {
            throw new ProgramRefusals.Withdrawn();
        }
        return program;
    }

    private ProgramRow made(BusinessId business, long id) {
        ProgramRow program = open(business, id);
        if (program.version() == 0) {
            throw new ProgramRefusals.NotMade();
        }
        return program;
    }

    private VersionRows.Kept kept(BusinessId business, ProgramRow program) {
        return versions.find(business, program.id(), program.version()).orElseThrow(ProgramRefusals.NotMade::new);
    }

    private ProgramView view(BusinessId business, ProgramRow program) {
        return ProgramView.of(
                program, clients.contacts(business, program.client()).name());
    }

    private <T> T done(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
