package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** Another time zone stands on a client's card: their days and nights are others now. */
public record ClientZoneChanged(BusinessId business, ClientId client) implements DomainEvent {}
