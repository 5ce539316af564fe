package io.orbita.messaging.vk;

import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Received.Sender;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.Incoming;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Events of a community, by whichever way they came: read, and kept once. */
@Component
class VkIntake {
    private final VkReader reader = new VkReader();
    private final Incoming incoming;
    private final Conversations conversations;
    private final VkGroups groups;
    private final VkLine line;
    private final TransactionTemplate transaction;
    private final Clock clock;

    VkIntake(
            Incoming incoming,
            Conversations conversations,
            VkGroups groups,
            VkLine line,
            TransactionTemplate transaction,
            Clock clock) {
        this.incoming = incoming;
        this.conversations = conversations;
        this.groups = groups;
        this.line = line;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Inside the business, outside a transaction: who writes for the first time is asked about at VK. */
    void take(BusinessId business, String group, JsonNode event) {
        var sender = newcomer(business, event);
        reader.read(event, clock.instant(), sender)
                .ifPresent(it -> transaction.executeWithoutResult(status -> incoming.keep(
                        business, Channel.VK, "vk:" + group + (it.message() ? "" : ":event"), it.received())));
    }

    /** Events hold no names. */
    private Sender newcomer(BusinessId business, JsonNode event) {
        long user = event.path("type").stringValue("").equals("message_new") ? VkReader.author(event) : 0;
        boolean known = user == 0
                || conversations
                        .named(business, Channel.VK, Long.toString(user))
                        .isPresent();
        return known
                ? new Sender(null, null, null, null)
                : groups.token(business)
                        .map(token -> new VkClient(line, token).who(user))
                        .orElseGet(() -> new Sender(null, null, null, null));
    }
}
