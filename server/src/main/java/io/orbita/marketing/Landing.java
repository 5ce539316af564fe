package io.orbita.marketing;

import io.orbita.marketing.Next.Reason;
import io.orbita.messaging.MessageDelivered;
import io.orbita.messaging.MessageFailed;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hears what became of a reminder on its way. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Landing {
    private final ReminderRows reminders;
    private final Clock clock;

    Landing(ReminderRows reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @EventListener
    public void on(MessageDelivered event) {
        if (event.kind().equals(DedupeKey.KIND)) {
            DedupeKey.read(event.dedupeKey())
                    .ifPresent(key -> reminders.arrived(event.business(), key, event.message(), clock.instant()));
        }
    }

    /** Who blocked us did not get it; of any other failure nobody knows whether they did. */
    @EventListener
    public void on(MessageFailed event) {
        if (event.kind().equals(DedupeKey.KIND)) {
            DedupeKey.read(event.dedupeKey())
                    .ifPresent(key -> reminders.settle(
                            event.business(),
                            key,
                            event.unreachable() ? "failed" : "unknown",
                            event.unreachable() ? Reason.UNREACHABLE : Reason.UNKNOWN,
                            clock.instant()));
        }
    }
}
