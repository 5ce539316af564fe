package io.orbita.messaging.outbox;

import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.channel.ChatParts;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The queue of messages that wait to leave. */
@Component
@Transactional
public class Outbox {
    private static final int LONGEST_TEXT = 20_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DueWork due;
    private final News news;
    private final Clock clock;

    Outbox(JdbcClient jdbc, JsonMapper json, DueWork due, News news, Clock clock) {
        this.news = news;
        this.jdbc = jdbc;
        this.json = json;
        this.due = due;
        this.clock = clock;
    }

    /** Queues a message once a key; returns its id, or that of the first with this key. */
    public long put(BusinessId business, Outgoing outgoing) {
        return put(business, outgoing, null);
    }

    /** As {@link #put(BusinessId, Outgoing)}, in place of another message. */
    long put(BusinessId business, Outgoing outgoing, @Nullable Long insteadOf) {
        check(outgoing.content());
        Instant now = clock.instant();
        Instant notBefore =
                outgoing.notBefore() == null || outgoing.notBefore().isBefore(now) ? now : outgoing.notBefore();
        long message = jdbc.sql("select nextval('messaging.message_id_seq')")
                .query(Long.class)
                .single();
        int first = jdbc.sql("""
                        insert into messaging.outbound_message
                               (business_id, message_id, conversation_id, kind, dedupe_key, promise, state, not_before, only_here,
                                fallback_of, created_at)
                        values (:business, :message, :conversation, :kind, :key, :promise, 'queued', :notBefore, :onlyHere,
                                :insteadOf, :now)
                        on conflict (business_id, dedupe_key) do nothing
                        """)
                .param("business", business.value())
                .param("message", message)
                .param("conversation", outgoing.conversation().value())
                .param("kind", outgoing.kind())
                .param("key", outgoing.dedupeKey())
                .param("promise", outgoing.promise().name())
                .param("notBefore", Sql.at(notBefore))
                .param("onlyHere", outgoing.onlyHere())
                .param("insteadOf", insteadOf)
                .param("now", Sql.at(now))
                .update();
        if (first == 0) {
            return named(business, outgoing.dedupeKey()).orElseThrow();
        }
        keep(business, message, outgoing, now);
        due.at(Sending.KIND, business, outgoing.conversation().toString(), notBefore);
        return message;
    }

    private void keep(BusinessId business, long message, Outgoing outgoing, Instant now) {
        Content content = outgoing.content();
        Content.Document document = content.document();
        jdbc.sql("""
                        insert into messaging.message
                               (business_id, id, conversation_id, direction, author, staff_id, kind, body, subject, file, file_name,
                                file_type, buttons, ask_contact, edit_of, said_at, created_at)
                        values (:business, :id, :conversation, 'out', :author, :staff, :kind, :body, :subject, :file, :fileName,
                                :fileType, :buttons::jsonb, :ask, :edits, :now, :now)
                        """)
                .param("business", business.value())
                .param("id", message)
                .param("conversation", outgoing.conversation().value())
                .param("author", outgoing.author().kind())
                .param("staff", outgoing.author().staff())
                .param("kind", outgoing.kind())
                .param("body", content.text())
                .param("subject", content.subject())
                .param("file", document == null ? null : document.file())
                .param("fileName", document == null ? null : document.fileName())
                .param("fileType", document == null ? null : document.mimeType())
                .param("buttons", content.buttons().isEmpty() ? null : json.writeValueAsString(content.buttons()))
                .param("ask", content.askContact())
                .param("edits", outgoing.editOf())
                .param("now", Sql.at(now))
                .update();
        news.tell(business, "message", outgoing.conversation().value(), null);
    }

    /** The message that was queued with that key. */
    @Transactional(readOnly = true)
    public Optional<Long> named(BusinessId business, String dedupeKey) {
        return jdbc.sql("""
                        select message_id from messaging.outbound_message
                         where business_id = :business and dedupe_key = :key
                        """)
                .param("business", business.value())
                .param("key", dedupeKey)
                .query(Long.class)
                .optional();
    }

    /** Takes back what has not begun to leave; false when there is nothing of the kind. */
    public boolean cancel(BusinessId business, String dedupeKey) {
        return jdbc.sql("""
                        update messaging.outbound_message set state = 'cancelled', finished_at = :now
                         where business_id = :business and dedupe_key = :key and state = 'queued' and parts_done = 0
                        """)
                        .param("now", Sql.at(clock.instant()))
                        .param("business", business.value())
                        .param("key", dedupeKey)
                        .update()
                > 0;
    }

    /**
     * Sends again, from where it stopped, a message that failed or of which nobody knows whether it arrived; false when it is neither, went another
     * way, or its conversation takes no messages.
     */
    public boolean retry(BusinessId business, long message) {
        Optional<Long> conversation = jdbc.sql("""
                        update messaging.outbound_message o
                           set state = 'queued', attempts = 0, retry_at = null, error = null, not_before = :now, finished_at = null,
                               failing_since = null
                         where business_id = :business and message_id = :message and state in ('failed', 'unknown')
                           and not exists (select 1 from messaging.outbound_message f
                                            where f.business_id = :business and f.fallback_of = o.message_id)
                           and exists (select 1 from messaging.conversation c
                                        where c.business_id = :business and c.id = o.conversation_id and c.reachable)
                        returning conversation_id
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("message", message)
                .query(Long.class)
                .optional();
        conversation.ifPresent(it -> due.now(Sending.KIND, business, it.toString()));
        return conversation.isPresent();
    }

    static void check(Content content) {
        if (content.text().isBlank() && content.document() == null) {
            throw new IllegalArgumentException("a message says something or carries a file");
        }
        if (content.text().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a message has at most " + LONGEST_TEXT + " characters");
        }
        boolean buttons = content.buttons().stream().anyMatch(row -> !row.isEmpty());
        if (buttons && content.askContact()) {
            throw new IllegalArgumentException("a message has either buttons or the question for the number");
        }
        // A wrong button must fail where it is made, not when the message leaves.
        ChatParts.of(content);
    }

    /** The buttons as they were kept. */
    static List<List<Button>> buttons(JsonMapper json, @Nullable String kept) {
        return kept == null ? List.of() : json.readValue(kept, new TypeReference<List<List<Button>>>() {});
    }
}
