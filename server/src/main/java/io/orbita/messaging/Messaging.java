package io.orbita.messaging;

import io.orbita.clients.Addressees.Addressee;
import io.orbita.clients.ClientId;
import io.orbita.messaging.channel.BotAddress;
import io.orbita.messaging.inbox.Attendance;
import io.orbita.messaging.inbox.BestWay;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.Reaches;
import io.orbita.messaging.inbox.Talk;
import io.orbita.messaging.outbox.Bulk;
import io.orbita.messaging.outbox.Outbox;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: saying something to somebody. Every verb runs in the caller's transaction, or in one of its own. */
@Component
@Transactional
public class Messaging {
    private final Conversations conversations;
    private final BestWay bestWay;
    private final Attendance attendance;
    private final Outbox outbox;
    private final Bulk bulk;
    private final Reaches reaches;
    private final List<BotAddress> bots;

    Messaging(
            Conversations conversations,
            BestWay bestWay,
            Attendance attendance,
            Outbox outbox,
            Bulk bulk,
            Reaches reaches,
            List<BotAddress> bots) {
        this.conversations = conversations;
        this.bestWay = bestWay;
        this.attendance = attendance;
        this.outbox = outbox;
        this.bulk = bulk;
        this.reaches = reaches;
        this.bots = bots;
    }

    /**
     * Queues a message in the caller's transaction; it leaves after the commit. Messages of one conversation leave in the order they were queued.
     *
     * @return its id, the one of the first when the key was used before
     */
    public long send(BusinessId business, Outgoing message) {
        return outbox.put(business, message);
    }

    /**
     * As {@link #send}, for very many messages with a few statements: new ones without files, for at once. A message whose key was used before is left out.
     */
    public void send(BusinessId business, List<Outgoing> messages) {
        bulk.put(business, messages);
    }

    /** Takes back what has not left yet; false when there was nothing to take back. */
    public boolean cancel(BusinessId business, String dedupeKey) {
        return outbox.cancel(business, dedupeKey);
    }

    /** How each of these people is reached now, by the card that stands for them; changes nothing. */
    @Transactional(readOnly = true)
    public Map<Long, Reach> reach(BusinessId business, Collection<Addressee> people) {
        return reaches.of(business, people);
    }

    /** Where the client is best reached: the messenger they wrote in last, if it still takes messages; e-mail otherwise, when an address is known. */
    public Optional<Conversation> bestFor(BusinessId business, ClientId client) {
        return bestWay.to(business, client).map(Talk::shown);
    }

    /** The conversation of that id. */
    @Transactional(readOnly = true)
    public Optional<Conversation> conversation(BusinessId business, ConversationId id) {
        return conversations.find(business, id.value()).map(Talk::shown);
    }

    /** The conversation over e-mail with the client at that address, made when there is none. */
    public Conversation mailTo(BusinessId business, ClientId client, String email) {
        return conversations.mail(business, client, email).shown();
    }

    /** From now on the conversation belongs to that client. */
    public void belongsTo(BusinessId business, ConversationId conversation, ClientId client) {
        conversations.belongsTo(business, conversation.value(), client);
    }

    /** Whether a staff user talks with the person there now; then the bot leaves ordinary words to them. */
    @Transactional(readOnly = true)
    public boolean withStaff(BusinessId business, ConversationId conversation) {
        return attendance.of(business, conversation.value()).isPresent();
    }

    /** The bot answers there by itself again. */
    public void handBack(BusinessId business, ConversationId conversation) {
        attendance.end(business, conversation.value());
    }

    /** A link that opens the bot with the payload ({@code https://t.me/<bot>?start=…}, or the sandbox's chat page); empty when there is no bot. */
    @Transactional(readOnly = true)
    public Optional<String> botLink(BusinessId business, String payload) {
        return bots.stream()
                .map(it -> it.link(business, payload))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
