package io.orbita.messaging.inbox;

import io.orbita.messaging.Button;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A conversation as the person in it reads it: no notes, nothing that waits for its time or was taken back. */
@Component
@Transactional(readOnly = true)
public class Said {
    /** One line; {@code author} is client, bot, staff or system. */
    public record Line(
            long id,
            String author,
            @Nullable String text,
            @Nullable List<List<Button>> buttons,
            @Nullable String fileName,
            Instant at) {}

    private static final String LINES = """
            select m.id, m.author, case when e.id is not null then e.body else m.body end as body,
                   case when e.id is not null then e.buttons else m.buttons end as buttons,
                   case when m.file is null then null else coalesce(m.file_name, 'file') end as file_name, m.created_at
              from messaging.message m
              left join messaging.outbound_message o on o.business_id = m.business_id and o.message_id = m.id
              left join lateral (select x.id, x.body, x.buttons from messaging.message x
                                  where x.business_id = m.business_id and x.edit_of = m.id
                                  order by x.id desc limit 1) e on true
             where m.business_id = :business and m.conversation_id = :conversation and m.edit_of is null
               and (m.direction = 'in' and m.author = 'client' and m.kind <> 'press'
                    or m.direction = 'out' and o.state in ('queued', 'sending', 'sent') and o.not_before <= :now)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Said(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** What was said after that line, the oldest first. */
    public List<Line> after(BusinessId business, long conversation, long after, int limit) {
        return jdbc.sql(LINES + " and m.id > :after order by m.id limit :limit")
                .param("business", business.value())
                .param("conversation", conversation)
                .param("now", Sql.at(clock.instant()))
                .param("after", after)
                .param("limit", limit)
                .query(this::line)
                .list();
    }

    /** What was said to the person between that update of theirs and the next, earlier lines that were changed then among it. */
    public List<Line> answersTo(BusinessId business, long conversation, String source, long update) {
        return jdbc.sql("""
                        with heard as (
                          select i.message_id as first,
                                 coalesce((select min(n.message_id) from messaging.inbound n
                                            where n.business_id = :business and n.conversation_id = :conversation
                                              and n.message_id > i.message_id), 9223372036854775807) as next
                            from messaging.inbound i
                           where i.business_id = :business and i.source = :source and i.conversation_id = :conversation
                             and i.update_id = :update)
                        """ + LINES + """
                           and m.direction = 'out'
                           and exists (select 1 from heard h
                                        where m.id > h.first and m.id < h.next
                                           or exists (select 1 from messaging.message x
                                                       where x.business_id = m.business_id and x.edit_of = m.id
                                                         and x.id > h.first and x.id < h.next))
                         order by m.id limit 20
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("now", Sql.at(clock.instant()))
                .param("source", source)
                .param("update", update)
                .query(this::line)
                .list();
    }

    private Line line(ResultSet row, int index) throws SQLException {
        var buttons = row.getString("buttons");
        return new Line(
                row.getLong("id"),
                row.getString("author"),
                row.getString("body"),
                buttons == null ? null : json.readValue(buttons, new TypeReference<List<List<Button>>>() {}),
                row.getString("file_name"),
                row.getTimestamp("created_at").toInstant());
    }
}
