package io.orbita.messaging.vk;

import io.orbita.messaging.channel.CleanText;
import io.orbita.messaging.channel.Received;
import io.orbita.messaging.channel.Received.ChatKind;
import io.orbita.messaging.channel.Received.MediaKind;
import io.orbita.messaging.channel.Received.Sender;
import io.orbita.messaging.channel.Received.What;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an event of a community into our own words. What cannot be understood is ignored, never thrown on: VK would repeat it for hours. */
final class VkReader {
    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]{1,32})(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Set<String> BEGIN = Set.of("начать", "start", "старт");
    private static final Set<String> QUOTES = Set.of("link", "wall", "wall_reply", "market", "article");
    private static final Map<String, MediaKind> MEDIA = Map.of(
            "photo", MediaKind.PHOTO,
            "doc", MediaKind.DOCUMENT,
            "audio_message", MediaKind.VOICE,
            "audio", MediaKind.AUDIO,
            "video", MediaKind.VIDEO,
            "sticker", MediaKind.STICKER,
            "poll", MediaKind.POLL,
            "story", MediaKind.STORY);
    private static final long FIRST_GROUP_CHAT = 2_000_000_000L;
    private static final long YEAR_2100 = 4_102_444_800L;
    private static final int TEXT_LIMIT = 4096;
    private static final int DATA_LIMIT = 64;

    /** @param message whether its number is that of a message; else it is made of the event's id and counts apart */
    record Event(Received received, boolean message) {}

    /** Empty for what concerns nobody here. */
    Optional<Event> read(JsonNode event, Instant receivedAt, Sender sender) {
        var object = event.path("object");
        return switch (event.path("type").stringValue("")) {
            case "message_new" -> {
                var message = object.path("message").isObject() ? object.path("message") : object;
                long number = message.path("conversation_message_id")
                        .longValue(message.path("id").longValue(0));
                yield message.path("out").intValue(0) == 1
                        ? Optional.empty()
                        : person(message.path("from_id"), message.path("peer_id"), message, receivedAt, sender)
                                .map(it ->
                                        new Event(it.of(number > 0 ? number : number(event), content(message)), true));
            }
            case "message_edit" ->
                person(object.path("from_id"), object.path("peer_id"), object, receivedAt, sender)
                        .map(it -> new Event(it.of(number(event), new What.Edited(text(object))), false));
            case "message_event" ->
                person(object.path("user_id"), object.path("peer_id"), object, receivedAt, sender)
                        .flatMap(it -> press(object).map(press -> new Event(it.of(number(event), press), false)));
            case "message_allow" -> membership(event, receivedAt, sender, new What.Unblocked());
            case "message_deny" -> membership(event, receivedAt, sender, new What.Blocked());
            default -> Optional.empty();
        };
    }

    /** Who wrote; 0 when nobody did. */
    static long author(JsonNode event) {
        var object = event.path("object");
        var message = object.path("message").isObject() ? object.path("message") : object;
        var id = message.has("from_id") ? message.path("from_id") : message.path("user_id");
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0 ? id.longValue() : 0;
    }

    private record Person(
            long user,
            long peer,
            @Nullable String message,
            @Nullable String reply,
            Instant at,
            Sender sender) {
        Received of(long number, What what) {
            return new Received(
                    "vk",
                    Long.toString(user),
                    Long.toString(peer),
                    peer == user ? ChatKind.PRIVATE : ChatKind.GROUP,
                    number,
                    message,
                    reply,
                    at,
                    sender,
                    what);
        }
    }

    /** Communities write with a negative number and are nobody. */
    private static Optional<Person> person(
            JsonNode from, JsonNode peer, JsonNode message, Instant receivedAt, Sender sender) {
        long user = from.isIntegralNumber() && from.canConvertToLong() ? from.longValue() : 0;
        long chat = peer.isIntegralNumber() && peer.canConvertToLong() ? peer.longValue() : user;
        if (user <= 0 || user >= FIRST_GROUP_CHAT || chat <= 0) {
            return Optional.empty();
        }
        long date = message.path("date").longValue(0);
        return Optional.of(new Person(
                user,
                chat,
                id(message.path("id")),
                id(message.path("reply_message").path("id")),
                date > 0 && date < YEAR_2100 ? Instant.ofEpochSecond(date) : receivedAt,
                sender));
    }

    private static Optional<Event> membership(JsonNode event, Instant receivedAt, Sender sender, What what) {
        var object = event.path("object");
        return person(object.path("user_id"), object.path("user_id"), object, receivedAt, sender)
                .map(it -> new Event(it.of(number(event), what), false));
    }

    private static What content(JsonNode message) {
        var payload = payload(message.path("payload"));
        var words = text(message);
        if (payload != null && payload.path("command").stringValue("").equals("start")) {
            return start(message);
        }
        if (payload != null && payload.path("d").isString()) {
            return new What.Press(
                    CleanText.of(payload.path("d").stringValue(), DATA_LIMIT), "", ours(payload.path("m")));
        }
        var media = media(message, words);
        if (media != null) {
            return media;
        }
        var text = words.strip();
        if (BEGIN.contains(text.toLowerCase(Locale.ROOT))) {
            return start(message);
        }
        var command = COMMAND.matcher(text);
        if (command.matches()) {
            var rest = command.group(2);
            return new What.Command(command.group(1).toLowerCase(Locale.ROOT), rest == null ? "" : rest.strip());
        }
        return text.isEmpty() ? new What.Other("blank") : new What.Text(words);
    }

    /** The payload of a link stands in {@code ref}. */
    private static What start(JsonNode message) {
        return new What.Command(
                "start", CleanText.of(message.path("ref").stringValue(""), 200).strip());
    }

    private static @Nullable What media(JsonNode message, String words) {
        for (var attachment : message.path("attachments")) {
            var type = attachment.path("type").stringValue("");
            var kind = MEDIA.get(type);
            if (kind != null) {
                return new What.Media(
                        kind,
                        null,
                        CleanText.line(attachment.path(type).path("title").stringValue(null), 128),
                        words.isEmpty() ? null : words);
            }
            // A link that is written out is an attachment too; the words say it all.
            if (words.isBlank() || !QUOTES.contains(type)) {
                return new What.Other(type.matches("[a-z_]{1,40}") ? type : "unknown");
            }
        }
        return message.path("geo").isObject()
                ? new What.Media(MediaKind.LOCATION, null, null, words.isEmpty() ? null : words)
                : null;
    }

    private static Optional<What> press(JsonNode object) {
        var payload = payload(object.path("payload"));
        var event = object.path("event_id").stringValue("");
        if (payload == null || !payload.path("d").isString() || !event.matches("[A-Za-z0-9_-]{1,48}")) {
            return Optional.empty();
        }
        var user = object.path("user_id").longValue(0);
        return Optional.of(new What.Press(
                CleanText.of(payload.path("d").stringValue(), DATA_LIMIT),
                event + ":" + user + ":" + object.path("peer_id").longValue(user),
                ours(payload.path("m"))));
    }

    /** Text of JSON in a message, an object in a press. */
    private static @Nullable JsonNode payload(JsonNode payload) {
        if (payload.isObject()) {
            return payload;
        }
        var text = payload.stringValue("");
        var json = text.isEmpty() || text.length() > 1000 ? null : VkAnswer.json(text);
        return json != null && json.isObject() ? json : null;
    }

    private static @Nullable String ours(JsonNode message) {
        return message.isIntegralNumber() && message.canConvertToLong() && message.longValue() > 0
                ? "our:" + message.longValue()
                : null;
    }

    private static String text(JsonNode message) {
        return CleanText.of(message.path("text").stringValue(""), TEXT_LIMIT);
    }

    private static @Nullable String id(JsonNode id) {
        return id.isIntegralNumber() && id.canConvertToLong() && id.longValue() > 0
                ? Long.toString(id.longValue())
                : null;
    }

    /** A repeated event has the same id; without one the event itself is its id. */
    private static long number(JsonNode event) {
        var id = event.path("event_id").stringValue("");
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((id.isEmpty() ? event.toString() : id).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
