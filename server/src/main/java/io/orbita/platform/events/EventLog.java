package io.orbita.platform.events;

import static io.orbita.platform.jdbc.Sql.at;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes each fact down in its own transaction: what followers read later is exactly what was committed. */
@Component
class EventLog {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    EventLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DomainEvent event) {
        jdbc.sql("""
                        insert into platform.event_log (business_id, type, facts, at)
                        values (:business, :type, :facts::jsonb, :at)
                        """)
                .param("business", event.business().value())
                .param("type", event.getClass().getSimpleName())
                .param("facts", json.writeValueAsString(event))
                .param("at", at(clock.instant()))
                .update();
    }
}
