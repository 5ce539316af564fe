package io.orbita.programs;

import io.orbita.clients.Clients;
import io.orbita.clients.Erasures;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.files.FileRemoval;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.ProgramRows.Made;
import io.orbita.programs.Workshop.Product;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what was made, once, and hands it to {@link Delivery}. */
@Component
class Handover {
    private final ProgramRows rows;
    private final VersionRows versions;
    private final Clients clients;
    private final Delivery delivery;
    private final Notices notices;
    private final FileStore files;
    private final Paper paper;

    Handover(
            ProgramRows rows,
            VersionRows versions,
            Clients clients,
            Delivery delivery,
            Notices notices,
            FileStore files,
            Paper paper) {
        this.rows = rows;
        this.versions = versions;
        this.clients = clients;
        this.delivery = delivery;
        this.notices = notices;
        this.files = files;
        this.paper = paper;
    }

    /** What a new row needs besides its facts. */
    @Component
    record Paper(
            TransactionTemplate transaction, JsonMapper json, Clock clock, FileRemoval removal, Erasures erasures) {}

    /** The programme, if it is still to be made. */
    Optional<ProgramRow> unmade(BusinessId business, long id, boolean again) {
        return rows.find(business, id).filter(program -> wanted(program, again));
    }

    private static boolean wanted(ProgramRow program, boolean again) {
        return program.state() != ProgramState.WITHDRAWN && (again || program.version() == 0);
    }

    /** Keeps the file, then writes version and message in one transaction; nothing when another worker was faster. */
    void made(BusinessId business, long id, boolean again, Product product, byte[] pdf) {
        String file = files.put(business, pdf);
        paper.transaction().executeWithoutResult(_ -> {
            ProgramRow before = rows.lock(business, id);
            if (!wanted(before, again) || (again && paper.erasures().erased(business, before.client()))) {
                // Nobody will ask for it any more; a person may have been forgotten while it was printed.
                paper.removal().ask(business, List.of(file));
                return;
            }
            Instant now = paper.clock().instant();
            int number = before.version() + 1;
            versions.add(
                    business,
                    id,
                    new VersionRows.Draft(number, number == 1 ? "made" : "remade", null, product.content(), file, null),
                    now);
            Instant after = before.paid() && number == 1 ? endOfCurrent(business, before, now) : before.startsAt();
            boolean next = number == 1 ? after != null : before.next();
            rows.made(
                    business,
                    id,
                    new Made(
                            number,
                            product.content().goal(),
                            product.explanation().profile(),
                            product.origin(),
                            product.explanation().whyReserve() != null,
                            paper.json().writeValueAsString(product.explanation()),
                            next,
                            after),
                    now);
            tellOfReserve(business, before, product.explanation());
            if (number == 1 && before.send()) {
                delivery.send(business, rows.get(business, id), product.content(), file, null);
            }
        });
    }

    /** When the paid programme that the client is on now ends; null when there is none. */
    private @Nullable Instant endOfCurrent(BusinessId business, ProgramRow program, Instant now) {
        Instant end = null;
        for (ProgramRow other : rows.of(business, clients.members(business, program.client()))) {
            Instant otherEnd = other.id() == program.id() ? null : other.endsAt();
            if (otherEnd != null && otherEnd.isAfter(now) && (end == null || otherEnd.isAfter(end))) {
                end = otherEnd;
            }
        }
        return end;
    }

    private void tellOfReserve(BusinessId business, ProgramRow program, Explanation explanation) {
        if (explanation.whyReserve() != null) {
            String name = clients.contacts(business, program.client()).name();
            notices.tell(
                    business,
                    Notice.of(
                            "programs.reserve",
                            "program:" + program.id() + ":reserve",
                            "Для клиента %s в вашей таблице не нашлось программы, взяли запасную из библиотеки. Почему: %s."
                                    .formatted(name, explanation.whyReserve()),
                            program.client()));
        }
    }
}
