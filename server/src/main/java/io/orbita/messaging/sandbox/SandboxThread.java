package io.orbita.messaging.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.ClientId;
import io.orbita.clients.OwnHistory;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** A chat with the sandbox's bot as the person's own device would show it: both sides, and what became of it behind the scenes. */
@Component
@Transactional(readOnly = true)
class SandboxThread {
    private static final int MOST_GUESTS = 50;

    /** Rooms whose facts a guest may see about themselves. */
    private static final Set<String> SHOWN = Set.of("pipeline", "payments", "programs", "dialogues", "journal");

    /**
     * One thing that was said.
     *
     * @param id unique in the chat
     * @param kind what the guest did: {@code text}, {@code command}, {@code contact} or {@code media}; null for the bot
     * @param message what the bot said; null for the guest
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ThreadLine(
            String id,
            Instant at,
            @Nullable String kind,
            @Nullable String text,
            @Nullable BotMessage message) {
        boolean own() {
            return message == null;
        }
    }

    /** Somebody who has talked with the bot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SandboxGuest(long chatId, String name, @Nullable String username, Instant lastAt) {}

    /**
     * Something that happened with the guest.
     *
     * @param kind {@code room.word}
     * @param toStage where the move led; null for anything else
     * @param title what was bought or given
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happening(
            long id,
            String kind,
            Instant at,
            @Nullable String fromStage,
            @Nullable String toStage,
            @Nullable String cause,
            @Nullable String title) {}

    private final JdbcClient jdbc;
    private final SandboxChats chats;
    private final OwnHistory history;
    private final ObjectProvider<StageNames> stages;

    SandboxThread(JdbcClient jdbc, SandboxChats chats, OwnHistory history, ObjectProvider<StageNames> stages) {
        this.jdbc = jdbc;
        this.chats = chats;
        this.history = history;
        this.stages = stages;
    }

    /** The newest of both sides, the oldest of them first. */
    List<ThreadLine> newest(BusinessId business, long chat, int limit) {
        var lines = new ArrayList<>(own(business, Long.toString(chat), limit));
        chats.newest(business, Long.toString(chat), limit)
                .forEach(it ->
                        lines.add(new ThreadLine("b" + it.message().messageId(), it.at(), null, null, it.message())));
        // An answer never stands before what it answers, though a clock that stands still gives both the same time.
        lines.sort(Comparator.comparing(ThreadLine::at).thenComparing(line -> !line.own()));
        return List.copyOf(lines.subList(Math.max(0, lines.size() - limit), lines.size()));
    }

    private List<ThreadLine> own(BusinessId business, String chat, int limit) {
        return jdbc.sql("""
                        select m.id, m.kind, m.body, m.created_at from messaging.message m
                          join messaging.conversation c on c.business_id = m.business_id and c.id = m.conversation_id
                         where m.business_id = :business and c.channel = 'SANDBOX' and c.address = :chat
                           and m.direction = 'in' and m.author = 'client' and m.kind in ('text', 'command', 'contact', 'media')
                         order by m.id desc limit :limit
                        """)
                .param("business", business.value())
                .param("chat", chat)
                .param("limit", limit)
                .query((row, index) -> new ThreadLine(
                        "g" + row.getLong("id"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("kind"),
                        row.getString("body"),
                        null))
                .list();
    }

    /** Who talked with the bot, the latest first. */
    List<SandboxGuest> guests(BusinessId business) {
        return jdbc.sql("""
                        select address, first_name, last_name, username, last_message_at from messaging.conversation
                         where business_id = :business and channel = 'SANDBOX' and address ~ '^[0-9]{1,16}$'
                         order by last_message_at desc, id desc limit :limit
                        """)
                .param("business", business.value())
                .param("limit", MOST_GUESTS)
                .query((row, index) -> new SandboxGuest(
                        row.getLong("address"),
                        name(row.getString("first_name"), row.getString("last_name")),
                        row.getString("username"),
                        row.getTimestamp("last_message_at").toInstant()))
                .list();
    }

    /** What happened with whoever writes in that chat, the newest first; nothing that staff wrote. */
    List<Happening> happened(BusinessId business, long chat, int limit) {
        Map<Long, StageNames.Stage> names =
                stages.stream().findFirst().map(it -> it.stages(business)).orElse(Map.of());
        return client(business, chat).stream()
                .flatMap(client -> history.newest(business, client, limit).stream())
                .filter(event -> SHOWN.contains(event.kind().replaceFirst("\\..*", "")))
                .map(event -> new Happening(
                        event.id(),
                        event.kind(),
                        event.at(),
                        stage(names, event.facts().path("from")),
                        stage(names, event.facts().path("to")),
                        event.facts().path("cause").stringValue(null),
                        event.facts().path("title").stringValue(null)))
                .toList();
    }

    private Optional<ClientId> client(BusinessId business, long chat) {
        return jdbc.sql("""
                        select client_id from messaging.conversation
                         where business_id = :business and channel = 'SANDBOX' and address = :chat and client_id is not null
                        """)
                .param("business", business.value())
                .param("chat", Long.toString(chat))
                .query(Long.class)
                .optional()
                .map(ClientId::new);
    }

    private static @Nullable String stage(Map<Long, StageNames.Stage> names, JsonNode id) {
        StageNames.Stage stage = id.canConvertToLong() ? names.get(id.longValue()) : null;
        return stage == null ? null : stage.name();
    }

    private static String name(@Nullable String first, @Nullable String last) {
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }
}
