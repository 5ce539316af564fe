package io.orbita.messaging;

import io.orbita.platform.events.DomainEvent;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The events of this room whose transactions were committed. */
public class Told {
    private final List<DomainEvent> events = new CopyOnWriteArrayList<>();

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(MessageDelivered event) {
        events.add(event);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(MessageFailed event) {
        events.add(event);
    }

    public List<MessageDelivered> delivered(BusinessId business) {
        return of(business, MessageDelivered.class);
    }

    public List<MessageFailed> failed(BusinessId business) {
        return of(business, MessageFailed.class);
    }

    private <T extends DomainEvent> List<T> of(BusinessId business, Class<T> type) {
        return events.stream()
                .filter(it -> it.business().equals(business))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
