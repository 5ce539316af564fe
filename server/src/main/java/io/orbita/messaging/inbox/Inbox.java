package io.orbita.messaging.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Button;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The inbox as staff reads it. */
@Component
@Transactional(readOnly = true)
class Inbox {
    record ConversationClient(long id, String name) {}

    /** What was said last; {@code text} is null for what has none. */
    record LastMessage(
            String direction,
            String author,
            String kind,
            @Nullable String text) {}

    /** One conversation in the list; {@code takenBy} is the staff user who talks there, while the bot keeps out of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationShown(
            long id,
            String channel,
            @Nullable ConversationClient client,
            String title,
            boolean reachable,
            long unread,
            @Nullable LastMessage last,
            Instant lastMessageAt,
            @Nullable Long takenBy,
            @Nullable Instant takenUntil) {}

    record MessageDocument(String fileName, String mimeType) {}

    /**
     * One message.
     *
     * @param state of the queue, for our own ones: {@code unknown} when nobody knows whether it arrived and it is not sent again
     * @param uncertain it is still tried, and an earlier attempt may have arrived
     * @param note what became of it, for staff
     * @param fallbackId the message that went over another channel in its place
     * @param fallbackOf the message in whose place it goes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessageShown(
            long id,
            long conversationId,
            String channel,
            String direction,
            String author,
            @Nullable Long staffId,
            String kind,
            @Nullable String text,
            @Nullable List<List<Button>> buttons,
            @Nullable MessageDocument document,
            @Nullable String state,
            @Nullable Boolean uncertain,
            @Nullable String note,
            @Nullable Long fallbackId,
            @Nullable Long fallbackOf,
            @Nullable String replyTo,
            Instant saidAt,
            @Nullable Instant editedAt) {}

    private static final String SHOWN = """
            select c.id, c.channel, c.client_id, c.first_name, c.last_name, c.username, c.reachable, c.last_message_at,
                   m.direction, m.author, m.kind, left(m.body, 200) as body, a.staff_id as taken_by, a.until as taken_until,
                   (select count(*) from messaging.message u
                     where u.business_id = c.business_id and u.conversation_id = c.id and u.id > c.read_up_to
                       and u.direction = 'in' and u.author = 'client' and u.kind not in ('press', 'command')) as unread
              from messaging.conversation c
              left join messaging.message m on m.business_id = c.business_id and m.id = c.last_message_id
              left join messaging.attendance a on a.business_id = c.business_id and a.conversation_id = c.id and a.until > :now
             where c.business_id = :business\s""";

    private static final String LINES = """
            select m.id, m.conversation_id, c.channel, m.direction, m.author, m.staff_id, m.kind,
                   case when ch.at is not null then ch.body when e.id is not null then e.body else m.body end as body,
                   case when e.id is not null then e.buttons else m.buttons end as buttons,
                   m.file, m.file_name, m.file_type, o.state, o.uncertain, o.note, o.fallback_of, f.message_id as fallback_id,
                   m.reply_to, m.said_at, coalesce(ch.at, e.created_at) as edited_at
              from messaging.message m
              join messaging.conversation c on c.business_id = m.business_id and c.id = m.conversation_id
              left join messaging.outbound_message o on o.business_id = m.business_id and o.message_id = m.id
              left join messaging.outbound_message f on f.business_id = m.business_id and f.fallback_of = m.id
              left join lateral (select x.id, x.body, x.buttons, x.created_at from messaging.message x
                                  where x.business_id = m.business_id and x.edit_of = m.id
                                  order by x.id desc limit 1) e on true
              left join lateral (select x.body, x.at from messaging.message_change x
                                  where x.business_id = m.business_id and x.message_id = m.id
                                  order by x.id desc limit 1) ch on true
             where m.business_id = :business and m.id < :before and m.edit_of is null and m.kind <> 'edited'
            """;

    private final JdbcClient jdbc;
    private final Clients clients;
    private final JsonMapper json;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clients clients, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.json = json;
        this.clock = clock;
    }

    private record Row(
            long id,
            String channel,
            @Nullable Long client,
            String title,
            boolean reachable,
            Instant at,
            long unread,
            @Nullable LastMessage last,
            @Nullable Long takenBy,
            @Nullable Instant takenUntil) {}

    private static final int MOST_FOUND = 200;

    /** The newest first. */
    Page<ConversationShown> page(BusinessId business, Sought sought, @Nullable Cursor cursor, int limit) {
        Long client = sought.client();
        List<Row> rows = jdbc.sql(SHOWN + """
                           and (cast(:channel as text) is null or c.channel = :channel)
                           and (cast(:anybody as boolean) or c.client_id = any (:members))
                           and (:show <> 'mine' or a.staff_id = :me)
                           and (:show <> 'unanswered' or m.direction = 'in' and m.author = 'client')
                           and (:show <> 'bot' or a.staff_id is null)
                           and (cast(:everything as boolean) or c.client_id = any (:found) or c.username ilike :pattern
                                or coalesce(c.first_name, '') || ' ' || coalesce(c.last_name, '') ilike :pattern)
                           and (cast(:start as boolean) or (c.last_message_at, c.id) < (:at, :id))
                         order by c.last_message_at desc, c.id desc limit :limit
                        """)
                .param("business", business.value())
                .param("now", Sql.at(clock.instant()))
                .param("channel", sought.channel())
                .param("anybody", client == null)
                .param("members", members(business, client))
                .param("show", sought.show())
                .param("me", sought.mine())
                .param("everything", sought.text() == null)
                .param("found", found(business, sought.text()))
                .param("pattern", sought.pattern())
                .param("start", cursor == null)
                .param("at", Sql.at(cursor == null ? Instant.EPOCH : cursor.instant(0)))
                .param("id", cursor == null ? 0 : cursor.number(1))
                .param("limit", limit + 1)
                .query(Inbox::row)
                .list();
        Map<Long, String> names = names(business, rows);
        Page<Row> page = Page.cut(rows, limit, row -> Cursor.of(row.at(), row.id()));
        return new Page<>(
                page.items().stream().map(row -> shown(row, names)).toList(), page.nextCursor(), page.total());
    }

    /** One of them, wherever it stands in the list. */
    Optional<ConversationShown> one(BusinessId business, long id) {
        List<Row> rows = jdbc.sql(SHOWN + "and c.id = :id")
                .param("business", business.value())
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .query(Inbox::row)
                .list();
        Map<Long, String> names = names(business, rows);
        return rows.stream().findFirst().map(row -> shown(row, names));
    }

    /** The newest first; changes in place stand at the message they changed. */
    Page<MessageShown> messages(BusinessId business, long conversation, @Nullable Cursor cursor, int limit) {
        List<MessageShown> lines = jdbc.sql(LINES + """
                           and m.conversation_id = :conversation
                         order by m.id desc limit :limit
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                .param("limit", limit + 1)
                .query(this::line)
                .list();
        return Page.cut(lines, limit, line -> Cursor.of(line.id()));
    }

    /** As {@link #messages}, over all conversations of everybody who is this person. */
    Page<MessageShown> thread(BusinessId business, ClientId client, @Nullable Cursor cursor, int limit) {
        List<MessageShown> lines = jdbc.sql(LINES + """
                           and m.conversation_id in (select x.id from messaging.conversation x
                                                      where x.business_id = :business and x.client_id = any (:members))
                         order by m.id desc limit :limit
                        """)
                .param("business", business.value())
                .param("members", members(business, client.value()))
                .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                .param("limit", limit + 1)
                .query(this::line)
                .list();
        return Page.cut(lines, limit, line -> Cursor.of(line.id()));
    }

    private Map<Long, String> names(BusinessId business, List<Row> rows) {
        return clients.names(
                business,
                rows.stream().map(Row::client).filter(Objects::nonNull).toList());
    }

    /** All cards of the clients that the text finds. */
    private Long[] found(BusinessId business, @Nullable String text) {
        return text == null
                ? new Long[0]
                : clients.find(business, text, MOST_FOUND).stream()
                        .flatMap(found -> clients.members(business, new ClientId(found.id())).stream())
                        .toArray(Long[]::new);
    }

    private Long[] members(BusinessId business, @Nullable Long client) {
        return client == null
                ? new Long[0]
                : clients.members(business, new ClientId(client)).toArray(Long[]::new);
    }

    private static ConversationShown shown(Row row, Map<Long, String> names) {
        var client = row.client() == null
                ? null
                : new ConversationClient(row.client(), names.getOrDefault(row.client(), ""));
        return new ConversationShown(
                row.id(),
                row.channel().toLowerCase(Locale.ROOT),
                client,
                client == null || client.name().isBlank() ? row.title() : client.name(),
                row.reachable(),
                row.unread(),
                row.last(),
                row.at(),
                row.takenBy(),
                row.takenUntil());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var first = Objects.requireNonNullElse(row.getString("first_name"), "");
        var last = Objects.requireNonNullElse(row.getString("last_name"), "");
        var until = row.getTimestamp("taken_until");
        return new Row(
                row.getLong("id"),
                row.getString("channel"),
                row.getObject("client_id", Long.class),
                (first + " " + last).strip(),
                row.getBoolean("reachable"),
                row.getTimestamp("last_message_at").toInstant(),
                row.getLong("unread"),
                row.getString("direction") == null
                        ? null
                        : new LastMessage(
                                row.getString("direction"),
                                row.getString("author"),
                                row.getString("kind"),
                                row.getString("body")),
                row.getObject("taken_by", Long.class),
                until == null ? null : until.toInstant());
    }

    private MessageShown line(ResultSet row, int index) throws SQLException {
        var buttons = row.getString("buttons");
        var edited = row.getTimestamp("edited_at");
        var fileName = Objects.requireNonNullElse(row.getString("file_name"), "");
        return new MessageShown(
                row.getLong("id"),
                row.getLong("conversation_id"),
                row.getString("channel").toLowerCase(Locale.ROOT),
                row.getString("direction"),
                row.getString("author"),
                row.getObject("staff_id", Long.class),
                row.getString("kind"),
                row.getString("body"),
                buttons == null ? null : json.readValue(buttons, new TypeReference<List<List<Button>>>() {}),
                row.getString("file") == null
                        ? null
                        : new MessageDocument(fileName, Objects.requireNonNullElse(row.getString("file_type"), "")),
                row.getString("state"),
                row.getBoolean("uncertain") ? true : null,
                row.getString("note"),
                row.getObject("fallback_id", Long.class),
                row.getObject("fallback_of", Long.class),
                row.getString("reply_to"),
                row.getTimestamp("said_at").toInstant(),
                edited == null ? null : edited.toInstant());
    }
}
