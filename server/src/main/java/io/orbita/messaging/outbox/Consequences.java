package io.orbita.messaging.outbox;

import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.MessageDelivered;
import io.orbita.messaging.MessageFailed;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.Talk;
import io.orbita.messaging.notices.Alarm;
import io.orbita.messaging.spi.LastLook;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from one attempt: the promises of the queue, in one place. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Consequences {
    private static final Logger log = LoggerFactory.getLogger(Consequences.class);
    private static final int ATTEMPTS = 60;
    private static final int ATTEMPTS_OF_A_REMINDER = 12;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration PATIENCE_WITH_AN_ACCOUNT = Duration.ofHours(24);
    private static final int EXCERPT = 200;

    private final Queue queue;
    private final Conversations conversations;
    private final Detour detour;
    private final Alarm alarm;
    private final Others others;
    private final Clock clock;

    Consequences(Queue queue, Conversations conversations, Detour detour, Alarm alarm, Others others, Clock clock) {
        this.queue = queue;
        this.conversations = conversations;
        this.detour = detour;
        this.alarm = alarm;
        this.others = others;
        this.clock = clock;
    }

    /** Who is asked before a message leaves, and who is told what became of it. */
    @Component
    record Others(Clients clients, ObjectProvider<LastLook> looks, ApplicationEventPublisher events) {}

    /** Whether it may leave now, by the last look of who queued it; what may not is settled. What has begun to leave is never stopped. */
    public boolean wanted(BusinessId business, Item item) {
        if (!item.state().equals("queued") || item.partsDone() > 0) {
            return true;
        }
        var verdict = others.looks().stream()
                .filter(look -> look.kind().equals(item.kind()))
                .findFirst()
                .map(look -> look.look(business, item.dedupeKey()))
                .orElse(LastLook.Verdict.SEND);
        if (verdict.word() == LastLook.Word.DROP) {
            queue.dropped(business, item, clock.instant());
        } else if (verdict.later() != null) {
            queue.postponed(business, item, verdict.later());
        }
        return verdict.word() == LastLook.Word.SEND;
    }

    /** Writes the outcome of an attempt down. */
    public void of(BusinessId business, Item item, Carrier carrier, Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Outcome.Sent sent -> sent(business, item, carrier, sent, now);
            case Outcome.RetryAfter wait -> {
                carrier.pause(business, address(business, item), wait.delay());
                queue.later(business, item, now.plus(wait.delay()), false, "too fast", null, false);
            }
            case Outcome.TryLater failure -> again(business, item, failure.why(), now, false);
            case Outcome.Unknown unknown -> {
                if (item.mustArrive()) {
                    again(business, item, unknown.why(), now, true);
                } else {
                    lost(business, item);
                }
            }
            case Outcome.Unreachable gone -> {
                conversations.unreachable(
                        business, item.conversation(), gone.reason().name().toLowerCase(Locale.ROOT));
                alarm.unreachable(business, talk(business, item));
                unreachable(business, item);
            }
            case Outcome.Migrated moved -> {
                conversations.moved(business, item.conversation(), moved.chatId());
                queue.later(business, item, now, false, "moved", null, false);
            }
            case Outcome.Wrong wrong -> {
                log.error("message {} of business {} is refused: {}", item.message(), business, wrong.fault());
                dead(business, item, wrong.why(), now, false);
            }
            case Outcome.BotBroken broken -> {
                alarm.broken(business, carrier.channel(), broken.why());
                if (now.isAfter(item.notBefore().plus(PATIENCE_WITH_AN_ACCOUNT))) {
                    dead(business, item, broken.why(), now, false);
                } else {
                    queue.later(business, item, now.plus(LONGEST_WAIT), false, broken.why(), now, false);
                }
            }
        }
    }

    /** At most once: whether it left is not known, and it is not sent again. */
    public void lost(BusinessId business, Item item) {
        if (queue.unknown(business, item, "it is not known whether it left", clock.instant())) {
            others.events().publishEvent(failed(business, item, false));
        }
    }

    /** The channel has failed for long: what must arrive leaves it; false when nothing does. */
    public boolean leave(BusinessId business, Talk talk) {
        return detour.around(business, talk);
    }

    /** Nothing reaches this conversation any more; what must arrive goes over the next channel, if there is one. */
    public void unreachable(BusinessId business, Item item) {
        if (detour.around(business, item, talk(business, item))) {
            return;
        }
        if (queue.failed(business, item, "unreachable", clock.instant())) {
            others.events().publishEvent(failed(business, item, true));
        }
    }

    private void sent(BusinessId business, Item item, Carrier carrier, Outcome.Sent sent, Instant now) {
        if (item.partsDone() + 1 < carrier.parts(item.content())) {
            queue.partDone(business, item);
            return;
        }
        if (!queue.sent(business, item, sent, now)) {
            return;
        }
        Talk talk = talk(business, item);
        if (item.editOf() == null) {
            conversations.said(business, item.conversation(), item.message(), now, false);
            if (talk.clientId() != null && !item.isNotice()) {
                others.clients().contacted(business, talk.clientId(), now);
                others.clients().remember(business, talk.clientId(), line(item, talk, now));
            }
        }
        others.events()
                .publishEvent(new MessageDelivered(
                        business,
                        new ConversationId(item.conversation()),
                        talk.clientId(),
                        item.message(),
                        item.kind(),
                        item.toldKey()));
    }

    private static TimelineEntry line(Item item, Talk talk, Instant now) {
        var text = item.content().text();
        return new TimelineEntry(
                "messaging.out",
                Long.toString(item.message()),
                now,
                Map.of(
                        "conversation", item.conversation(),
                        "message", item.message(),
                        "channel", talk.channel().name().toLowerCase(Locale.ROOT),
                        "kind", item.kind(),
                        "file", item.content().document() != null),
                text.length() <= EXCERPT ? text : text.substring(0, EXCERPT - 1) + "…",
                item.staff());
    }

    private void again(BusinessId business, Item item, String why, Instant now, boolean uncertain) {
        int most = item.mustArrive() ? ATTEMPTS : ATTEMPTS_OF_A_REMINDER;
        if (item.attempts() + 1 >= most) {
            dead(business, item, why, now, uncertain);
            return;
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(item.attempts(), 10));
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        Duration jitter = bounded.multipliedBy(ThreadLocalRandom.current().nextInt(0, 250))
                .dividedBy(1000);
        queue.later(business, item, now.plus(bounded).plus(jitter), true, why, now, uncertain);
    }

    /** A dead letter is never silent, unless it only would have changed how an older message looks. */
    private void dead(BusinessId business, Item item, String why, Instant now, boolean uncertain) {
        boolean news = uncertain ? queue.unknown(business, item, why, now) : queue.failed(business, item, why, now);
        if (!news) {
            return;
        }
        others.events().publishEvent(failed(business, item, false));
        if (item.editOf() == null && !item.isNotice()) {
            alarm.deadLetter(business, item.message(), talk(business, item));
        }
    }

    private MessageFailed failed(BusinessId business, Item item, boolean unreachable) {
        return new MessageFailed(
                business,
                new ConversationId(item.conversation()),
                talk(business, item).clientId(),
                item.message(),
                item.kind(),
                item.toldKey(),
                unreachable);
    }

    private Talk talk(BusinessId business, Item item) {
        return conversations.find(business, item.conversation()).orElseThrow();
    }

    private String address(BusinessId business, Item item) {
        return conversations.address(business, talk(business, item));
    }
}
