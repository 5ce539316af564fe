package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Leads as staff sees and works them. */
@Component
@Transactional
class LeadList {
    private static final TypeReference<LinkedHashMap<String, String>> MARKS = new TypeReference<>() {};

    /** A lead as it is shown; {@code clientId} is the card that stands for the person. */
    record Lead(
            long id,
            long clientId,
            String clientName,
            String source,
            Map<String, String> utm,
            String status,
            @Nullable String notes,
            Instant createdAt,
            Instant changedAt) {}

    private static final String SELECT = """
            select l.id, s.id as client_id, s.name, l.source, l.utm, l.status, l.notes, l.created_at, l.changed_at
              from clients.lead l
              join clients.client c on c.business_id = l.business_id and c.id = l.client_id
              join clients.client s on s.business_id = c.business_id and s.id = c.stands_as
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ClientRows rows;
    private final Timeline timeline;
    private final News news;
    private final Clock clock;

    LeadList(JdbcClient jdbc, JsonMapper json, ClientRows rows, Timeline timeline, News news, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.timeline = timeline;
        this.news = news;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Page<Lead> page(
            BusinessId business,
            @Nullable String status,
            @Nullable Long client,
            @Nullable String source,
            @Nullable String cursor,
            int limit) {
        Cursor after = Cursor.read(cursor, 2);
        Where where = new Where("l.business_id", business)
                .and("l.status = :status", "status", status)
                .and("l.source = :source", "source", source);
        if (client != null) {
            where.and(
                    "l.client_id = any(:members)",
                    "members",
                    rows.members(business, client).toArray(Long[]::new));
        }
        if (after != null) {
            where.and("(l.created_at, l.id) < (:at, :id)", "at", Sql.at(after.instant(0)))
                    .with("id", after.number(1));
        }
        List<Lead> leads = jdbc.sql(SELECT + where.sql() + " order by l.created_at desc, l.id desc limit :limit")
                .params(where.parameters())
                .param("limit", limit + 1)
                .query((row, _) -> lead(row))
                .list();
        return Page.cut(leads, limit, lead -> Cursor.of(lead.createdAt(), lead.id()));
    }

    @Transactional(readOnly = true)
    public Lead get(BusinessId business, long id) {
        return jdbc.sql(SELECT + " where l.business_id = :business and l.id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> lead(row))
                .optional()
                .orElseThrow(() -> new NotFound("Лид не найден.", "There is no such lead."));
    }

    public Lead change(BusinessId business, long id, String status, @Nullable String notes, @Nullable Long by) {
        Lead before = get(business, id);
        Instant now = clock.instant();
        boolean changed = jdbc.sql("""
                                update clients.lead set status = :status, notes = :notes, changed_at = :now
                                 where business_id = :business and id = :id
                                   and (status <> :status or notes is distinct from :notes)
                                """)
                        .param("business", business.value())
                        .param("id", id)
                        .param("status", status)
                        .param("notes", notes)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
        if (changed) {
            news.tell(business, "lead", id, before.clientId());
        }
        if (changed && !before.status().equals(status)) {
            timeline.write(
                    business,
                    before.clientId(),
                    Timeline.line(
                            "clients.lead",
                            "lead:" + id + ":" + status + ":" + now,
                            now,
                            Map.of("lead", id, "status", status),
                            by));
        }
        return get(business, id);
    }

    private Lead lead(ResultSet row) throws SQLException {
        return new Lead(
                row.getLong("id"),
                row.getLong("client_id"),
                row.getString("name"),
                row.getString("source"),
                json.readValue(row.getString("utm"), MARKS),
                row.getString("status"),
                row.getString("notes"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }
}
