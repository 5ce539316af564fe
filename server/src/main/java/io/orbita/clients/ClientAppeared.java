package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/**
 * A client came into being.
 *
 * @param cause {@code bot}, {@code form}, {@code chat}, {@code purchase}, {@code manual}, {@code import} or {@code api}
 * @param stage the stage asked for by who made it, null for the first
 * @param by the staff user who made it, null for nobody
 */
public record ClientAppeared(
        BusinessId business,
        ClientId client,
        String cause,
        @Nullable Long stage,
        @Nullable Long by) implements DomainEvent {}
