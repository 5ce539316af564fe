package io.orbita.clients;

import io.orbita.clients.Merges.Merge;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** The journal of merges, and the pointers that make one person of several cards. */
@Component
class MergeRows {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, JsonNode>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MergeRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Merges of a business come one after another. */
    void lock(BusinessId business) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('clients.merge', :business))")
                .param("business", business.value())
                .query((_, _) -> true)
                .single();
    }

    long insert(
            BusinessId business,
            long standing,
            long merged,
            String reason,
            Map<String, JsonNode> taken,
            Instant at,
            @Nullable Long by) {
        return jdbc.sql("""
                        insert into clients.merge (business_id, standing, merged, reason, filled, former, at, by_user)
                        values (:business, :standing, :merged, :reason, :filled::jsonb, :former::jsonb, :at, :by) returning id
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .param("reason", reason)
                .param("filled", filled(taken))
                .param("former", former(taken))
                .param("at", Sql.at(at))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    /** Writes anew what a merge took. */
    void taken(BusinessId business, long id, Map<String, JsonNode> taken) {
        jdbc.sql("""
                        update clients.merge set filled = :filled::jsonb, former = :former::jsonb
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("filled", filled(taken))
                .param("former", former(taken))
                .update();
    }

    private String filled(Map<String, JsonNode> taken) {
        return json.writeValueAsString(taken.entrySet().stream()
                .filter(field -> field.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList());
    }

    private String former(Map<String, JsonNode> taken) {
        var former = json.createObjectNode();
        taken.forEach((field, value) -> {
            if (!value.isNull()) {
                former.set(field, value);
            }
        });
        return former.toString();
    }

    /** What a merge took: fields to what the standing card held before. */
    Map<String, JsonNode> taken(BusinessId business, long id) {
        return jdbc.sql("""
                        select filled, coalesce(former, '{}') as former from clients.merge
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> {
                    Map<String, JsonNode> taken = json.readValue(row.getString("former"), VALUES);
                    json.readValue(row.getString("filled"), NAMES)
                            .forEach(name -> taken.put(name, NullNode.getInstance()));
                    return taken;
                })
                .single();
    }

    /** Returns whether it was in force and not older than {@code since}. */
    boolean undone(BusinessId business, long id, Instant now, Instant since, @Nullable Long by) {
        return jdbc.sql("""
                                update clients.merge set undone_at = :now, undone_by = :by
                                 where business_id = :business and id = :id and undone_at is null and at > :since
                                """)
                        .param("business", business.value())
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .param("by", by)
                        .param("since", Sql.at(since))
                        .update()
                == 1;
    }

    Optional<Merge> find(BusinessId business, long id) {
        return jdbc.sql("select * from clients.merge where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> merge(row))
                .optional();
    }

    /** In which a card took part, the newest first. */
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

    /** In force into the same card and later than that one, the oldest first. */
    List<Merge> later(BusinessId business, Merge merge) {
        return jdbc.sql("""
                        select * from clients.merge
                         where business_id = :business and standing = :standing and id > :id and undone_at is null order by id
                        """)
                .param("business", business.value())
                .param("standing", merge.standing())
                .param("id", merge.id())
                .query((row, _) -> merge(row))
                .list();
    }

    /** The merge in force by which the card was merged into another. */
    Optional<Long> over(BusinessId business, long merged) {
        return jdbc.sql("""
                        select id from clients.merge where business_id = :business and merged = :merged and undone_at is null
                        """)
                .param("business", business.value())
                .param("merged", merged)
                .query(Long.class)
                .optional();
    }

    /** In force, made by the rule at that time or later, the newest first. */
    List<Merge> byRule(BusinessId business, String rule, Instant since, int limit) {
        return jdbc.sql("""
                        select * from clients.merge
                         where business_id = :business and reason = :rule and at >= :since and undone_at is null
                         order by id desc limit :limit
                        """)
                .param("business", business.value())
                .param("rule", rule)
                .param("since", Sql.at(since))
                .param("limit", limit)
                .query((row, _) -> merge(row))
                .list();
    }

    /** The journal, the newest first. */
    Page<Merge> page(
            BusinessId business, @Nullable String rule, @Nullable Instant since, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, 1);
        Where where = new Where("business_id", business)
                .and("reason = :rule", "rule", rule)
                .and("at >= :since", "since", Sql.atOrNull(since))
                .and("id < :before", "before", after == null ? null : after.number(0));
        List<Merge> merges = jdbc.sql("select * from clients.merge" + where.sql() + " order by id desc limit :limit")
                .params(where.parameters())
                .param("limit", limit + 1)
                .query((row, _) -> merge(row))
                .list();
        return Page.cut(merges, limit, merge -> Cursor.of(merge.id()));
    }

    private Merge merge(ResultSet row) throws SQLException {
        String former = row.getString("former");
        return new Merge(
                row.getLong("id"),
                row.getLong("standing"),
                row.getLong("merged"),
                row.getString("reason"),
                json.readValue(row.getString("filled"), NAMES),
                former == null ? List.of() : List.copyOf(json.readTree(former).propertyNames()),
                row.getTimestamp("at").toInstant(),
                row.getObject("by_user", Long.class),
                Summaries.instant(row, "undone_at"));
    }

    /** Locks the merged cards behind both, as everybody does who locks more than one row: a merged card always before a standing one. */
    void lockMerged(BusinessId business, long standing, long merged) {
        jdbc.sql("""
                        select id from clients.client
                         where business_id = :business and stands_as in (:standing, :merged) and merged_into is not null
                         order by id for no key update
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .query(Long.class)
                .list();
    }

    void point(BusinessId business, long standing, long merged) {
        jdbc.sql("""
                        update clients.client
                           set stands_as = :standing, version = version + 1,
                               merged_into = case when id = :merged then :standing else merged_into end
                         where business_id = :business and stands_as = :merged
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .param("merged", merged)
                .update();
    }

    /** The card and all that were merged into it before stand for themselves. */
    void part(BusinessId business, long merged) {
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

    /** Figures that the standing card shows of all its members. */
    void recount(BusinessId business, long standing) {
        jdbc.sql("""
                        update clients.client s
                           set version = s.version + 1,
                               paid_total_minor = (select sum(m.paid_minor) from clients.client m
                                                    where m.business_id = :business and m.stands_as = s.id),
                               last_contact_at = (select max(m.contacted_at) from clients.client m
                                                   where m.business_id = :business and m.stands_as = s.id),
                               unread_total = (select sum(m.unread) from clients.client m
                                                where m.business_id = :business and m.stands_as = s.id),
                               task_due_at = (select min(coalesce(a.due_at, 'infinity')) from clients.client m
                                                join clients.action a on a.business_id = m.business_id and a.client_id = m.id
                                               where m.business_id = :business and m.stands_as = s.id and a.type = 'task' and a.done_at is null),
                               archived_at = (select case when count(m.archived_at) = count(*) then max(m.archived_at) end
                                                from clients.client m where m.business_id = :business and m.stands_as = s.id)
                         where s.business_id = :business and s.id = :standing
                        """)
                .param("business", business.value())
                .param("standing", standing)
                .update();
    }
}
