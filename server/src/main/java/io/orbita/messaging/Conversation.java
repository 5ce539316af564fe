package io.orbita.messaging;

import io.orbita.clients.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as other rooms see it.
 *
 * @param client whose it is; null while nobody is known
 * @param reachable false once the person blocked us
 */
public record Conversation(
        ConversationId id, Channel channel, @Nullable ClientId client, boolean reachable) {}
