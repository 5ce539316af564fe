package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A programme is ready but the client cannot be reached over any channel. */
public record ProgramUndeliverable(BusinessId business, ClientId client, long program, boolean paid)
        implements DomainEvent {}
