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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The chats of the sandbox's bot: what Telegram's server would keep. */
@Component
@Transactional
class SandboxChats {
    /** A file as the sandbox gives it out. */
    record File(String file, String name, String type) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

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

    /** What the bot said in the chat after that message, as {@code Message} objects of the Bot API, the oldest first. */
    @Transactional(readOnly = true)
    public List<ObjectNode> after(BusinessId business, String chat, long after, int limit) {
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

    private ObjectNode message(ResultSet row, int index) throws SQLException {
        var message = json.createObjectNode()
                .put("message_id", row.getLong("id"))
                .put("date", row.getTimestamp("sent_at").toInstant().getEpochSecond());
        message.putObject("chat")
                .put("id", Long.parseLong(row.getString("chat")))
                .put("type", "private");
        message.putObject("from").put("id", 1).put("is_bot", true).put("first_name", "Бот");
        if (row.getTimestamp("edited_at") != null) {
            message.put("edit_date", row.getTimestamp("edited_at").toInstant().getEpochSecond());
        }
        var token = row.getString("token");
        if (token == null) {
            message.put("text", row.getString("body"));
        } else {
            if (!row.getString("body").isEmpty()) {
                message.put("caption", row.getString("body"));
            }
            message.putObject("document")
                    .put("file_id", token)
                    .put("file_unique_id", row.getString("file").substring(0, 16))
                    .put("file_name", row.getString("file_name"))
                    .put("mime_type", row.getString("file_type"))
                    .put("file_size", row.getLong("file_size"));
            message.put("url", SandboxFiles.PATH + token);
        }
        if (row.getString("markup") != null) {
            message.set("reply_markup", json.readTree(row.getString("markup")));
        }
        return message;
    }

    private @Nullable String markup(@Nullable Keyboard keyboard) {
        if (keyboard == null) {
            return null;
        }
        var markup = json.createObjectNode();
        switch (keyboard) {
            case Keyboard.Inline inline -> {
                var rows = markup.putArray("inline_keyboard");
                for (var row : inline.rows()) {
                    var buttons = rows.addArray();
                    for (var button : row) {
                        var one = buttons.addObject().put("text", button.text());
                        if (button instanceof Keyboard.Button.Press press) {
                            one.put("callback_data", press.data());
                        } else if (button instanceof Keyboard.Button.Link link) {
                            one.put("url", link.url());
                        }
                    }
                }
            }
            case Keyboard.AskPhone ask -> {
                markup.putArray("keyboard")
                        .addArray()
                        .addObject()
                        .put("text", ask.text())
                        .put("request_contact", true);
                markup.put("resize_keyboard", true).put("one_time_keyboard", true);
            }
            case Keyboard.Remove remove -> markup.put("remove_keyboard", true);
        }
        return markup.toString();
    }
}
