package io.orbita.marketing;

import io.orbita.clients.Addressees.Addressee;
import io.orbita.messaging.Reach;
import io.orbita.payments.PaymentView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client as a pass, a preview and a last look find them.
 *
 * @param queued decisions whose messages wait to leave
 * @param payment the last one they were given a link for, when nothing was paid since
 * @param businessName what the business is called
 */
record Known(
        Addressee person,
        Reach reach,
        Situation situation,
        List<ReminderRows.Kept> recent,
        @Nullable PaymentView payment,
        String businessName) {

    Past past() {
        return new Past(recent.stream().map(ReminderRows.Kept::decided).toList());
    }

    List<ReminderRows.Kept> queued() {
        return recent.stream().filter(ReminderRows.Kept::isQueued).toList();
    }

    /** The same without those decisions having been sent. */
    Past pastWithout(List<Past.Key> takenBack) {
        return new Past(recent.stream()
                .map(ReminderRows.Kept::decided)
                .map(one -> takenBack.contains(one.key()) ? new Past.Decided(one.key(), one.at(), false) : one)
                .toList());
    }
}
