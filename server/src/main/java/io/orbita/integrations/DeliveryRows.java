package io.orbita.integrations;

import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there was to tell, and how it was told. Kept for 30 days. */
@Component
class DeliveryRows {
    private static final Duration LIFE = Duration.ofDays(30);

    /** A delivery with its event. */
    record Delivery(
            long id,
            long webhookId,
            long eventId,
            String publicId,
            String kind,
            String body,
            Instant eventAt,
            String state,
            int attempts,
            @Nullable Instant nextAt,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** A try as it is shown; what each outcome means: {@link Courier.Result}. */
    record Attempt(Instant at, String outcome, @Nullable Integer status, int tookMs) {}

    private static final String SELECT = """
            select d.id, d.webhook_id, d.event_id, e.public_id, e.kind, e.body, e.at as event_at, d.state, d.attempts, d.next_at,
                   d.created_at, d.finished_at
              from integrations.delivery d
              join integrations.event e on e.business_id = d.business_id and e.id = d.event_id
             where d.business_id = :business
            """;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static String newId() {
        return "msg_" + PublicId.random(27);
    }

    long event(BusinessId business, String publicId, String kind, String body, Instant at) {
        sweep(business, at.minus(LIFE));
        return jdbc.sql("""
                        insert into integrations.event (business_id, public_id, kind, body, at)
                        values (:business, :public, :kind, :body, :at) returning id
                        """)
                .param("business", business.value())
                .param("public", publicId)
                .param("kind", kind)
                .param("body", body)
                .param("at", Sql.at(at))
                .query(Long.class)
                .single();
    }

    /**
     * Many events of one kind, each to be delivered to each of these webhooks. Returns the deliveries.
     *
     * @param bodies by public id, in their order
     */
    List<Long> events(
            BusinessId business, String kind, Map<String, String> bodies, Collection<Long> webhooks, Instant at) {
        sweep(business, at.minus(LIFE));
        return jdbc.sql("""
                        with told as (
                          insert into integrations.event (business_id, public_id, kind, body, at)
                          select :business, e.public, :kind, e.body, :at
                            from unnest(:ids::text[], :bodies::text[]) with ordinality as e (public, body, place) order by e.place
                          returning id)
                        insert into integrations.delivery (business_id, webhook_id, event_id, state, next_at, created_at)
                        select :business, w.id, told.id, 'waiting', :at, :at
                          from told cross join unnest(:webhooks::bigint[]) as w (id) order by told.id, w.id
                        returning id
                        """)
                .param("business", business.value())
                .param("kind", kind)
                .param("ids", bodies.keySet().toArray(String[]::new))
                .param("bodies", bodies.values().toArray(String[]::new))
                .param("webhooks", webhooks.toArray(Long[]::new))
                .param("at", Sql.at(at))
                .query(Long.class)
                .list();
    }

    /** Each new event takes a few with it that are past their time, so that no job has to walk over tenants. */
    private void sweep(BusinessId business, Instant old) {
        jdbc.sql("""
                        delete from integrations.event
                         where business_id = :business
                           and id in (select id from integrations.event where business_id = :business and at < :old order by at limit 20)
                        """)
                .param("business", business.value())
                .param("old", Sql.at(old))
                .update();
    }

    long delivery(BusinessId business, long webhook, long event, Instant now) {
        return jdbc.sql("""
                        insert into integrations.delivery (business_id, webhook_id, event_id, state, next_at, created_at)
                        values (:business, :webhook, :event, 'waiting', :now, :now) returning id
                        """)
                .param("business", business.value())
                .param("webhook", webhook)
                .param("event", event)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<Delivery> find(BusinessId business, long id) {
        return jdbc.sql(SELECT + " and d.id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(Delivery.class)
                .optional();
    }

    /** The newest first, older than that one. */
    List<Delivery> page(BusinessId business, long webhook, long before, int limit) {
        return jdbc.sql(SELECT + " and d.webhook_id = :webhook and d.id < :before order by d.id desc limit :limit")
                .param("business", business.value())
                .param("webhook", webhook)
                .param("before", before)
                .param("limit", limit)
                .query(Delivery.class)
                .list();
    }

    List<Attempt> attempts(BusinessId business, long delivery) {
        return jdbc.sql("""
                        select at, outcome, status, took_ms from integrations.attempt
                         where business_id = :business and delivery_id = :delivery order by id limit 200
                        """)
                .param("business", business.value())
                .param("delivery", delivery)
                .query(Attempt.class)
                .list();
    }

    void attempt(BusinessId business, long delivery, Instant at, Courier.Result result) {
        jdbc.sql("""
                        insert into integrations.attempt (business_id, delivery_id, at, outcome, status, took_ms)
                        values (:business, :delivery, :at, :outcome, :status, :took)
                        """)
                .param("business", business.value())
                .param("delivery", delivery)
                .param("at", Sql.at(at))
                .param("outcome", result.outcome())
                .param("status", result.status())
                .param("took", result.tookMs())
                .update();
        jdbc.sql(
                        "update integrations.delivery set attempts = attempts + 1 where business_id = :business and id = :delivery")
                .param("business", business.value())
                .param("delivery", delivery)
                .update();
    }

    void waits(BusinessId business, long delivery, Instant next) {
        jdbc.sql("update integrations.delivery set next_at = :next where business_id = :business and id = :delivery")
                .param("next", Sql.at(next))
                .param("business", business.value())
                .param("delivery", delivery)
                .update();
    }

    void ends(BusinessId business, long delivery, String state, Instant now) {
        jdbc.sql("""
                        update integrations.delivery set state = :state, next_at = null, finished_at = :now
                         where business_id = :business and id = :delivery
                        """)
                .param("state", state)
                .param("now", Sql.at(now))
                .param("business", business.value())
                .param("delivery", delivery)
                .update();
    }
}
