package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/**
 * A client gave their score at the end of a programme, or changed it.
 *
 * @param score 0 to 10
 */
public record NpsAnswered(BusinessId business, ClientId client, long program, int score) implements DomainEvent {}
