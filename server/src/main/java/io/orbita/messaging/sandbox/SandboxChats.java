package io.orbita.messaging.sandbox;

import io.orbita.messaging.Content;
import io.orbita.messaging.channel.ChatParts;
import io.orbita.messaging.channel.Keyboard;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The chats of the sandbox's bot: what Telegram's server would keep. */
@Component
@Transactional
class SandboxChats {
    /** A message with its time in full: the Bot API knows whole seconds only. */
    record Timed(BotMessage message, Instant at) {}

    /** A file as the sandbox gives it out. */
    record File(String file, String name, String type) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    SandboxChats(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The bot says something; the same key says it once. Returns the id of the message. */
    public long say(
            BusinessId business,
            String chat,
            String key,
            ChatParts.Part part,
            Content.@Nullable Document document,
            int size) {
        jdbc.sql("""
                        insert into messaging.sandbox_message
                               (business_id, chat, key, body, markup, file, file_name, file_type, file_size, token, sent_at)
                        values (:business, :chat, :key, :body, :markup::jsonb, :file, :name, :type, :size, :token, :now)
                        on conflict (business_id, key) do nothing
                        """)
                .param("business", business.value())
                .param("chat", chat)
                .param("key", key)
                .param("body", part.text())
                .param("markup", markup(part.keyboard()))
                .param("file", document == null ? null : document.file())
                .param("name", document == null ? null : document.fileName())
                .param("type", document == null ? null : document.mimeType())
                .param("size", document == null ? null : size)
                .param("token", document == null ? null : PublicId.next(business))
                .param("now", Sql.at(clock.instant()))
                .update();
        return jdbc.sql("select id from messaging.sandbox_message where business_id = :business and key = :key")
                .param("business", business.value())
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** The bot changes what it said; false when there is no such message. */
    public boolean change(BusinessId business, String chat, long id, ChatParts.Part part, boolean textToo) {
        return jdbc.sql("""
                        update messaging.sandbox_message
                           set markup = :markup::jsonb, body = case when :textToo then :body else body end, edited_at = :now
                         where business_id = :business and chat = :chat and id = :id
                        """)
                        .param("markup", markup(part.keyboard()))
                        .param("textToo", textToo)
                        .param("body", part.text())
                        .param("now", Sql.at(clock.instant()))
                        .param("business", business.value())
                        .param("chat", chat)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** What the bot said in the chat after that message, the oldest first. */
    @Transactional(readOnly = true)
    public List<BotMessage> after(BusinessId business, String chat, long after, int limit) {
        return jdbc.sql("""
                        select id, chat, body, markup, file, file_name, file_type, file_size, token, sent_at, edited_at
                          from messaging.sandbox_message
                         where business_id = :business and chat = :chat and id > :after
                         order by id limit :limit
                        """)
                .param("business", business.value())
                .param("chat", chat)
                .param("after", after)
                .param("limit", limit)
                .query(this::message)
                .list();
    }

    /** The newest that the bot said in the chat, the newest first. */
    @Transactional(readOnly = true)
    public List<Timed> newest(BusinessId business, String chat, int limit) {
        return jdbc.sql("""
                        select id, chat, body, markup, file, file_name, file_type, file_size, token, sent_at, edited_at
                          from messaging.sandbox_message
                         where business_id = :business and chat = :chat
                         order by id desc limit :limit
                        """)
                .param("business", business.value())
                .param("chat", chat)
                .param("limit", limit)
                .query((row, index) -> new Timed(
                        message(row, index), row.getTimestamp("sent_at").toInstant()))
                .list();
    }

    /** The file that a token names, of a message or a letter. */
    @Transactional(readOnly = true)
    public Optional<File> file(BusinessId business, String token) {
        return jdbc.sql("""
                        select file, file_name as name, file_type as type from messaging.sandbox_message
                         where business_id = :business and token = :token
                        union all
                        select file, file_name as name, file_type as type from messaging.sandbox_mail
                         where business_id = :business and token = :token
                        """)
                .param("business", business.value())
                .param("token", token)
                .query(File.class)
                .optional();
    }

    private BotMessage message(ResultSet row, int index) throws SQLException {
        var token = row.getString("token");
        var body = row.getString("body");
        var edited = row.getTimestamp("edited_at");
        return new BotMessage(
                row.getLong("id"),
                row.getTimestamp("sent_at").toInstant().getEpochSecond(),
                edited == null ? null : edited.toInstant().getEpochSecond(),
                new BotMessage.BotChat(Long.parseLong(row.getString("chat")), "private"),
                BotMessage.BotUser.ITSELF,
                token == null ? body : null,
                token == null || body.isEmpty() ? null : body,
                token == null
                        ? null
                        : new BotMessage.BotDocument(
                                token,
                                row.getString("file").substring(0, 16),
                                row.getString("file_name"),
                                row.getString("file_type"),
                                row.getLong("file_size")),
                row.getString("markup") == null
                        ? null
                        : json.readValue(row.getString("markup"), BotMessage.ReplyMarkup.class),
                token == null ? null : SandboxFiles.PATH + token);
    }

    private @Nullable String markup(@Nullable Keyboard keyboard) {
        return keyboard == null ? null : json.writeValueAsString(BotMessage.ReplyMarkup.of(keyboard));
    }
}
