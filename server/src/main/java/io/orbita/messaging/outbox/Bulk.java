package io.orbita.messaging.outbox;

import io.orbita.messaging.Outgoing;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Puts many messages into the queue with as many statements as one message takes. */
@Component
@Transactional
public class Bulk {
    private record Named(long messageId, String dedupeKey) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DueWork due;
    private final Clock clock;

    Bulk(JdbcClient jdbc, JsonMapper json, DueWork due, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.due = due;
        this.clock = clock;
    }

    /** New messages without files, for at once; those whose key was used before are left out. */
    public void put(BusinessId business, List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return;
        }
        messages.forEach(Bulk::check);
        Instant now = clock.instant();
        Map<String, Outgoing> byKey =
                messages.stream().collect(Collectors.toMap(Outgoing::dedupeKey, Function.identity()));
        List<Named> fresh = queue(business, messages, now);
        if (!fresh.isEmpty()) {
            keep(business, fresh, byKey, now);
            due.at(
                    Sending.KIND,
                    business,
                    fresh.stream()
                            .map(one -> Objects.requireNonNull(byKey.get(one.dedupeKey()))
                                    .conversation()
                                    .toString())
                            .toList(),
                    now);
        }
    }

    private List<Named> queue(BusinessId business, List<Outgoing> messages, Instant now) {
        return jdbc.sql("""
                        insert into messaging.outbound_message
                               (business_id, message_id, conversation_id, kind, dedupe_key, promise, state, not_before, created_at)
                        select :business, nextval('messaging.message_id_seq'), conversation, kind, key, promise, 'queued', :now, :now
                          from unnest(:conversations::bigint[], :kinds::text[], :keys::text[], :promises::text[])
                               as m (conversation, kind, key, promise)
                        on conflict (business_id, dedupe_key) do nothing
                        returning message_id, dedupe_key
                        """)
                .param("business", business.value())
                .param(
                        "conversations",
                        messages.stream().map(one -> one.conversation().value()).toArray(Long[]::new))
                .param("kinds", texts(messages, Outgoing::kind))
                .param("keys", texts(messages, Outgoing::dedupeKey))
                .param("promises", texts(messages, one -> one.promise().name()))
                .param("now", Sql.at(now))
                .query(Named.class)
                .list();
    }

    private void keep(BusinessId business, List<Named> fresh, Map<String, Outgoing> byKey, Instant now) {
        List<Outgoing> messages =
                fresh.stream().map(one -> byKey.get(one.dedupeKey())).toList();
        jdbc.sql("""
                        insert into messaging.message
                               (business_id, id, conversation_id, direction, author, kind, body, subject, buttons, said_at, created_at)
                        select :business, id, conversation, 'out', author, kind, body, subject, buttons::jsonb, :now, :now
                          from unnest(:ids::bigint[], :conversations::bigint[], :authors::text[], :kinds::text[], :bodies::text[],
                                      :subjects::text[], :buttons::text[])
                               as m (id, conversation, author, kind, body, subject, buttons)
                        """)
                .param("business", business.value())
                .param("ids", fresh.stream().map(Named::messageId).toArray(Long[]::new))
                .param(
                        "conversations",
                        messages.stream().map(one -> one.conversation().value()).toArray(Long[]::new))
                .param("authors", texts(messages, one -> one.author().kind()))
                .param("kinds", texts(messages, Outgoing::kind))
                .param("bodies", texts(messages, one -> one.content().text()))
                .param("subjects", texts(messages, one -> one.content().subject()))
                .param(
                        "buttons",
                        texts(
                                messages,
                                one -> one.content().buttons().isEmpty()
                                        ? null
                                        : json.writeValueAsString(one.content().buttons())))
                .param("now", Sql.at(now))
                .update();
    }

    private static void check(Outgoing message) {
        Outbox.check(message.content());
        if (message.content().document() != null
                || message.content().askContact()
                || message.editOf() != null
                || message.notBefore() != null
                || message.author().staff() != null) {
            throw new IllegalArgumentException("many messages at once are plain ones, for at once, by no person");
        }
    }

    private static @Nullable String[] texts(List<Outgoing> messages, Function<Outgoing, @Nullable String> of) {
        return messages.stream().map(of).toArray(String[]::new);
    }
}
