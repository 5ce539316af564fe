package io.orbita.clients.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks in the database: actions of that type. */
@Component
class TaskRows {
    /** A task as it is shown; {@code clientId} is that of the card that stands for the person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Task(
            long id,
            long clientId,
            String clientName,
            @Nullable String text,
            @Nullable Instant dueAt,
            @Nullable Long assignedTo,
            @Nullable Instant doneAt,
            @Nullable Long doneBy,
            @Nullable Long by,
            Instant createdAt) {}

    /** Which tasks; times bound {@code due_at}, null leaves a bound out. */
    record Asked(
            boolean done,
            @Nullable Long assignedTo,
            @Nullable Long client,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private static final String SELECT = """
            select a.id, s.id as client_id, s.name as client_name, a.text, a.due_at, a.assigned_to, a.done_at, a.done_by, a.by_user, a.created_at
              from clients.action a
              join clients.client c on c.business_id = a.business_id and c.id = a.client_id
              join clients.client s on s.business_id = a.business_id and s.id = c.stands_as
             where a.business_id = :business and a.type = 'task'
            """;

    private final JdbcClient jdbc;
    private final News news;
    private final Clock clock;

    TaskRows(JdbcClient jdbc, News news, Clock clock) {
        this.news = news;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Open ones by when they are due, without a time last; done ones the latest first. */
    List<Task> page(BusinessId business, Asked asked, @Nullable Cursor after, int limit) {
        String order = asked.done()
                ? " and a.done_at is not null and (:start or (a.done_at, a.id) < (:at::timestamptz, :id)) order by a.done_at desc, a.id desc"
                : """
                   and a.done_at is null and (:start or (coalesce(a.due_at, 'infinity'), a.id) > (:at::timestamptz, :id))
                  order by coalesce(a.due_at, 'infinity'), a.id""";
        String at = after == null || after.string(0).equals("infinity")
                ? "infinity"
                : after.instant(0).toString();
        return jdbc.sql(SELECT + """
                         and (:anybody or a.assigned_to = :staff) and (:anyone or s.id = :client)
                         and (:always or a.due_at >= :from) and (:forever or a.due_at < :until)
                        """ + order + " limit :limit")
                .param("business", business.value())
                .param("anybody", asked.assignedTo() == null)
                .param("staff", asked.assignedTo())
                .param("anyone", asked.client() == null)
                .param("client", asked.client())
                .param("always", asked.from() == null)
                .param("from", Sql.atOrNull(asked.from()))
                .param("forever", asked.until() == null)
                .param("until", Sql.atOrNull(asked.until()))
                .param("start", after == null)
                .param("at", at)
                .param("id", after == null ? 0 : after.number(1))
                .param("limit", limit)
                .query((row, _) -> task(row))
                .list();
    }

    Optional<Task> find(BusinessId business, long id) {
        return jdbc.sql(SELECT + " and a.id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> task(row))
                .optional();
    }

    void change(BusinessId business, long id, @Nullable String text, @Nullable Instant due, @Nullable Long assignee) {
        jdbc.sql("""
                        update clients.action set text = :text, due_at = :due, assigned_to = :assignee
                         where business_id = :business and id = :id and type = 'task'
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("text", text)
                .param("due", Sql.atOrNull(due))
                .param("assignee", assignee)
                .update();
        news.tell(business, "task", id, null);
    }

    /** Marks it done, or open again; returns whether that changed anything. */
    boolean done(BusinessId business, long id, boolean done, @Nullable Long by) {
        return jdbc.sql("""
                                update clients.action set done_at = case when :done then :now::timestamptz end, done_by = case when :done then :by::bigint end
                                 where business_id = :business and id = :id and type = 'task' and (done_at is not null) <> :done
                                """)
                        .param("business", business.value())
                        .param("id", id)
                        .param("done", done)
                        .param("now", Sql.at(clock.instant()))
                        .param("by", by)
                        .update()
                == 1;
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getLong("client_id"),
                row.getString("client_name"),
                row.getString("text"),
                instant(row, "due_at"),
                row.getObject("assigned_to", Long.class),
                instant(row, "done_at"),
                row.getObject("done_by", Long.class),
                row.getObject("by_user", Long.class),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
