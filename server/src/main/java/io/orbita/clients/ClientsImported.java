package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many clients came into being at once, from a table. Told once for all of them in place of {@link ClientAppeared}: whoever listens to the one listens to the other, and
 * draws the same consequences with a fixed number of statements.
 *
 * @param clients in the order of the table, each standing at its stage already
 * @param by the staff user who imported them, null for nobody
 */
public record ClientsImported(
        BusinessId business,
        List<Arrived> clients,
        @Nullable Long by) implements DomainEvent {
    /** How they came, as in {@link ClientAppeared}. */
    public static final String CAUSE = "import";

    public ClientsImported {
        clients = List.copyOf(clients);
    }

    /** One of them; the stage was given by {@link io.orbita.clients.spi.FirstStages}. */
    public record Arrived(ClientId client, long stage) {}
}
