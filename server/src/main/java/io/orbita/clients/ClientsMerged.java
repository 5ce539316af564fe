package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/**
 * Two cards turned out to be one person.
 *
 * @param merge the id of the merge
 * @param standing the card that stands for the person from now on
 * @param merged the card that points at it
 * @param by the staff user who merged them, null for the system
 */
public record ClientsMerged(
        BusinessId business,
        long merge,
        ClientId standing,
        ClientId merged,
        @Nullable Long by) implements DomainEvent {}
