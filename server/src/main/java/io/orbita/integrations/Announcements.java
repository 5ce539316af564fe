package io.orbita.integrations;

import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down what there is to tell and to whom, in the transaction of the fact. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Announcements {
    private final Webhooks webhooks;
    private final DeliveryRows rows;
    private final DueWork due;
    private final JsonMapper json;
    private final Clock clock;

    Announcements(Webhooks webhooks, DeliveryRows rows, DueWork due, JsonMapper json, Clock clock) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.due = due;
        this.json = json;
        this.clock = clock;
    }

    /** @param data is asked for only when somebody listens */
    public void tell(BusinessId business, EventKind kind, Supplier<Map<String, Object>> data) {
        List<Long> listening = webhooks.listening(business, kind);
        if (listening.isEmpty()) {
            return;
        }
        long event = event(business, kind, data.get());
        listening.forEach(webhook -> begin(business, webhook, event));
    }

    /** As {@link #tell}, for many events of one kind with a fixed number of statements. */
    public void tellAll(
            BusinessId business, EventKind kind, Supplier<? extends List<? extends Map<String, Object>>> data) {
        List<Long> listening = webhooks.listening(business, kind);
        if (listening.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        var bodies = new LinkedHashMap<String, String>();
        data.get().forEach(one -> {
            String id = DeliveryRows.newId();
            bodies.put(id, json.writeValueAsString(body(id, kind, now, one)));
        });
        List<Long> deliveries = rows.events(business, kind.wire(), bodies, listening, now);
        due.at(
                Delivering.KIND,
                business,
                deliveries.stream().map(String::valueOf).toList(),
                now);
    }

    /** The event of the button «test», for one webhook, sent by the caller; returns the delivery. */
    public long test(BusinessId business, long webhook) {
        return rows.delivery(
                business, webhook, event(business, EventKind.TEST, Map.of("webhook_id", webhook)), clock.instant());
    }

    /** The same event once more, under the same id; returns the delivery. */
    public long again(BusinessId business, DeliveryRows.Delivery delivery) {
        return begin(business, delivery.webhookId(), delivery.eventId());
    }

    private long begin(BusinessId business, long webhook, long event) {
        long delivery = rows.delivery(business, webhook, event, clock.instant());
        due.now(Delivering.KIND, business, String.valueOf(delivery));
        return delivery;
    }

    private long event(BusinessId business, EventKind kind, Map<String, Object> data) {
        Instant now = clock.instant();
        String id = DeliveryRows.newId();
        return rows.event(business, id, kind.wire(), json.writeValueAsString(body(id, kind, now, data)), now);
    }

    private static Map<String, Object> body(String id, EventKind kind, Instant now, Map<String, Object> data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", id);
        body.put("type", kind.wire());
        body.put("timestamp", now);
        body.put("data", data);
        return body;
    }
}
