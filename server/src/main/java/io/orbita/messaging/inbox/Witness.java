package io.orbita.messaging.inbox;

import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.messaging.notices.Alarm;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of the house learns of a message that came. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Witness {
    private static final int EXCERPT = 200;

    private final Waiting waiting;
    private final Conversations conversations;
    private final Clients clients;
    private final Unread unread;
    private final Alarm alarm;
    private final Clock clock;

    Witness(Waiting waiting, Conversations conversations, Clients clients, Unread unread, Alarm alarm, Clock clock) {
        this.waiting = waiting;
        this.conversations = conversations;
        this.clients = clients;
        this.unread = unread;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** It was answered; whose conversation it is, is known by now or never. */
    public void saw(BusinessId business, long conversation, Waiting.Row row, InboundMessage message) {
        Talk talk = conversations.find(business, conversation).orElseThrow();
        Instant now = clock.instant();
        if (message.what() instanceof What.Blocked) {
            alarm.unreachable(business, talk);
        } else if (talk.clientId() != null) {
            clients.contacted(business, talk.clientId(), now);
            unread.recount(business, talk.clientId());
            if (!(message.what() instanceof What.Press) && !(message.what() instanceof What.Unblocked)) {
                clients.remember(business, talk.clientId(), line(talk, row, now));
            }
        }
    }

    /** It needs no answer any more. */
    public void done(BusinessId business, Waiting.Row row) {
        waiting.done(business, row.message(), false, clock.instant());
    }

    /** Nobody managed to answer it. */
    public void unanswered(BusinessId business, Talk talk, Waiting.Row row) {
        waiting.done(business, row.message(), true, clock.instant());
        alarm.unanswered(business, row.message(), talk);
    }

    private static TimelineEntry line(Talk talk, Waiting.Row row, Instant now) {
        var text = row.body();
        return new TimelineEntry(
                "messaging.in",
                Long.toString(row.message()),
                now,
                Map.of(
                        "conversation", talk.id(),
                        "message", row.message(),
                        "channel", talk.channel().name().toLowerCase(Locale.ROOT),
                        "kind", row.kind()),
                text == null || text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 1) + "…",
                null);
    }
}
