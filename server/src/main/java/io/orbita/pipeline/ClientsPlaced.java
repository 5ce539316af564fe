package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;

/**
 * Many new clients stand at their first stages: told once in place of a {@link Moved} for each, with no stage before and of the first cycle.
 *
 * @param cause as in {@link Moved}
 */
public record ClientsPlaced(BusinessId business, List<Placed> clients, String cause) implements DomainEvent {
    public ClientsPlaced {
        clients = List.copyOf(clients);
    }

    /** One of them, with the move that put them there. */
    public record Placed(ClientId client, long move, long to) {}
}
