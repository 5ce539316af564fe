package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What staff did with clients and noted down: actions, and contacts that happened outside our channels. */
@Component
@Transactional
public class Actions {
    /** Actions that are a contact with the client at the same time. */
    private static final Set<String> CONTACTS =
            Set.of("call", "message", "meeting", "email", "consultation", "proposal");

    /** An action as it is shown; {@code dueAt} and {@code doneAt} are of tasks. */
    record Action(
            long id,
            long clientId,
            String type,
            @Nullable String text,
            Instant at,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt,
            @Nullable Long by) {}

    /** A contact as it is shown. */
    record Contact(
            long id,
            long clientId,
            String channel,
            String direction,
            @Nullable String text,
            Instant at,
            @Nullable Long by) {}

    private final JdbcClient jdbc;
    private final ClientRows rows;
    private final Timeline timeline;
    private final BoardMarks marks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Actions(
            JdbcClient jdbc,
            ClientRows rows,
            Timeline timeline,
            BoardMarks marks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.rows = rows;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes what happened now, for other rooms.
     *
     * @param type {@code call}, {@code message}, {@code meeting}, {@code email}, {@code note}, {@code task},
     *     {@code consultation} or {@code proposal}
     * @param text at most 4,096 characters are kept
     * @param by the staff user; null for the system or the client
     * @return its id
     */
    public long note(BusinessId business, ClientId client, String type, String text, @Nullable Long by) {
        return act(business, client.value(), type, Newcomer.cut(text, 4_096), null, null, null, by)
                .id();
    }

    /** Notes an action; {@code next}, when not null, is when the client is to be contacted again. */
    Action act(
            BusinessId business,
            long client,
            String type,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable Instant due,
            @Nullable Instant next,
            @Nullable Long by) {
        long standing = rows.lock(business, client).id();
        Instant now = clock.instant();
        Instant when = at == null ? now : at;
        long id = jdbc.sql("""
                        insert into clients.action (business_id, client_id, type, text, at, due_at, by_user, created_at)
                        values (:business, :client, :type, :text, :at, :due, :by, :now) returning id
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("type", type)
                .param("text", text)
                .param("at", Sql.at(when))
                .param("due", Sql.atOrNull(due))
                .param("by", by)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        timeline.write(
                business,
                client,
                new TimelineEntry(
                        "clients.action", "action:" + id, when, Map.of("action", id, "type", type), text, by));
        if (CONTACTS.contains(type) && !when.isAfter(now)) {
            rows.contacted(business, client, when);
        }
        if (next != null) {
            rows.next(business, standing, next);
        }
        if (type.equals("task")) {
            marks.plan(business, standing);
        }
        return new Action(id, client, type, text, when, due, null, by);
    }

    /** An action as staff notes it: what follows from it is told by {@link StaffAction}. */
    Action byStaff(
            BusinessId business,
            long client,
            String type,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable Instant due,
            @Nullable Instant next,
            @Nullable Long by) {
        Action action = act(business, client, type, text, at, due, next, by);
        if (!action.at().isAfter(clock.instant())) {
            events.publishEvent(new StaffAction(business, new ClientId(client), action.id(), type, next != null, by));
        }
        return action;
    }

    Contact contact(
            BusinessId business,
            long client,
            String channel,
            String direction,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable Long by) {
        rows.lock(business, client);
        Instant now = clock.instant();
        Instant when = at == null || at.isAfter(now) ? now : at;
        long id = jdbc.sql("""
                        insert into clients.contact (business_id, client_id, channel, direction, text, at, by_user, created_at)
                        values (:business, :client, :channel, :direction, :text, :at, :by, :now) returning id
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("channel", channel)
                .param("direction", direction)
                .param("text", text)
                .param("at", Sql.at(when))
                .param("by", by)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        timeline.write(
                business,
                client,
                new TimelineEntry(
                        "clients.contact",
                        "contact:" + id,
                        when,
                        Map.of("contact", id, "channel", channel, "direction", direction),
                        text,
                        by));
        rows.contacted(business, client, when);
        return new Contact(id, client, channel, direction, text, when, by);
    }

    /** The newest first; of one client, or of all when {@code client} is null. */
    @Transactional(readOnly = true)
    Page<Action> actions(
            BusinessId business, @Nullable Long client, @Nullable String type, @Nullable String cursor, int limit) {
        Where where = where(business, client, cursor).and("type = :type", "type", type);
        List<Action> actions = jdbc.sql("""
                        select id, client_id, type, text, at, due_at, done_at, by_user from clients.action
                        """ + where.sql() + " order by at desc, id desc limit :limit")
                .params(where.parameters())
                .param("limit", limit + 1)
                .query((row, _) -> new Action(
                        row.getLong("id"),
                        row.getLong("client_id"),
                        row.getString("type"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant(),
                        Summaries.instant(row, "due_at"),
                        Summaries.instant(row, "done_at"),
                        row.getObject("by_user", Long.class)))
                .list();
        return Page.cut(actions, limit, action -> Cursor.of(action.at(), action.id()));
    }

    /** As {@link #actions}. */
    @Transactional(readOnly = true)
    Page<Contact> contacts(BusinessId business, @Nullable Long client, @Nullable String cursor, int limit) {
        Where where = where(business, client, cursor);
        List<Contact> contacts = jdbc.sql("""
                        select id, client_id, channel, direction, text, at, by_user from clients.contact
                        """ + where.sql() + " order by at desc, id desc limit :limit")
                .params(where.parameters())
                .param("limit", limit + 1)
                .query((row, _) -> new Contact(
                        row.getLong("id"),
                        row.getLong("client_id"),
                        row.getString("channel"),
                        row.getString("direction"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("by_user", Long.class)))
                .list();
        return Page.cut(contacts, limit, contact -> Cursor.of(contact.at(), contact.id()));
    }

    private Where where(BusinessId business, @Nullable Long client, @Nullable String cursor) {
        Where where = new Where("business_id", business);
        if (client != null) {
            List<Long> members = rows.members(business, client);
            if (members.isEmpty()) {
                throw ClientRows.unknown();
            }
            where.and("client_id = any(:members)", "members", members.toArray(Long[]::new));
        }
        Cursor after = Cursor.read(cursor, 2);
        if (after != null) {
            where.and("(at, id) < (:at, :id)", "at", Sql.at(after.instant(0))).with("id", after.number(1));
        }
        return where;
    }
}
