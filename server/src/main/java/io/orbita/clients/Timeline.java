package io.orbita.clients;

import io.orbita.platform.jdbc.LateRows;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of a client: what every room wrote of them, one append-only table. */
@Component
class Timeline {
    /** One line as it is shown. */
    record Line(
            long id,
            String kind,
            String weight,
            Instant at,
            JsonNode facts,
            @Nullable String text,
            @Nullable Long by) {}

    private static final String WRITE = """
            insert into clients.timeline (business_id, client_id, kind, key, at, facts, text, by_user)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (business_id, kind, key) do nothing
            """;

    private final JdbcClient jdbc;
    private final LateRows rows;
    private final JsonMapper json;
    private final News news;

    Timeline(JdbcClient jdbc, LateRows rows, JsonMapper json, News news) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
        this.news = news;
    }

    void write(BusinessId business, long client, TimelineEntry entry) {
        rows.add(
                WRITE,
                business.value(),
                client,
                entry.kind(),
                entry.key(),
                Sql.at(entry.at()),
                json.writeValueAsString(entry.facts()),
                entry.text(),
                entry.by());
        tell(business, client, entry);
    }

    /** What stands in the history of a card changes what open pages show; moves and messages are told by their rooms. */
    private void tell(BusinessId business, long client, TimelineEntry entry) {
        switch (entry.kind()) {
            case "clients.lead" -> told(business, "lead", client, entry.facts().get("lead"));
            case "clients.task-done", "clients.task-reopened" ->
                told(business, "task", client, entry.facts().get("task"));
            case "clients.action" -> {
                boolean task = "task".equals(entry.facts().get("type"));
                told(
                        business,
                        task ? "task" : "client",
                        client,
                        task ? entry.facts().get("action") : (Object) client);
            }
            default -> {
                if (entry.kind().startsWith("clients.")) {
                    told(business, "client", client, client);
                }
            }
        }
    }

    private void told(BusinessId business, String kind, long client, @Nullable Object id) {
        if (id instanceof Long number) {
            news.tell(business, kind, number, client);
        }
    }

    /** For whoever is about to read or change lines by other statements in the same transaction. */
    void flush() {
        rows.flush();
    }

    /** A line of one of many clients. */
    record Written(long client, TimelineEntry entry) {}

    /** As {@link #write}, for lines of many clients with one statement. */
    void writeAll(BusinessId business, List<Written> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into clients.timeline (business_id, client_id, kind, key, at, facts, text, by_user)
                        select :business, l.client, l.kind, l.key, l.at, l.facts, l.text, l.by
                          from rows from (jsonb_to_recordset(:lines::jsonb)
                                          as (client bigint, kind text, key text, at timestamptz, facts jsonb, text text, by bigint))
                               with ordinality as l (client, kind, key, at, facts, text, by, place)
                         order by l.place
                        on conflict (business_id, kind, key) do nothing
                        """)
                .param("business", business.value())
                .param(
                        "lines",
                        json.writeValueAsString(
                                lines.stream().map(Timeline::flat).toList()))
                .update();
    }

    private static Map<String, @Nullable Object> flat(Written line) {
        TimelineEntry entry = line.entry();
        var flat = new java.util.HashMap<String, @Nullable Object>();
        flat.put("client", line.client());
        flat.put("kind", entry.kind());
        flat.put("key", entry.key());
        flat.put("at", entry.at());
        flat.put("facts", entry.facts());
        flat.put("text", entry.text());
        flat.put("by", entry.by());
        return flat;
    }

    /** The newest first; only lines of at least that weight. */
    Page<Line> page(BusinessId business, Collection<Long> members, Weight least, @Nullable String cursor, int limit) {
        Cursor after = Cursor.read(cursor, 2);
        List<Line> lines = jdbc.sql("""
                        select id, kind, at, facts, text, by_user from clients.timeline
                         where business_id = :business and client_id = any(:members)
                           and (not :important or kind like any(:importantKinds)) and (not :ordinary or kind not like all(:noise))
                           and (:start or (at, id) < (:at::timestamptz, :id))
                         order by at desc, id desc limit :limit
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("important", least == Weight.IMPORTANT)
                .param("importantKinds", Weight.IMPORTANT_KINDS.toArray(String[]::new))
                .param("ordinary", least == Weight.ORDINARY)
                .param("noise", Weight.NOISE_KINDS.toArray(String[]::new))
                .param("start", after == null)
                .param("at", after == null ? null : Sql.at(after.instant(0)))
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit + 1)
                .query((row, _) -> new Line(
                        row.getLong("id"),
                        row.getString("kind"),
                        Weight.of(row.getString("kind")).code(),
                        row.getTimestamp("at").toInstant(),
                        json.readTree(row.getString("facts")),
                        row.getString("text"),
                        row.getObject("by_user", Long.class)))
                .list();
        return Page.cut(lines, limit, line -> Cursor.of(line.at(), line.id()));
    }

    static TimelineEntry line(String kind, String key, Instant at, Map<String, Object> facts, @Nullable Long by) {
        return new TimelineEntry(kind, key, at, facts, null, by);
    }
}
