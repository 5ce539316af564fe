package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Leads: one interest of a client from one source. */
@Component
@Transactional
public class Leads {
    private static final Duration SAME_INTEREST = Duration.ofDays(1);
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Timeline timeline;
    private final JsonMapper json;
    private final Clock clock;

    Leads(JdbcClient jdbc, ClientRows rows, Timeline timeline, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.timeline = timeline;
        this.json = json;
        this.clock = clock;
    }

    /** A new interest of a client who is known already; a second one from the same source within a day is the same. */
    public long open(BusinessId business, ClientId client, String source, Map<String, String> utm) {
        rows.lock(business, client.value());
        String from = Newcomer.cut(source, 100);
        return recent(business, client, from).orElseGet(() -> insert(business, client, from, Newcomer.marks(utm)));
    }

    /** The open leads of the client become {@code qualified}; a converted or lost one stays. */
    public void qualified(BusinessId business, ClientId client) {
        advance(business, client, "qualified", "new", "contacted");
    }

    /** The open leads of the client become {@code converted}. */
    public void converted(BusinessId business, ClientId client) {
        advance(business, client, "converted", "new", "contacted", "qualified");
    }

    /** Who came by a link is the interest that left it: the lead that their coming opened is taken back, when the visit has one of its own. */
    void joined(BusinessId business, long visit, long follower) {
        jdbc.sql("""
                        delete from clients.lead l
                         where l.business_id = :business and l.client_id = :follower and l.status = 'new' and l.created_at >= :since
                           and exists (select from clients.lead v
                                        where v.business_id = :business and v.client_id = :visit
                                          and v.status in ('new', 'contacted', 'qualified'))
                        """)
                .param("business", business.value())
                .param("visit", visit)
                .param("follower", follower)
                .param("since", Sql.at(clock.instant().minus(JUST_NOW)))
                .update();
    }

    private Optional<Long> recent(BusinessId business, ClientId client, String source) {
        return jdbc.sql("""
                        select id from clients.lead
                         where business_id = :business and client_id = any(:members) and source = :source
                           and status in ('new', 'contacted', 'qualified') and created_at > :since
                         order by created_at desc, id desc limit 1
                        """)
                .param("business", business.value())
                .param("members", members(business, client))
                .param("source", source)
                .param("since", Sql.at(clock.instant().minus(SAME_INTEREST)))
                .query(Long.class)
                .optional();
    }

    private long insert(BusinessId business, ClientId client, String source, Map<String, String> utm) {
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into clients.lead (business_id, client_id, source, utm, status, created_at, changed_at)
                        values (:business, :client, :source, :utm::jsonb, 'new', :now, :now) returning id
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("source", source)
                .param("utm", json.writeValueAsString(utm))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        timeline.write(
                business,
                client.value(),
                Timeline.line(
                        "clients.lead",
                        "lead:" + id + ":new",
                        now,
                        Map.of("lead", id, "status", "new", "source", source),
                        null));
        return id;
    }

    private void advance(BusinessId business, ClientId client, String status, String... from) {
        Instant now = clock.instant();
        jdbc.sql("""
                        update clients.lead set status = :status, changed_at = :now
                         where business_id = :business and client_id = any(:members) and status = any(:from) returning id
                        """)
                .param("business", business.value())
                .param("members", members(business, client))
                .param("status", status)
                .param("from", from)
                .param("now", Sql.at(now))
                .query(Long.class)
                .list()
                .forEach(id -> timeline.write(
                        business,
                        client.value(),
                        Timeline.line(
                                "clients.lead",
                                "lead:" + id + ":" + status,
                                now,
                                Map.of("lead", id, "status", status),
                                null)));
    }

    private Long[] members(BusinessId business, ClientId client) {
        return rows.members(business, client.value()).toArray(Long[]::new);
    }
}
