package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A client went to the archive, or came back from it ({@code archived} false). */
public record ClientArchived(BusinessId business, ClientId client, boolean archived) implements DomainEvent {}
