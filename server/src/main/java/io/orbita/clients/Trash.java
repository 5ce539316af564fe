package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deleted clients, for 30 days: they can be taken back, and meanwhile block no phone and no e-mail. Then they are erased. */
@Component
@Transactional
class Trash {
    static final Duration KEPT = Duration.ofDays(30);

    /** A client in the trash, and when they are erased for good. */
    record Deleted(ClientSummary client, Instant deletedAt, Instant purgeAt) {}

    private record Row(long id, Instant deletedAt) {}

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Summaries summaries;
    private final Timeline timeline;
    private final DueWork due;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Trash(
            JdbcClient jdbc,
            ClientRows rows,
            Summaries summaries,
            Timeline timeline,
            DueWork due,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.summaries = summaries;
        this.timeline = timeline;
        this.due = due;
        this.clock = clock;
        this.events = events;
    }

    /** Puts the person into the trash; nothing when they are there. */
    public void put(BusinessId business, long client, @Nullable Long by) {
        ClientRows.Standing standing = rows.lock(business, client);
        Instant now = clock.instant();
        boolean put = jdbc.sql("""
                                update clients.client
                                   set deleted_at = :now, archived_at = coalesce(archived_at, :now), version = version + 1
                                 where business_id = :business and id = :client and deleted_at is null and erased_at is null
                                """)
                        .param("business", business.value())
                        .param("client", standing.id())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
        if (!put) {
            return;
        }
        jdbc.sql("""
                        update clients.identity set verified = false, parked = true
                         where business_id = :business and client_id = any(:members) and verified and kind in ('PHONE', 'EMAIL')
                        """)
                .param("business", business.value())
                .param("members", rows.members(business, standing.id()).toArray(Long[]::new))
                .update();
        due.at(Purge.KIND, business, Long.toString(standing.id()), now.plus(KEPT));
        tell(business, standing.id(), "clients.trashed", now, by);
        if (!standing.archived()) {
            events.publishEvent(new ClientArchived(business, new ClientId(standing.id()), true));
        }
    }

    /**
     * Takes the person back from the trash or the archive.
     *
     * @param unverified whether a phone or e-mail that somebody else has got meanwhile is to come back as an unverified one
     * @throws ClientRefusals.RestoreConflict when it is not, and there is one
     */
    public void restore(BusinessId business, long client, boolean unverified, @Nullable Long by) {
        long standing = rows.lock(business, client).id();
        Map<Long, String> taken = taken(business, standing);
        if (!unverified && !taken.isEmpty()) {
            var first = taken.entrySet().iterator().next();
            throw new ClientRefusals.RestoreConflict(first.getKey(), first.getValue());
        }
        if (rows.archive(business, standing, false)) {
            tell(business, standing, "clients.restored", clock.instant(), by);
            events.publishEvent(new ClientArchived(business, new ClientId(standing), false));
        }
    }

    /** Who has got the parked phones and e-mails of the person meanwhile. */
    private Map<Long, String> taken(BusinessId business, long standing) {
        var taken = new java.util.TreeMap<Long, String>();
        jdbc.sql("""
                        select o.client_id, o.kind from clients.identity i
                          join clients.identity o on o.business_id = i.business_id and o.kind = i.kind and o.hash = i.hash and o.verified
                         where i.business_id = :business and i.parked and i.client_id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", rows.members(business, standing).toArray(Long[]::new))
                .query(row -> {
                    taken.put(row.getLong("client_id"), row.getString("kind").equals("PHONE") ? "phones" : "emails");
                });
        return taken;
    }

    @Transactional(readOnly = true)
    public boolean holds(BusinessId business, long client) {
        return jdbc.sql("""
                        select exists (select from clients.client c join clients.client s on s.business_id = c.business_id and s.id = c.stands_as
                                        where c.business_id = :business and c.id = :client and s.deleted_at is not null)
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Boolean.class)
                .single();
    }

    /** The last deleted first. */
    @Transactional(readOnly = true)
    public Page<Deleted> page(BusinessId business, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, 2);
        List<Row> found = jdbc.sql("""
                        select id, deleted_at from clients.client
                         where business_id = :business and merged_into is null and deleted_at is not null
                           and (:start or (deleted_at, id) < (:at::timestamptz, :id))
                         order by deleted_at desc, id desc limit :limit
                        """)
                .param("business", business.value())
                .param("start", after == null)
                .param("at", after == null ? null : Sql.at(after.instant(0)))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query((row, _) -> new Row(
                        row.getLong("id"), row.getTimestamp("deleted_at").toInstant()))
                .list();
        var shown = summaries.of(business, found.stream().map(Row::id).toList());
        return Page.cut(
                found.stream()
                        .map(row -> new Deleted(
                                Objects.requireNonNull(shown.get(row.id())),
                                row.deletedAt(),
                                row.deletedAt().plus(KEPT)))
                        .toList(),
                limit,
                one -> Cursor.of(one.deletedAt(), one.client().id()));
    }

    private void tell(BusinessId business, long client, String kind, Instant at, @Nullable Long by) {
        timeline.write(business, client, Timeline.line(kind, kind + ":" + client + ":" + at, at, Map.of(), by));
    }

    /** Erases who was not taken back. */
    @Component("clients.purge")
    static class Purge implements Due {
        static final String KIND = "clients.purge";

        private final JdbcClient jdbc;
        private final Erasures erasures;
        private final Clock clock;
        private final org.springframework.transaction.support.TransactionTemplate transaction;

        Purge(
                JdbcClient jdbc,
                Erasures erasures,
                Clock clock,
                org.springframework.transaction.support.TransactionTemplate transaction) {
            this.jdbc = jdbc;
            this.erasures = erasures;
            this.clock = clock;
            this.transaction = transaction;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(BusinessId business, String ref) {
            boolean over = Boolean.TRUE.equals(transaction.execute(_ -> jdbc.sql("""
                            select exists (select from clients.client
                                            where business_id = :business and id = :client and deleted_at <= :since and erased_at is null)
                            """)
                    .param("business", business.value())
                    .param("client", Long.parseLong(ref))
                    .param("since", Sql.at(clock.instant().minus(KEPT)))
                    .query(Boolean.class)
                    .single()));
            if (over) {
                erasures.erase(business, new ClientId(Long.parseLong(ref)));
            }
        }
    }
}
