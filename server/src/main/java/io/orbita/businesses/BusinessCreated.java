package io.orbita.businesses;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A business was made; each room lays out its defaults in the same transaction. */
public record BusinessCreated(BusinessId business) implements DomainEvent {}
