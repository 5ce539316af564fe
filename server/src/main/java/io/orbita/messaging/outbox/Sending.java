package io.orbita.messaging.outbox;

import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.inbox.Conversations;
import io.orbita.messaging.inbox.Talk;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is queued in one conversation, one message after another: intent written, provider called, outcome written. One piece of due work a
 * conversation keeps the order there and lets conversations run side by side.
 */
@Component
class Sending implements Due {
    static final String KIND = "messaging.send";

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int MOST_AT_ONCE = 50;

    private final Queue queue;
    private final Consequences consequences;
    private final Conversations conversations;
    private final DueWork due;
    private final Map<Channel, Carrier> carriers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sending(
            Queue queue,
            Consequences consequences,
            Conversations conversations,
            DueWork due,
            List<Carrier> carriers,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.consequences = consequences;
        this.conversations = conversations;
        this.due = due;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The queue gives up single messages by its own rules; looking at it never ends. */
    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    private sealed interface Step {
        /** Nothing may leave now; what waits is due at its time. */
        record Rest() implements Step {}

        /** A message was settled without sending. */
        record Settled() implements Step {}

        record Carry(Item item, Carrier carrier, Carrier.Parcel parcel) implements Step {}
    }

    @Override
    public void run(BusinessId business, String ref) {
        long conversation = Long.parseLong(ref);
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Step step = transaction.execute(status -> next(business, conversation));
            if (step instanceof Step.Rest) {
                return;
            }
            if (step instanceof Step.Carry carry) {
                Outcome outcome = attempt(business, carry);
                transaction.executeWithoutResult(
                        status -> consequences.of(business, carry.item(), carry.carrier(), outcome));
            }
        }
        transaction.executeWithoutResult(status -> due.now(KIND, business, ref));
    }

    private Step next(BusinessId business, long conversation) {
        Instant now = clock.instant();
        var first = queue.first(business, conversation, now);
        if (first.isEmpty()) {
            queue.nextTime(business, conversation).ifPresent(time -> again(business, conversation, time));
            return new Step.Rest();
        }
        Item item = first.get();
        Talk talk = conversations.find(business, conversation).orElseThrow();
        if (item.state().equals("sending") && !item.mustArrive()) {
            consequences.lost(business, item);
            return new Step.Settled();
        }
        if (!talk.reachable()) {
            consequences.unreachable(business, item);
            return new Step.Settled();
        }
        if (item.retryAt() != null && item.retryAt().isAfter(now)) {
            return waitOrLeave(business, talk, item, item.retryAt(), now);
        }
        Carrier carrier = carriers.get(talk.channel());
        if (carrier == null) {
            throw new IllegalStateException("nobody carries for " + talk.channel());
        }
        String address = conversations.address(business, talk);
        Duration hold = carrier.hold(business, address);
        if (!hold.isZero()) {
            again(business, conversation, now.plus(hold));
            return new Step.Rest();
        }
        if (!consequences.wanted(business, item)) {
            return new Step.Settled();
        }
        queue.sending(business, item, now);
        var parcel = new Carrier.Parcel(
                address,
                item.message() + "-" + item.partsDone(),
                item.content(),
                item.partsDone(),
                queue.known(business, item.editOf()));
        return new Step.Carry(item, carrier, parcel);
    }

    /** The provider failed and is asked again later; what must arrive does not wait for ever. */
    private Step waitOrLeave(BusinessId business, Talk talk, Item item, Instant retryAt, Instant now) {
        Instant wake = retryAt;
        if (item.failingSince() != null) {
            Instant end = Detour.end(item.failingSince());
            if (!end.isAfter(now) && consequences.leave(business, talk)) {
                return new Step.Settled();
            }
            wake = end.isAfter(now) && end.isBefore(retryAt) ? end : retryAt;
        }
        again(business, talk.id(), wake);
        return new Step.Rest();
    }

    private void again(BusinessId business, long conversation, Instant at) {
        due.at(KIND, business, Long.toString(conversation), at);
    }

    private static Outcome attempt(BusinessId business, Step.Carry carry) {
        try {
            return carry.carrier().carry(business, carry.parcel());
        } catch (RuntimeException ours) {
            log.error(
                    "message {} of business {} cannot be carried", carry.item().message(), business, ours);
            return new Outcome.Unknown("our error: " + ours.getClass().getSimpleName());
        }
    }
}
