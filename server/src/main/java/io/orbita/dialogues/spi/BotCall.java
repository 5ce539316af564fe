package io.orbita.dialogues.spi;

import io.orbita.businesses.StaffMember;
import io.orbita.clients.ClientId;
import io.orbita.messaging.ConversationId;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param message our id of the message that asks: a key for things that must happen once for it
 * @param staff the staff user whose chat this is, null for everybody else
 */
public record BotCall(
        BusinessId business,
        ConversationId conversation,
        ClientId client,
        long message,
        @Nullable StaffMember staff) {}
