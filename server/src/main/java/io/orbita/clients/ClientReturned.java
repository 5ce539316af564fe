package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/**
 * A client who was given up (their stage has the role {@code inactive}) came again by themselves.
 *
 * @param cause through what, as in {@link ClientAppeared}
 */
public record ClientReturned(BusinessId business, ClientId client, String cause) implements DomainEvent {}
