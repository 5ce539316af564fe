package io.orbita.messaging;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/** The channel took the message. Told once for each message, in the transaction that marks it sent. */
public record MessageDelivered(
        BusinessId business,
        ConversationId conversation,
        @Nullable ClientId client,
        long message,
        String kind,
        String dedupeKey)
        implements DomainEvent {}
