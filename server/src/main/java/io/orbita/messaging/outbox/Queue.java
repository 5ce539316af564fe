package io.orbita.messaging.outbox;

import io.orbita.messaging.Content;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.channel.Carrier;
import io.orbita.messaging.channel.Outcome;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the queue and their states. A step that finds its row finished by somebody else changes nothing and says so. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Queue {
    private static final String ITEMS = """
            select o.*, coalesce(f.dedupe_key, o.dedupe_key) as told_key, m.edit_of, m.author, m.staff_id, m.body, m.subject,
                   m.file, m.file_name, m.file_type, m.buttons, m.ask_contact
              from messaging.outbound_message o
              join messaging.message m on m.business_id = o.business_id and m.id = o.message_id
              left join messaging.outbound_message f on f.business_id = o.business_id and f.message_id = o.fallback_of
             where o.business_id = :business and o.conversation_id = :conversation
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Queue(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What stands first in the conversation and may leave by now, locked; a message whose sending was cut off is among them. */
    Optional<Item> first(BusinessId business, long conversation, Instant now) {
        return jdbc.sql(ITEMS + """
                           and o.state in ('queued', 'sending') and o.not_before <= :now
                         order by o.message_id limit 1 for update of o
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("now", Sql.at(now))
                .query(this::read)
                .optional();
    }

    /** All that may leave by now and is not being sent, locked. */
    List<Item> waiting(BusinessId business, long conversation, Instant now) {
        return jdbc.sql(ITEMS + """
                           and o.state = 'queued' and o.not_before <= :now
                         order by o.message_id limit 200 for update of o
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("now", Sql.at(now))
                .query(this::read)
                .list();
    }

    /** When the next message that waits for its time may leave. */
    Optional<Instant> nextTime(BusinessId business, long conversation) {
        return jdbc.sql("""
                        select min(not_before) from messaging.outbound_message
                         where business_id = :business and conversation_id = :conversation and state = 'queued'
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .query((row, index) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    void sending(BusinessId business, Item item, Instant now) {
        jdbc.sql("""
                        update messaging.outbound_message
                           set state = 'sending', attempts = attempts + 1, sending_at = :now,
                               uncertain = uncertain or state = 'sending'
                         where business_id = :business and message_id = :message
                        """)
                .param("now", Sql.at(now))
                .param("business", business.value())
                .param("message", item.message())
                .update();
    }

    /** A part arrived; the next attempt begins with the one after it. */
    void partDone(BusinessId business, Item item) {
        jdbc.sql("""
                        update messaging.outbound_message
                           set state = 'queued', parts_done = greatest(parts_done, :done), attempts = 0, retry_at = null,
                               failing_since = null
                         where business_id = :business and message_id = :message and state = 'sending'
                        """)
                .param("done", item.partsDone() + 1)
                .param("business", business.value())
                .param("message", item.message())
                .update();
    }

    /** It arrived whole; true when this is told for the first time. A message taken for lost is known better now. */
    boolean sent(BusinessId business, Item item, Outcome.Sent sent, Instant now) {
        return jdbc.sql("""
                        update messaging.outbound_message
                           set state = 'sent', parts_done = :done, external_id = :external, error = null, retry_at = null,
                               finished_at = :now, uncertain = false, failing_since = null
                         where business_id = :business and message_id = :message
                           and state in ('queued', 'sending', 'failed', 'unknown')
                        """)
                        .param("done", item.partsDone() + 1)
                        .param("external", sent.messageId())
                        .param("now", Sql.at(now))
                        .param("business", business.value())
                        .param("message", item.message())
                        .update()
                > 0;
    }

    /**
     * It is tried again at that time.
     *
     * @param counted false when the attempt says nothing against the message
     * @param failingSince since when at the latest the channel fails; null when it works and merely asks to wait
     * @param uncertain whether the attempt may have succeeded
     */
    void later(
            BusinessId business,
            Item item,
            Instant at,
            boolean counted,
            String error,
            @Nullable Instant failingSince,
            boolean uncertain) {
        jdbc.sql("""
                        update messaging.outbound_message
                           set state = 'queued', retry_at = :at, error = :error, uncertain = uncertain or :uncertain,
                               failing_since = case when cast(:since as timestamptz) is null then null
                                                    else coalesce(failing_since, :since) end,
                               attempts = case when :counted then attempts else greatest(attempts - 1, 0) end
                         where business_id = :business and message_id = :message and state = 'sending'
                        """)
                .param("at", Sql.at(at))
                .param("error", error)
                .param("counted", counted)
                .param("since", failingSince == null ? null : Sql.at(failingSince))
                .param("uncertain", uncertain)
                .param("business", business.value())
                .param("message", item.message())
                .update();
    }

    /** Nobody wants it sent any more. */
    void dropped(BusinessId business, Item item, Instant now) {
        jdbc.sql("""
                        update messaging.outbound_message set state = 'cancelled', finished_at = :now
                         where business_id = :business and message_id = :message and state = 'queued'
                        """)
                .param("now", Sql.at(now))
                .param("business", business.value())
                .param("message", item.message())
                .update();
    }

    /** It waits for that time, and lets others pass. */
    void postponed(BusinessId business, Item item, Instant until) {
        jdbc.sql("""
                        update messaging.outbound_message set not_before = :until
                         where business_id = :business and message_id = :message and state = 'queued'
                        """)
                .param("until", Sql.at(until))
                .param("business", business.value())
                .param("message", item.message())
                .update();
    }

    /** It goes over another channel and not here; true when this is told for the first time. */
    boolean tookAnotherWay(BusinessId business, Item item, String note, Instant now) {
        return jdbc.sql("""
                        update messaging.outbound_message
                           set state = case when uncertain then 'unknown' else 'cancelled' end, note = :note, retry_at = null,
                               finished_at = :now
                         where business_id = :business and message_id = :message and state in ('queued', 'sending')
                        """)
                        .param("note", note)
                        .param("now", Sql.at(now))
                        .param("business", business.value())
                        .param("message", item.message())
                        .update()
                > 0;
    }

    /** Nobody knows whether it arrived, and it will not be sent again by itself; true when this is told for the first time. */
    boolean unknown(BusinessId business, Item item, String error, Instant now) {
        return ended(business, item, true, error, now);
    }

    /** It will not be sent any more, an attempt that may have succeeded makes it unknown; true when this is told for the first time. */
    boolean failed(BusinessId business, Item item, String error, Instant now) {
        return ended(business, item, false, error, now);
    }

    private boolean ended(BusinessId business, Item item, boolean uncertain, String error, Instant now) {
        return jdbc.sql("""
                        update messaging.outbound_message
                           set uncertain = uncertain or :uncertain, error = :error, finished_at = :now,
                               state = case when uncertain or :uncertain then 'unknown' else 'failed' end
                         where business_id = :business and message_id = :message and state in ('queued', 'sending')
                        """)
                        .param("uncertain", uncertain)
                        .param("error", error)
                        .param("now", Sql.at(now))
                        .param("business", business.value())
                        .param("message", item.message())
                        .update()
                > 0;
    }

    /** How the provider knows a message of ours. */
    Carrier.@Nullable Edited known(BusinessId business, @Nullable Long message) {
        if (message == null) {
            return null;
        }
        return jdbc.sql("""
                        select o.external_id, m.file is not null as file
                          from messaging.outbound_message o
                          join messaging.message m on m.business_id = o.business_id and m.id = o.message_id
                         where o.business_id = :business and o.message_id = :message and o.state = 'sent'
                           and o.external_id is not null
                        """)
                .param("business", business.value())
                .param("message", message)
                .query((row, index) -> new Carrier.Edited(row.getString("external_id"), row.getBoolean("file")))
                .optional()
                .orElse(null);
    }

    private Item read(ResultSet row, int index) throws SQLException {
        var file = row.getString("file");
        var document = file == null
                ? null
                : new Content.Document(
                        Objects.requireNonNullElse(row.getString("file_name"), "file"),
                        Objects.requireNonNullElse(row.getString("file_type"), "application/octet-stream"),
                        file);
        var content = new Content(
                Objects.requireNonNullElse(row.getString("body"), ""),
                Outbox.buttons(json, row.getString("buttons")),
                document,
                row.getBoolean("ask_contact"),
                row.getString("subject"));
        return new Item(
                row.getLong("message_id"),
                row.getLong("conversation_id"),
                row.getString("kind"),
                row.getString("dedupe_key"),
                Outgoing.Promise.valueOf(row.getString("promise")),
                row.getString("state"),
                row.getTimestamp("not_before").toInstant(),
                row.getTimestamp("retry_at") == null
                        ? null
                        : row.getTimestamp("retry_at").toInstant(),
                row.getInt("attempts"),
                row.getInt("parts_done"),
                row.getObject("edit_of", Long.class),
                row.getString("author"),
                row.getObject("staff_id", Long.class),
                content,
                row.getString("told_key"),
                row.getTimestamp("failing_since") == null
                        ? null
                        : row.getTimestamp("failing_since").toInstant(),
                row.getBoolean("only_here"),
                row.getObject("fallback_of") != null);
    }
}
