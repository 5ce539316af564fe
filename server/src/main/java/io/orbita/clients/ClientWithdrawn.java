package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A client made by mistake is about to go as if they had never been: each room takes back what it wrote by itself when they appeared. */
public record ClientWithdrawn(BusinessId business, ClientId client) implements DomainEvent {}
