package io.orbita.platform.events;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.platform.jdbc.LateRows;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes each fact down in its own transaction: what followers read later is exactly what was committed. */
@Component
class EventLog {
    private final LateRows rows;
    private final JsonMapper json;
    private final Clock clock;

    EventLog(LateRows rows, JsonMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DomainEvent event) {
        rows.add(
                "insert into platform.event_log (business_id, type, facts, at) values (?, ?, ?::jsonb, ?)",
                event.business().value(),
                event.getClass().getSimpleName(),
                json.writeValueAsString(event),
                at(clock.instant()));
    }
}
