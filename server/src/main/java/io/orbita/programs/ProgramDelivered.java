package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/**
 * A programme reached the client for the first time (a resend is not told again).
 *
 * @param weeks how many weeks it has: 1 for the free one
 * @param next whether it starts only when the current one ends (a purchase while active)
 */
public record ProgramDelivered(
        BusinessId business, ClientId client, long program, boolean paid, int weeks, boolean next)
        implements DomainEvent {}
