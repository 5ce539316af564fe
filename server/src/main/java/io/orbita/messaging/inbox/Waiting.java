package io.orbita.messaging.inbox;

import io.orbita.messaging.ConversationId;
import io.orbita.messaging.spi.InboundMessage;
import io.orbita.messaging.spi.InboundMessage.What;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What came in and waits for an answer. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Waiting {
    /** Things that a messenger does by itself; nobody expects a word about them. */
    private static final Set<String> NOTHING_TO_SAY = Set.of(
            "blank",
            "my_chat_member",
            "pinned_message",
            "successful_payment",
            "refunded_payment",
            "message_auto_delete_timer_changed",
            "write_access_allowed",
            "connected_website");

    /** Begins the name of a message by our own number, where the provider does not name it to us. */
    private static final String OURS = Incoming.OURS;

    /**
     * One message in the queue.
     *
     * @param attempts how often its answering was begun
     */
    record Row(
            long message,
            String kind,
            @Nullable String word,
            @Nullable String callback,
            @Nullable String onMessage,
            byte @Nullable [] phone,
            boolean own,
            int attempts,
            @Nullable String body,
            Instant saidAt) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    Waiting(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The one that came first and is not answered; this counts as an attempt. */
    Optional<Row> begin(BusinessId business, long conversation) {
        return jdbc.sql("""
                        update messaging.inbound i set attempts = i.attempts + 1
                          from messaging.message m
                         where i.business_id = :business
                           and i.message_id = (select w.message_id from messaging.inbound w
                                                where w.business_id = :business and w.conversation_id = :conversation
                                                  and w.handled_at is null
                                                order by w.message_id limit 1)
                           and m.business_id = i.business_id and m.id = i.message_id
                        returning i.*, m.body, m.said_at
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .query(Waiting::read)
                .optional();
    }

    /** Whether it still waits: another node may have answered it. */
    boolean stillWaits(BusinessId business, long message) {
        return jdbc.sql("""
                        select handled_at is null from messaging.inbound
                         where business_id = :business and message_id = :message
                        """)
                .param("business", business.value())
                .param("message", message)
                .query(Boolean.class)
                .single();
    }

    /** Answered, or given up; what was only kept for the answer is blanked. */
    void done(BusinessId business, long message, boolean givenUp, Instant now) {
        jdbc.sql("""
                        update messaging.inbound
                           set handled_at = :now, given_up = :givenUp, phone = null, callback_id = null
                         where business_id = :business and message_id = :message
                        """)
                .param("now", Sql.at(now))
                .param("givenUp", givenUp)
                .param("business", business.value())
                .param("message", message)
                .update();
    }

    /** In the words of those who answer; empty when there is nothing to answer. */
    Optional<InboundMessage> told(BusinessId business, Talk talk, Row row) {
        return what(business, talk, row)
                .map(what -> new InboundMessage(
                        new ConversationId(talk.id()),
                        talk.channel(),
                        row.message(),
                        talk.address(),
                        Objects.requireNonNullElse(talk.firstName(), ""),
                        talk.lastName(),
                        talk.username(),
                        row.saidAt(),
                        what));
    }

    private Optional<What> what(BusinessId business, Talk talk, Row row) {
        var body = Objects.requireNonNullElse(row.body(), "");
        var word = Objects.requireNonNullElse(row.word(), "");
        return switch (row.kind()) {
            case "text" -> Optional.of(new What.Text(body));
            case "command" ->
                Optional.of(new What.Command(
                        word,
                        body.substring(Math.min(word.length() + 1, body.length()))
                                .strip()));
            case "press" -> Optional.of(new What.Press(word, ours(business, talk.id(), row.onMessage())));
            case "contact" ->
                Optional.of(
                        row.phone() == null
                                ? new What.Media("contact", "")
                                : new What.Contact(vault.open(business, Incoming.PHONE, row.phone()), row.own()));
            case "media" -> Optional.of(new What.Media(word, body));
            case "blocked" -> Optional.of(new What.Blocked());
            case "unblocked" -> Optional.of(new What.Unblocked());
            default -> NOTHING_TO_SAY.contains(word) ? Optional.empty() : Optional.of(new What.Media(word, body));
        };
    }

    /** Our id of the message that the provider calls so. */
    private @Nullable Long ours(BusinessId business, long conversation, @Nullable String external) {
        if (external == null) {
            return null;
        }
        if (external.startsWith(OURS)) {
            return told(business, conversation, Long.parseLong(external.substring(OURS.length())));
        }
        return jdbc.sql("""
                        select message_id from messaging.outbound_message
                         where business_id = :business and conversation_id = :conversation and external_id = :external
                         order by message_id limit 1
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("external", external)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** The message that a button itself named; one that only changed another stands for that other. */
    private @Nullable Long told(BusinessId business, long conversation, long message) {
        return jdbc.sql("""
                        select coalesce(edit_of, id) from messaging.message
                         where business_id = :business and conversation_id = :conversation and id = :message
                           and direction = 'out'
                        """)
                .param("business", business.value())
                .param("conversation", conversation)
                .param("message", message)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private static Row read(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("message_id"),
                row.getString("kind"),
                row.getString("word"),
                row.getString("callback_id"),
                row.getString("on_message"),
                row.getBytes("phone"),
                row.getBoolean("own"),
                row.getInt("attempts"),
                row.getString("body"),
                row.getTimestamp("said_at").toInstant());
    }
}
