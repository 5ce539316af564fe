package io.orbita.clients;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/**
 * Staff, or a program of the business, noted what was done with a client just now.
 *
 * @param type as of the action
 * @param planned whether who noted it said when the next contact is to be
 */
public record StaffAction(
        BusinessId business,
        ClientId client,
        long action,
        String type,
        boolean planned,
        @Nullable Long by) implements DomainEvent {}
