package io.orbita.messaging.spi;

import io.orbita.messaging.Channel;
import io.orbita.messaging.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person did in a private chat, neutral to the channel.
 *
 * @param message our id of it, unique and growing inside the business
 * @param sender the verified id of the person in the channel
 * @param firstName as the channel says; may be empty
 * @param at the channel's time
 */
public record InboundMessage(
        ConversationId conversation,
        Channel channel,
        long message,
        String sender,
        String firstName,
        @Nullable String lastName,
        @Nullable String username,
        Instant at,
        What what) {

    /** What was done. */
    public sealed interface What {
        /** Plain text, cleaned of control characters, at most 4,096 UTF-16 units. */
        record Text(String text) implements What {}

        /** {@code /name payload}; the name in lower case without slash and bot name, the payload may be empty. */
        record Command(String name, String payload) implements What {}

        /** A press of a button; {@code onMessage} is our id of the message it stood under, null when unknown. */
        record Press(String data, @Nullable Long onMessage) implements What {}

        /** A shared contact; {@code own} is true only when it is the sender's own number. The phone is as sent. */
        record Contact(String phone, boolean own) implements What {}

        /** A photo, voice, document, sticker, location …; the caption may be empty. */
        record Media(String kind, String caption) implements What {}

        /** The person blocked the bot. */
        record Blocked() implements What {}

        /** The person let the bot in again. */
        record Unblocked() implements What {}
    }
}
