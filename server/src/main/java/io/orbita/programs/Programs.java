package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.payments.PaymentId;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what a client was given, for pages that show it. */
@Component
@Transactional(readOnly = true)
public class Programs {
    private final ProgramRows rows;
    private final Mine mine;
    private final ProgramLinks links;

    Programs(ProgramRows rows, Mine mine, ProgramLinks links) {
        this.rows = rows;
        this.mine = mine;
        this.links = links;
    }

    /**
     * A programme as its client may see it.
     *
     * @param startsAt when its first week begins; null while nobody knows
     * @param link a relative address of the PDF that lives five minutes; null until it is made and after it was withdrawn
     */
    public record Given(
            long id,
            boolean paid,
            int weeks,
            ProgramState state,
            @Nullable Instant startsAt,
            @Nullable String link) {}

    /** What a payment bought; empty when its tariff has no programme or the payment is not complete. */
    public Optional<Given> ofPayment(BusinessId business, PaymentId payment) {
        return rows.byPayment(business, payment.value()).map(this::given);
    }

    /** All that were made for the client and not taken back, the newest first. */
    public List<Given> of(BusinessId business, ClientId client) {
        return mine.of(business, client).stream().map(this::given).toList();
    }

    private Given given(ProgramRow program) {
        boolean open = program.version() > 0 && program.state() != ProgramState.WITHDRAWN;
        return new Given(
                program.id(),
                program.paid(),
                program.weeks(),
                program.state(),
                program.startsAt(),
                open ? links.to(program).url() : null);
    }
}
