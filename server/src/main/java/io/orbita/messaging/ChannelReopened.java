package io.orbita.messaging;

import io.orbita.clients.ClientId;
import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;

/** A person who could not be reached over this conversation takes messages again: let the bot in anew, or wrote. */
public record ChannelReopened(BusinessId business, ConversationId conversation, ClientId client)
        implements DomainEvent {}
