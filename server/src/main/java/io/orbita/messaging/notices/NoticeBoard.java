package io.orbita.messaging.notices;

import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.ConversationId;
import io.orbita.messaging.Notices.Notice;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.inbox.Attendance;
import io.orbita.messaging.outbox.Outbox;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The list of notices, and their way into the chats of staff. */
@Component
@Transactional
public class NoticeBoard {
    private static final int LONGEST = 4000;

    /** A notice as it is shown; {@code text} is gone once its client was forgotten. */
    record NoticeShown(
            long id,
            String kind,
            @Nullable String text,
            @Nullable Long clientId,
            @Nullable Long takenBy,
            @Nullable Instant takenAt,
            Instant createdAt) {}

    /** Who has a notice, and whom it is about. */
    record Taken(long by, @Nullable Long client) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Outbox outbox;
    private final StaffLinks links;
    private final Attendance attendance;
    private final Clock clock;
    private final String publicUrl;

    NoticeBoard(
            JdbcClient jdbc,
            JsonMapper json,
            Outbox outbox,
            StaffLinks links,
            Attendance attendance,
            Clock clock,
            @Value("${orbita.public-url:http://localhost:8080}") String publicUrl) {
        this.jdbc = jdbc;
        this.json = json;
        this.outbox = outbox;
        this.links = links;
        this.attendance = attendance;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Puts the notice on the list once a key, and queues it for every linked chat of those who look after clients. */
    public void put(BusinessId business, Notice notice) {
        String text = notice.text().length() <= LONGEST
                ? notice.text()
                : notice.text().substring(0, LONGEST);
        Optional<Long> id = jdbc.sql("""
                        insert into messaging.notice (business_id, kind, dedupe_key, body, client_id, buttons, created_at)
                        values (:business, :kind, :key, :text, :client, :buttons::jsonb, :now)
                        on conflict (business_id, dedupe_key) do nothing returning id
                        """)
                .param("business", business.value())
                .param("kind", notice.kind())
                .param("key", notice.dedupeKey())
                .param("text", text)
                .param(
                        "client",
                        notice.client() == null ? null : notice.client().value())
                .param("buttons", notice.buttons().isEmpty() ? null : json.writeValueAsString(notice.buttons()))
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .optional();
        id.ifPresent(it -> {
            for (var chat : links.chats(business)) {
                if (chat.member().role() != Role.CASHIER) {
                    send(business, it, chat.conversation(), notice, text);
                }
            }
        });
    }

    private void send(BusinessId business, long id, long conversation, Notice notice, String text) {
        outbox.put(
                business,
                new Outgoing(
                        new ConversationId(conversation),
                        Content.of(text, buttons(id, notice)),
                        "notices." + notice.kind().replace('.', '-'),
                        "notice:" + id + ":" + conversation,
                        Outgoing.Promise.AT_LEAST_ONCE,
                        Outgoing.Author.SYSTEM,
                        null,
                        null));
    }

    private List<List<Button>> buttons(long id, Notice notice) {
        var rows = new ArrayList<>(notice.buttons());
        ClientId client = notice.client();
        if (client != null) {
            rows.add(List.of(
                    Button.press("Взять", NoticeButtons.TAKE + id),
                    Button.press("Ответить", NoticeButtons.ANSWER + client)));
            rows.add(List.of(Button.link("Карточка", publicUrl + "/admin/clients/" + client)));
        }
        return rows;
    }

    /**
     * Takes it for the user, unless somebody did before; empty when there is no such notice. Whoever has it talks with the client from now on.
     */
    Optional<Taken> take(BusinessId business, long id, long user) {
        jdbc.sql("""
                        update messaging.notice set taken_by = :user, taken_at = :now
                         where business_id = :business and id = :id and taken_by is null
                        """)
                .param("user", user)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .update();
        var taken = jdbc.sql("""
                        select taken_by as by, client_id as client from messaging.notice
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .query(Taken.class)
                .optional();
        taken.filter(it -> it.by() == user)
                .map(Taken::client)
                .ifPresent(client -> attendance.beginWith(business, new ClientId(client), user));
        return taken;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    Page<NoticeShown> page(BusinessId business, @Nullable Cursor cursor, int limit) {
        var rows = jdbc.sql("""
                        select id, kind, body as text, client_id, taken_by, taken_at, created_at from messaging.notice
                         where business_id = :business and id < :before
                         order by id desc limit :limit
                        """)
                .param("business", business.value())
                .param("before", cursor == null ? Long.MAX_VALUE : cursor.number(0))
                .param("limit", limit + 1)
                .query(NoticeShown.class)
                .list();
        return Page.cut(rows, limit, row -> Cursor.of(row.id()));
    }
}
