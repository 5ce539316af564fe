package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A client's own programmes, as the client may see them: made and not taken back, the newest first. */
@Component
@Transactional(readOnly = true)
class Mine {
    private final ProgramRows rows;
    private final Clients clients;

    Mine(ProgramRows rows, Clients clients) {
        this.rows = rows;
        this.clients = clients;
    }

    public List<ProgramRow> of(BusinessId business, ClientId client) {
        return all(business, client).stream()
                .filter(program -> program.version() > 0 && program.state() != ProgramState.WITHDRAWN)
                .toList();
    }

    /** Whether something is on its way: owed and not given up. */
    public boolean awaits(BusinessId business, ClientId client) {
        return all(business, client).stream().anyMatch(program -> program.state() == ProgramState.OWED);
    }

    private List<ProgramRow> all(BusinessId business, ClientId client) {
        return rows.of(business, clients.members(business, client));
    }
}
