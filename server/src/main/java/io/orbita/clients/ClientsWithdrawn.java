package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;

/** Clients made by mistake are about to go as if they had never been: each room takes back what it wrote by itself when they appeared. */
public record ClientsWithdrawn(BusinessId business, List<ClientId> clients) implements DomainEvent {
    public ClientsWithdrawn {
        clients = List.copyOf(clients);
    }
}
