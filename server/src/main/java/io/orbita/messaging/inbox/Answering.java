package io.orbita.messaging.inbox;

import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.notices.StaffTalk;
import io.orbita.messaging.spi.Inbound;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has what came in answered, in order within a conversation. The mark «answered», what the answerer remembers and the answers it queues are one
 * transaction: a crash leaves all or nothing of them.
 */
@Component
public class Answering implements Due {
    static final String KIND = "messaging.answer";

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final int MOST_ATTEMPTS = 6;

    private final Waiting waiting;
    private final Conversations conversations;
    private final Witness witness;
    private final StaffTalk staffTalk;
    private final ObjectProvider<Inbound> answerer;
    private final List<Carrier> carriers;
    private final TransactionTemplate transaction;

    Answering(
            Waiting waiting,
            Conversations conversations,
            Witness witness,
            StaffTalk staffTalk,
            ObjectProvider<Inbound> answerer,
            List<Carrier> carriers,
            TransactionTemplate transaction) {
        this.waiting = waiting;
        this.conversations = conversations;
        this.witness = witness;
        this.staffTalk = staffTalk;
        this.answerer = answerer;
        this.carriers = carriers;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A message that cannot be answered is given up by its own count, so that it does not hold up those behind it. */
    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(BusinessId business, String ref) {
        long conversation = Long.parseLong(ref);
        while (true) {
            Optional<Waiting.Row> row = transaction.execute(status -> waiting.begin(business, conversation));
            if (row.isEmpty()) {
                return;
            }
            if (row.get().attempts() > MOST_ATTEMPTS) {
                transaction.executeWithoutResult(status -> giveUp(business, conversation, row.get()));
                continue;
            }
            Talk talk = transaction.execute(status -> answer(business, conversation, row.get()));
            if (row.get().callback() != null) {
                acknowledge(business, talk.channel(), row.get().callback());
            }
        }
    }

    private Talk answer(BusinessId business, long conversation, Waiting.Row row) {
        Talk talk = conversations.lock(business, conversation);
        if (!waiting.stillWaits(business, row.message())) {
            return talk;
        }
        waiting.told(business, talk, row).ifPresent(message -> {
            if (!staffTalk.takes(business, message)) {
                answerer.ifAvailable(it -> it.on(business, message));
            }
            witness.saw(business, conversation, row, message);
        });
        witness.done(business, row);
        return talk;
    }

    private void giveUp(BusinessId business, long conversation, Waiting.Row row) {
        Talk talk = conversations.lock(business, conversation);
        if (waiting.stillWaits(business, row.message())) {
            log.error("message {} of business {} could not be answered", row.message(), business);
            witness.unanswered(business, talk, row);
        }
    }

    private void acknowledge(BusinessId business, Channel channel, String callback) {
        carriers.stream().filter(it -> it.channel() == channel).forEach(it -> it.acknowledge(business, callback));
    }
}
