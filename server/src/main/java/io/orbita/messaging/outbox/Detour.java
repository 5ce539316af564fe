package io.orbita.messaging.outbox;

import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Author;
import io.orbita.messaging.inbox.BestWay;
import io.orbita.messaging.inbox.Talk;
import io.orbita.messaging.notices.Alarm;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second way of what must arrive: once, over the person's next channel, with a note in the conversation that was left. The message that stays behind
 * is taken back, so that it does not leave when its channel works again; when it may have left already it is «unknown», which is what staff sees.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Detour {
    /** How long a channel may fail before its messages take another one. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Queue queue;
    private final Outbox outbox;
    private final BestWay bestWay;
    private final Alarm alarm;
    private final Clock clock;

    Detour(JdbcClient jdbc, Queue queue, Outbox outbox, BestWay bestWay, Alarm alarm, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.outbox = outbox;
        this.bestWay = bestWay;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** When the patience with a channel that fails since then ends. */
    static Instant end(Instant failingSince) {
        return failingSince.plus(PATIENCE);
    }

    /** The person takes nothing here any more: true when the message goes another way. */
    boolean around(BusinessId business, Item item, Talk talk) {
        if (!item.mayGoElsewhere()) {
            return false;
        }
        Optional<Talk> next = next(business, talk);
        next.ifPresent(other -> take(business, item, talk, other, "не принимает сообщения"));
        return next.isPresent();
    }

    /** The channel has failed for long: everything here that must arrive goes another way; false when there is none or nothing to send. */
    boolean around(BusinessId business, Talk talk) {
        var waiting = queue.waiting(business, talk.id(), clock.instant()).stream()
                .filter(Item::mayGoElsewhere)
                .toList();
        if (waiting.isEmpty()) {
            return false;
        }
        Optional<Talk> next = next(business, talk);
        if (next.isEmpty()) {
            return false;
        }
        waiting.forEach(item -> take(business, item, talk, next.get(), "не отвечает"));
        alarm.silent(business, talk.channel());
        return true;
    }

    private Optional<Talk> next(BusinessId business, Talk talk) {
        var client = talk.clientId();
        return client == null ? Optional.empty() : bestWay.around(business, client, talk.id());
    }

    private void take(BusinessId business, Item item, Talk from, Talk to, String trouble) {
        var note = "%s %s, отправлено %s"
                .formatted(from.channel().title(), trouble, to.channel().by());
        if (!queue.tookAnotherWay(business, item, note, clock.instant())) {
            return;
        }
        outbox.put(
                business,
                new Outgoing(
                        new ConversationId(to.id()),
                        item.content(),
                        item.kind(),
                        "fallback:" + item.message(),
                        item.promise(),
                        new Author(item.author(), item.staff()),
                        null,
                        null),
                item.message());
        keepNote(business, from.id(), note);
    }

    /** Staff reads it where the message was expected; the person never sees it. */
    private void keepNote(BusinessId business, long conversation, String note) {
        jdbc.sql("""
                        insert into messaging.message (business_id, conversation_id, direction, author, kind, body, said_at, created_at)
                        values (:business, :conversation, 'out', 'system', 'note.fallback', :note, :now, :now)
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("note", note)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
