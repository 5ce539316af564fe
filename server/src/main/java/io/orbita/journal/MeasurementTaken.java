package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A client's journal has new or corrected figures; told once for a sitting, not for each figure. */
public record MeasurementTaken(BusinessId business, ClientId client, long entry) implements DomainEvent {}
