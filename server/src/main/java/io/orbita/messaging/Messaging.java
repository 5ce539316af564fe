package io.orbita.messaging;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door of the room: saying something to somebody. */
@Component
public class Messaging {
    /**
     * Queues a message in the caller's transaction; it leaves after the commit. Messages of one conversation leave in the order they were queued.
     *
     * @return its id, the one of the first when the key was used before
     */
    public long send(BusinessId business, Outgoing message) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Takes back what has not left yet. */
    public void cancel(BusinessId business, String dedupeKey) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** Where the client is best reached: the chat they wrote in last, if it still takes messages; e-mail otherwise, when an address is known. */
    public Optional<Conversation> bestFor(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The conversation of that id. */
    public Optional<Conversation> conversation(BusinessId business, ConversationId id) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** The conversation over e-mail with the client at that address, made when there is none. */
    public Conversation mailTo(BusinessId business, ClientId client, String email) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** From now on the conversation belongs to that client. */
    public void belongsTo(BusinessId business, ConversationId conversation, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /** A link that opens the bot with the payload ({@code https://t.me/<bot>?start=…}, or the sandbox's chat page); empty when there is no bot. */
    public Optional<String> botLink(BusinessId business, String payload) {
        throw new UnsupportedOperationException("the door is not open yet");
    }
}
