package io.orbita.messaging.telegram;

import io.orbita.messaging.channel.CleanText;
import io.orbita.messaging.channel.Received;
import io.orbita.messaging.channel.Received.ChatKind;
import io.orbita.messaging.channel.Received.MediaKind;
import io.orbita.messaging.channel.Received.Sender;
import io.orbita.messaging.channel.Received.What;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a raw {@code Update} into our own words. Nothing that comes is trusted to have the shape it should: what cannot be
 * understood is ignored, never thrown on, since one strange update must not hold up those behind it.
 */
public final class UpdateReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?:\\s+(.*))?", Pattern.DOTALL);
    private static final long LARGEST_ID = 1L << 53;
    private static final long YEAR_2100 = 4_102_444_800L;
    private static final int TEXT_LIMIT = 4096;
    private static final int NAME_LIMIT = 128;
    // An animation also comes as a document, a venue also as a location: the more telling one stands first.
    private static final List<MediaField> MEDIA = List.of(
            new MediaField("animation", MediaKind.ANIMATION),
            new MediaField("venue", MediaKind.VENUE),
            new MediaField("photo", MediaKind.PHOTO),
            new MediaField("document", MediaKind.DOCUMENT),
            new MediaField("voice", MediaKind.VOICE),
            new MediaField("audio", MediaKind.AUDIO),
            new MediaField("video", MediaKind.VIDEO),
            new MediaField("video_note", MediaKind.VIDEO_NOTE),
            new MediaField("sticker", MediaKind.STICKER),
            new MediaField("location", MediaKind.LOCATION),
            new MediaField("poll", MediaKind.POLL),
            new MediaField("dice", MediaKind.DICE),
            new MediaField("story", MediaKind.STORY));

    private final String channel;

    /** Reads for the channel of this name: Telegram itself, or a sandbox that speaks its language. */
    public UpdateReader(String channel) {
        this.channel = channel;
    }

    /** What an update turned out to be. */
    public sealed interface Reading {
        /** Something a person did. */
        record Read(Received message) implements Reading {}

        /** A proper update that concerns nobody here. */
        record Ignored(long updateId, String why) implements Reading {}

        /** No update at all. */
        record Unreadable(String why) implements Reading {}
    }

    /**
     * @param receivedAt stands in where the provider tells no time
     * @param botName the bot's name without {@code @}; a command addressed to another bot is words. Null when not known
     */
    public Reading read(String json, Instant receivedAt, @Nullable String botName) {
        JsonNode update;
        try {
            update = JSON.readTree(json);
        } catch (JacksonException notJson) {
            return new Reading.Unreadable("no JSON");
        }
        if (update == null || !update.isObject()) {
            return new Reading.Unreadable("no object");
        }
        var id = update.path("update_id");
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 0) {
            return new Reading.Unreadable("no update_id");
        }
        long number = id.longValue();
        if (update.path("message").isObject()) {
            var message = update.path("message");
            return read(
                    number, message, message.path("from"), message.path("chat"), receivedAt, content(message, botName));
        }
        if (update.path("edited_message").isObject()) {
            var message = update.path("edited_message");
            var text = message.has("text") ? message.path("text") : message.path("caption");
            return read(
                    number,
                    message,
                    message.path("from"),
                    message.path("chat"),
                    receivedAt,
                    new What.Edited(text.isString() ? CleanText.of(text.stringValue(), TEXT_LIMIT) : null));
        }
        if (update.path("callback_query").isObject()) {
            return press(number, update.path("callback_query"), receivedAt);
        }
        if (update.path("my_chat_member").isObject()) {
            return membership(number, update.path("my_chat_member"), receivedAt);
        }
        return new Reading.Ignored(number, "kind");
    }

    private Reading read(
            long number, JsonNode message, JsonNode from, JsonNode chat, Instant receivedAt, What content) {
        if (!isId(from.path("id")) || !isId(chat.path("id"))) {
            return new Reading.Ignored(number, "nobody");
        }
        if (from.path("is_bot").booleanValue(false)) {
            return new Reading.Ignored(number, "bot");
        }
        return new Reading.Read(new Received(
                channel,
                Long.toString(from.path("id").longValue()),
                Long.toString(chat.path("id").longValue()),
                kind(chat.path("type").stringValue("")),
                number,
                id(message.path("message_id")),
                id(message.path("reply_to_message").path("message_id")),
                time(message.path("date"), receivedAt),
                new Sender(
                        name(from, "first_name"),
                        name(from, "last_name"),
                        name(from, "username"),
                        name(from, "language_code")),
                content));
    }

    private Reading press(long number, JsonNode query, Instant receivedAt) {
        var callback = query.path("id").stringValue("");
        var data = query.path("data").stringValue("");
        var message = query.path("message");
        if (callback.isEmpty() || callback.length() > 64 || data.isEmpty() || data.length() > 64) {
            return new Reading.Ignored(number, "press");
        }
        // A button of an inline message has no chat; in a private chat the person's id is the chat's.
        var chat = message.path("chat").isObject() ? message.path("chat") : privateChat(query.path("from"));
        return read(
                number,
                // The date is that of the message under which the button stands, not of the press.
                JSON.createObjectNode(),
                query.path("from"),
                chat,
                receivedAt,
                new What.Press(CleanText.of(data, 64), CleanText.of(callback, 64), id(message.path("message_id"))));
    }

    private static JsonNode privateChat(JsonNode from) {
        var chat = JSON.createObjectNode().put("type", "private");
        chat.set("id", from.path("id"));
        return chat;
    }

    private Reading membership(long number, JsonNode change, Instant receivedAt) {
        var content = switch (change.path("new_chat_member").path("status").stringValue("")) {
            case "kicked", "left" -> new What.Blocked();
            case "member", "administrator", "restricted" -> new What.Unblocked();
            default -> new What.Other("my_chat_member");
        };
        return read(number, change, change.path("from"), change.path("chat"), receivedAt, content);
    }

    private static What content(JsonNode message, @Nullable String botName) {
        if (message.path("text").isString()) {
            return words(CleanText.of(message.path("text").stringValue(), TEXT_LIMIT), botName);
        }
        if (message.path("contact").isObject()) {
            return contact(message.path("contact"), message.path("from").path("id"));
        }
        return MEDIA.stream()
                .filter(it -> message.has(it.name()))
                .findFirst()
                .map(it -> media(it, message))
                .orElseGet(() -> new What.Other(unknown(message)));
    }

    private static What words(String text, @Nullable String botName) {
        var command = COMMAND.matcher(text.strip());
        if (command.matches()
                && (command.group(2) == null
                        || botName == null
                        || command.group(2).equalsIgnoreCase(botName))) {
            var payload = command.group(3);
            return new What.Command(command.group(1).toLowerCase(Locale.ROOT), payload == null ? "" : payload.strip());
        }
        return text.isBlank() ? new What.Other("blank") : new What.Text(text);
    }

    private static What contact(JsonNode contact, JsonNode from) {
        var digits = contact.path("phone_number").stringValue("").replaceAll("[^0-9]", "");
        if (digits.length() < 5 || digits.length() > 15) {
            return new What.Other("contact");
        }
        var owner = contact.path("user_id");
        return new What.Contact("+" + digits, isId(owner) && isId(from) && owner.longValue() == from.longValue());
    }

    private static What media(MediaField field, JsonNode message) {
        var file = message.path(field.name());
        // The sizes of a photo ascend.
        var last = file.isArray() && !file.isEmpty() ? file.get(file.size() - 1) : file;
        return new What.Media(
                field.kind(),
                CleanText.line(last.path("file_id").stringValue(null), 256),
                CleanText.line(last.path("file_name").stringValue(null), NAME_LIMIT),
                message.path("caption").isString()
                        ? CleanText.of(message.path("caption").stringValue(), TEXT_LIMIT)
                        : null);
    }

    /** The name of the first field that is none of the usual ones. */
    private static String unknown(JsonNode message) {
        return message.propertyStream()
                .map(Map.Entry::getKey)
                .filter(it -> it.matches("[a-z_]{1,40}"))
                .filter(it -> !it.matches("message_id|date|chat|from|.*_(date|id)|reply_.*|sender_.*|is_.*|has_.*"))
                .findFirst()
                .orElse("unknown");
    }

    private static ChatKind kind(String type) {
        return switch (type) {
            case "private" -> ChatKind.PRIVATE;
            case "channel" -> ChatKind.CHANNEL;
            default -> ChatKind.GROUP;
        };
    }

    private static @Nullable String name(JsonNode from, String field) {
        return CleanText.line(from.path(field).stringValue(null), NAME_LIMIT);
    }

    private static Instant time(JsonNode date, Instant receivedAt) {
        boolean told = date.isIntegralNumber() && date.canConvertToLong();
        long seconds = told ? date.longValue() : 0;
        return seconds > 0 && seconds < YEAR_2100 ? Instant.ofEpochSecond(seconds) : receivedAt;
    }

    private static boolean isId(JsonNode id) {
        return id.isIntegralNumber()
                && id.canConvertToLong()
                && Math.abs(id.longValue()) < LARGEST_ID
                && id.longValue() != 0;
    }

    private static @Nullable String id(JsonNode id) {
        return isId(id) ? Long.toString(id.longValue()) : null;
    }

    private record MediaField(String name, MediaKind kind) {}
}
