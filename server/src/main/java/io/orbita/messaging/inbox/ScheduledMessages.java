package io.orbita.messaging.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Channel;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff wrote for later: it can be changed and taken back until it becomes a message. */
@Component
@Transactional
class ScheduledMessages {
    static final String KIND = "messaging.scheduled";

    /**
     * A message for later.
     *
     * @param channel null for whichever is best then
     * @param state {@code scheduled}, {@code sent} (it became a message), {@code cancelled} by staff, {@code dropped} at its time with a note why
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Scheduled(
            long id,
            long clientId,
            @Nullable String channel,
            @Nullable String text,
            @Nullable Long staffId,
            Instant sendAt,
            String state,
            @Nullable String note,
            @Nullable Long messageId,
            Instant createdAt) {
        @Nullable Channel over() {
            return channel == null ? null : Channel.valueOf(channel.toUpperCase(Locale.ROOT));
        }
    }

    private static final String COLUMNS = """
            select id, client_id, channel, body, staff_id, send_at, state, note, message_id, created_at
              from messaging.scheduled_message where business_id = :business\s""";

    private final JdbcClient jdbc;
    private final Clients clients;
    private final DueWork due;
    private final Clock clock;

    ScheduledMessages(JdbcClient jdbc, Clients clients, DueWork due, Clock clock) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.due = due;
        this.clock = clock;
    }

    public Scheduled add(
            BusinessId business,
            ClientId client,
            String text,
            @Nullable Channel channel,
            Instant sendAt,
            @Nullable Long staff) {
        long id = jdbc.sql("""
                        insert into messaging.scheduled_message (business_id, client_id, channel, body, staff_id, send_at, state, created_at)
                        values (:business, :client, :channel, :body, :staff, :at, 'scheduled', :now) returning id
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("channel", channel == null ? null : channel.name())
                .param("body", text)
                .param("staff", staff)
                .param("at", Sql.at(sendAt))
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .single();
        due.at(KIND, business, Long.toString(id), sendAt);
        return find(business, id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Scheduled> find(BusinessId business, long id) {
        return jdbc.sql(COLUMNS + "and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(ScheduledMessages::read)
                .optional();
    }

    /** As {@link #find}, kept from being sent or changed by others until the transaction ends. */
    public Optional<Scheduled> lock(BusinessId business, long id) {
        return jdbc.sql(COLUMNS + "and id = :id for update")
                .param("business", business.value())
                .param("id", id)
                .query(ScheduledMessages::read)
                .optional();
    }

    /** What waits for its time, the next first; of everybody when no client is named. */
    @Transactional(readOnly = true)
    public Page<Scheduled> page(BusinessId business, @Nullable ClientId client, @Nullable Cursor cursor, int limit) {
        List<Scheduled> rows = jdbc.sql(COLUMNS + """
                           and state = 'scheduled' and (cast(:anybody as boolean) or client_id = any (:members))
                           and (cast(:start as boolean) or (send_at, id) > (:at, :id))
                         order by send_at, id limit :limit
                        """)
                .param("business", business.value())
                .param("anybody", client == null)
                .param(
                        "members",
                        client == null
                                ? new Long[0]
                                : clients.members(business, client).toArray(Long[]::new))
                .param("start", cursor == null)
                .param("at", Sql.at(cursor == null ? Instant.EPOCH : cursor.instant(0)))
                .param("id", cursor == null ? 0 : cursor.number(1))
                .param("limit", limit + 1)
                .query(ScheduledMessages::read)
                .list();
        return Page.cut(rows, limit, row -> Cursor.of(row.sendAt(), row.id()));
    }

    /** Another text, channel or time. The former due work finds nothing to do at its time. */
    public Scheduled change(BusinessId business, long id, String text, @Nullable Channel channel, Instant sendAt) {
        jdbc.sql("""
                        update messaging.scheduled_message set body = :body, channel = :channel, send_at = :at
                         where business_id = :business and id = :id and state = 'scheduled'
                        """)
                .param("body", text)
                .param("channel", channel == null ? null : channel.name())
                .param("at", Sql.at(sendAt))
                .param("business", business.value())
                .param("id", id)
                .update();
        due.at(KIND, business, Long.toString(id), sendAt);
        return find(business, id).orElseThrow();
    }

    /**
     * Its story ends.
     *
     * @param note for staff, when it did not become a message
     */
    public void end(BusinessId business, long id, String state, @Nullable String note, @Nullable Long message) {
        jdbc.sql("""
                        update messaging.scheduled_message
                           set state = :state, note = :note, message_id = :message, finished_at = :now
                         where business_id = :business and id = :id and state = 'scheduled'
                        """)
                .param("state", state)
                .param("note", note)
                .param("message", message)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    private static Scheduled read(ResultSet row, int index) throws SQLException {
        var channel = row.getString("channel");
        return new Scheduled(
                row.getLong("id"),
                row.getLong("client_id"),
                channel == null ? null : channel.toLowerCase(Locale.ROOT),
                row.getString("body"),
                row.getObject("staff_id", Long.class),
                row.getTimestamp("send_at").toInstant(),
                row.getString("state"),
                row.getString("note"),
                row.getObject("message_id", Long.class),
                row.getTimestamp("created_at").toInstant());
    }
}
