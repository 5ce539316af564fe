package io.orbita.payments;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was said about a payment and what it did; append-only. */
@Component
@Transactional
class PaymentLog {

    /** A page would be longer than anybody reads. */
    private static final int MOST = 200;

    /**
     * @param event what happened, in the words of {@code docs/payments.md}
     * @param outcome {@code moved}, {@code held}, {@code unfit} or {@code disbelieved}
     * @param state where the payment stood afterwards
     */
    record Entry(
            Instant at,
            String event,
            String source,
            String outcome,
            String state,
            @Nullable Long byUser) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PaymentLog(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param facts ids and figures only */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(
            BusinessId business, Payment payment, String event, News news, String outcome, Map<String, ?> facts) {
        jdbc.sql("""
                        insert into payments.payment_event
                               (business_id, payment_id, at, event, source, outcome, state, by_user, facts)
                        values (:business, :payment, :now, :event, :source, :outcome, :state, :by, :facts::jsonb)
                        """)
                .param("business", business.value())
                .param("payment", payment.id().value())
                .param("now", Sql.at(clock.instant()))
                .param("event", event)
                .param("source", news.source().wire())
                .param("outcome", outcome)
                .param("state", payment.state().wire())
                .param("by", news.by())
                .param("facts", json.writeValueAsString(facts))
                .update();
    }

    /** Whether such an entry stands there already: the same misfit is told once. */
    @Transactional(readOnly = true)
    public boolean has(BusinessId business, PaymentId payment, String event, String outcome) {
        return jdbc.sql("""
                        select exists (select 1 from payments.payment_event
                                        where business_id = :business and payment_id = :payment
                                          and event = :event and outcome = :outcome)
                        """)
                .param("business", business.value())
                .param("payment", payment.value())
                .param("event", event)
                .param("outcome", outcome)
                .query(Boolean.class)
                .single();
    }

    /** In the order in which it happened. */
    @Transactional(readOnly = true)
    public List<Entry> of(BusinessId business, PaymentId payment) {
        return jdbc.sql("""
                        select at, event, source, outcome, state, by_user from payments.payment_event
                         where business_id = :business and payment_id = :payment order by id limit :most
                        """)
                .param("business", business.value())
                .param("payment", payment.value())
                .param("most", MOST)
                .query(Entry.class)
                .list();
    }
}
