package io.orbita.messaging;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/**
 * The message will not be sent any more.
 *
 * @param unreachable true when the person cannot be reached over this channel (blocked the bot), false for a dead letter
 */
public record MessageFailed(
        BusinessId business,
        ConversationId conversation,
        @Nullable ClientId client,
        long message,
        String kind,
        String dedupeKey,
        boolean unreachable)
        implements DomainEvent {}
