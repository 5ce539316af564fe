package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When the weeks of a paid programme are over, an active client has finished. */
@Component
class WeeksOver implements Due {
    static final String KIND = "pipeline.weeks-over";

    private final AutomaticMoves moves;
    private final TransactionTemplate transaction;

    WeeksOver(AutomaticMoves moves, TransactionTemplate transaction) {
        this.moves = moves;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** {@code ref} is client:program. */
    @Override
    public void run(BusinessId business, String ref) {
        int colon = ref.indexOf(':');
        var client = new ClientId(Long.parseLong(ref.substring(0, colon)));
        long program = Long.parseLong(ref.substring(colon + 1));
        transaction.executeWithoutResult(_ -> moves.weeksOver(business, client, program));
    }
}
