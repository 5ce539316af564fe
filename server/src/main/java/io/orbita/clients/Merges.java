package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Making one person of two cards, and two of one again. No row changes its client: the merged card points at the standing one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Merges {
    static final Duration UNDOABLE = Duration.ofDays(30);
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    /** A merge as it is shown. */
    record Merge(
            long id,
            long standing,
            long merged,
            String reason,
            List<String> filled,
            Instant at,
            @Nullable Long by,
            @Nullable Instant undoneAt) {}

    private record Pair(long standing, long merged) {}

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Fillings fillings;
    private final Timeline timeline;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Merges(
            JdbcClient jdbc,
            ClientRows rows,
            Fillings fillings,
            Timeline timeline,
            JsonMapper json,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fillings = fillings;
        this.timeline = timeline;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /** Makes one person of both; {@code standing}'s card stands. Empty when they are one person already. */
    Optional<Merge> merge(BusinessId business, long standing, long merged, String reason, @Nullable Long by) {
        Pair pair = lock(business, standing, merged);
        if (pair.standing() == pair.merged()) {
            return Optional.empty();
        }
        List<String> filled = fillings.found(business, pair.standing(), pair.merged());
        fillings.fill(business, pair.standing(), pair.merged());
        point(business, pair);
        recount(business, pair.standing());
        Instant now = clock.instant();
        long id = jdbc.sql("""
                        insert into clients.merge (business_id, standing, merged, reason, filled, at, by_user)
                        values (:business, :standing, :merged, :reason, :filled::jsonb, :now, :by) returning id
                        """)
                .param("business", business.value())
                .param("standing", pair.standing())
                .param("merged", pair.merged())
                .param("reason", reason)
                .param("filled", json.writeValueAsString(filled))
                .param("now", Sql.at(now))
                .param("by", by)
                .query(Long.class)
                .single();
        tell(business, "clients.merge", pair, id, now, by);
        events.publishEvent(
                new ClientsMerged(business, id, new ClientId(pair.standing()), new ClientId(pair.merged()), by));
        return Optional.of(new Merge(id, pair.standing(), pair.merged(), reason, filled, now, by, null));
    }

    /**
     * Makes two persons of one again. What came with a client's own identity since stays with that client.
     *
     * @throws MergeRefusals.NotUndoable when it is too late, was done already, or the standing card was merged itself since
     */
    Merge undo(BusinessId business, long id, @Nullable Long by) {
        Merge merge = find(business, id).orElseThrow(MergeRefusals::unknown);
        Pair pair = new Pair(merge.standing(), merge.merged());
        if (lock(business, pair.standing(), pair.standing()).standing() != pair.standing()) {
            throw new MergeRefusals.NotUndoable();
        }
        Instant now = clock.instant();
        boolean undone = jdbc.sql("""
                                update clients.merge set undone_at = :now, undone_by = :by
                                 where business_id = :business and id = :id and undone_at is null and at > :since
                                """)
                        .param("business", business.value())
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .param("by", by)
                        .param("since", Sql.at(now.minus(UNDOABLE)))
                        .update()
                == 1;
        if (!undone) {
            throw new MergeRefusals.NotUndoable();
        }
        fillings.empty(business, pair.standing(), pair.merged(), merge.filled());
        part(business, pair.merged());
        recount(business, pair.standing());
        recount(business, pair.merged());
        tell(business, "clients.merge-undone", pair, id, now, by);
        events.publishEvent(
                new MergeUndone(business, id, new ClientId(pair.standing()), new ClientId(pair.merged()), by));
        return new Merge(
                id, pair.standing(), pair.merged(), merge.reason(), merge.filled(), merge.at(), merge.by(), now);
    }

    Optional<Merge> find(BusinessId business, long id) {
        return jdbc.sql("select * from clients.merge where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> merge(row))
                .optional();
    }

    List<Merge> of(BusinessId business, long client) {
        return jdbc.sql("""
                        select * from clients.merge where business_id = :business and (standing = :client or merged = :client)
                         order by id desc limit 200
                        """)
                .param("business", business.value())
                .param("client", client)
                .query((row, _) -> merge(row))
                .list();
    }

    private Merge merge(java.sql.ResultSet row) throws java.sql.SQLException {
        java.sql.Timestamp undone = row.getTimestamp("undone_at");
        return new Merge(
                row.getLong("id"),
                row.getLong("standing"),
                row.getLong("merged"),
                row.getString("reason"),
                json.readValue(row.getString("filled"), NAMES),
                row.getTimestamp("at").toInstant(),
                row.getObject("by_user", Long.class),
                undone == null ? null : undone.toInstant());
    }

    /**
     * Locks all cards of both persons. Merges come one after another; the merged cards are locked before the standing ones, as everybody does who locks more than one
     * row ({@link ClientRows#lockWithOwn}), so that nobody waits for each other.
     */
    private Pair lock(BusinessId business, long standing, long merged) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('clients.merge', :business))")
                .param("business", business.value())
                .query((_, _) -> true)
                .single();
        Pair found = pair(business, standing, merged);
        jdbc.sql("""
                        select id from clients.client
                         where business_id = :business and stands_as in (:standing, :merged) and merged_into is not null
                         order by id for no key update
                        """)
                .param("business", business.value())
                .param("standing", found.standing())
                .param("merged", found.merged())
                .query(Long.class)
                .list();
        rows.lock(business, Math.min(found.standing(), found.merged()));
        rows.lock(business, Math.max(found.standing(), found.merged()));
        return found;
    }

    private Pair pair(BusinessId business, long standing, long merged) {
        return new Pair(
                rows.standing(business, standing).orElseThrow(ClientRows::unknown),
                rows.standing(business, merged).orElseThrow(ClientRows::unknown));
    }

    private void point(BusinessId business, Pair pair) {
        jdbc.sql("""
                        update clients.client
                           set stands_as = :standing, version = version + 1,
                               merged_into = case when id = :merged then :standing else merged_into end
                         where business_id = :business and stands_as = :merged
                        """)
                .param("business", business.value())
                .param("standing", pair.standing())
                .param("merged", pair.merged())
                .update();
    }

    /** The card and all that were merged into it before stand for themselves. */
    private void part(BusinessId business, long merged) {
        jdbc.sql("""
                        with recursive own as (
                          select id from clients.client where business_id = :business and id = :merged
                          union all
                          select c.id from clients.client c join own on c.merged_into = own.id where c.business_id = :business)
                        update clients.client
                           set stands_as = :merged, version = version + 1,
                               merged_into = case when id = :merged then null else merged_into end
                         where business_id = :business and id in (select id from own)
                        """)
                .param("business", business.value())
                .param("merged", merged)
                .update();
    }

    private void recount(BusinessId business, long standing) {
        jdbc.sql("""
                        update clients.client s
                           set version = s.version + 1,
                               paid_total_minor = (select sum(m.paid_minor) from clients.client m
                                                    where m.business_id = :business and m.stands_as = s.id),
                               last_contact_at = (select max(m.contacted_at) from clients.client m
                                                   where m.business_id = :business and m.stands_as = s.id),
                               archived_at = (select case when count(m.archived_at) = count(*) then max(m.archived_at) end
                                                from clients.client m where m.business_id = :business and m.stands_as = s.id)
                         where s.business_id = :business and s.id = :standing
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .update();
    }

    private void tell(BusinessId business, String kind, Pair pair, long id, Instant at, @Nullable Long by) {
        timeline.write(
                business,
                pair.standing(),
                Timeline.line(kind, "merge:" + id, at, Map.of("merge", id, "merged", pair.merged()), by));
    }
}
