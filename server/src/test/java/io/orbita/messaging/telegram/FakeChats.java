package io.orbita.messaging.telegram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The chats behind the fake: who can be written to, and what the bot wrote. */
final class FakeChats {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9-]*)[^<>]*>");
    private static final Set<String> TAGS = Set.of(
            "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "span");

    private final List<FakeMessage> messages = new ArrayList<>();
    private final Map<Long, String> refused = new HashMap<>();
    private final Map<Long, Long> migrated = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();
    private final Map<String, FakeForm.Upload> files = new LinkedHashMap<>();
    private final Set<String> presses = new HashSet<>();
    private final List<String> answeredPresses = new ArrayList<>();
    private final Set<String> refusedHosts = new HashSet<>();
    private long lastMessage = 1000;

    synchronized void refuseLinksTo(String host) {
        refusedHosts.add(host);
    }

    synchronized void refuse(long chat, String description) {
        refused.put(chat, description);
    }

    synchronized void welcome(long chat) {
        refused.remove(chat);
    }

    synchronized void forget(long chat) {
        unknown.add(chat);
    }

    synchronized void migrate(long chat, long to) {
        migrated.put(chat, to);
    }

    synchronized void press(String callback) {
        presses.add(callback);
    }

    synchronized List<FakeMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized List<String> answeredPresses() {
        return List.copyOf(answeredPresses);
    }

    synchronized JsonNode sendMessage(FakeForm form) {
        var chat = chat(form);
        var text = text(form, "text", 4096, "message");
        return keep(chat, text, null, markup(form));
    }

    synchronized JsonNode sendDocument(FakeForm form) {
        var chat = chat(form);
        var upload = form.uploads().get("document");
        var known = form.text("document");
        String fileId;
        if (upload != null) {
            if (upload.bytes().length == 0) {
                throw FakeRefusal.badRequest("file must be non-empty");
            }
            fileId = "BQACAgIAAxkFAKE" + (files.size() + 1);
            files.put(fileId, upload);
        } else if (known != null && files.containsKey(known)) {
            fileId = known;
        } else if (known != null) {
            throw FakeRefusal.badRequest("wrong file identifier/HTTP URL specified");
        } else {
            throw FakeRefusal.badRequest("there is no document in the request");
        }
        var caption = form.text("caption") == null ? null : text(form, "caption", 1024, "message caption");
        return keep(chat, caption, fileId, markup(form));
    }

    synchronized JsonNode edit(FakeForm form, boolean withText) {
        var chat = chat(form);
        long id = form.number("message_id", 0);
        for (int i = 0; i < messages.size(); i++) {
            var old = messages.get(i);
            if (old.chat() == chat && old.id() == id) {
                var text = withText ? text(form, "text", 4096, "message") : old.text();
                var markup = markup(form);
                if (java.util.Objects.equals(text, old.text()) && java.util.Objects.equals(markup, old.markup())) {
                    throw FakeRefusal.badRequest("message is not modified: specified new message content and reply"
                            + " markup are exactly the same as a current content and reply markup of the message");
                }
                var changed = new FakeMessage(chat, id, text, old.file(), old.fileId(), markup, old.edits() + 1);
                messages.set(i, changed);
                return json(changed);
            }
        }
        throw FakeRefusal.badRequest("message to edit not found");
    }

    synchronized JsonNode answerPress(FakeForm form) {
        var id = form.text("callback_query_id");
        if (id == null || !presses.remove(id)) {
            throw FakeRefusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        answeredPresses.add(id);
        return JSON.getNodeFactory().booleanNode(true);
    }

    private long chat(FakeForm form) {
        var value = form.text("chat_id");
        if (value == null || value.isEmpty()) {
            throw FakeRefusal.badRequest("chat_id is empty");
        }
        long chat = form.number("chat_id", 0);
        if (chat == 0 || unknown.contains(chat)) {
            throw FakeRefusal.badRequest("chat not found");
        }
        var moved = migrated.get(chat);
        if (moved != null) {
            throw new FakeRefusal(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    Map.of("migrate_to_chat_id", moved));
        }
        var refusal = refused.get(chat);
        if (refusal != null) {
            throw new FakeRefusal(403, "Forbidden: " + refusal, Map.of());
        }
        return chat;
    }

    private static String text(FakeForm form, String field, int limit, String what) {
        var text = form.text(field);
        var mode = form.text("parse_mode");
        if (text == null || text.isBlank()) {
            throw FakeRefusal.badRequest("message text is empty");
        }
        var visible = "HTML".equalsIgnoreCase(mode) ? parsed(text) : text;
        if (visible.length() > limit) {
            throw FakeRefusal.badRequest(what + " is too long");
        }
        return text;
    }

    private static String parsed(String html) {
        var open = new java.util.ArrayDeque<String>();
        var tags = TAG.matcher(html);
        while (tags.find()) {
            if (!TAGS.contains(tags.group(2))) {
                throw FakeRefusal.badRequest("can't parse entities: Unsupported start tag \"%s\" at byte offset %d"
                        .formatted(tags.group(2), tags.start()));
            }
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else if (!tags.group(2).equals(open.poll())) {
                throw FakeRefusal.badRequest("can't parse entities: Unexpected end tag at byte offset " + tags.start());
            }
        }
        var rest = TAG.matcher(html).replaceAll("");
        if (!open.isEmpty() || rest.contains("<")) {
            throw FakeRefusal.badRequest("can't parse entities: Can't find end tag corresponding to start tag");
        }
        return rest.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private @Nullable JsonNode markup(FakeForm form) {
        var markup = form.json("reply_markup");
        if (markup == null) {
            return null;
        }
        for (var row : markup.path("inline_keyboard")) {
            for (var button : row) {
                var data = button.path("callback_data").stringValue(null);
                if (data != null
                        && (data.isEmpty() || data.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 64)) {
                    throw FakeRefusal.badRequest("BUTTON_DATA_INVALID");
                }
                var url = button.path("url").stringValue("");
                if (refusedHosts.stream().anyMatch(url::contains)) {
                    throw FakeRefusal.badRequest("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
                }
                if (button.path("text").stringValue("").isEmpty()) {
                    throw FakeRefusal.badRequest("text buttons are unallowed in the inline keyboard");
                }
            }
        }
        return markup;
    }

    private JsonNode keep(long chat, @Nullable String text, @Nullable String fileId, @Nullable JsonNode markup) {
        var file = fileId == null ? null : files.get(fileId);
        var message = new FakeMessage(chat, ++lastMessage, text, file, fileId, markup, 0);
        messages.add(message);
        return json(message);
    }

    private static ObjectNode json(FakeMessage message) {
        var json = JSON.createObjectNode().put("message_id", message.id()).put("date", 1_790_000_000 + message.id());
        json.putObject("from").put("id", 300200100).put("is_bot", true).put("first_name", "Орбита");
        json.putObject("chat").put("id", message.chat()).put("type", "private").put("first_name", "Вера");
        if (message.file() == null) {
            json.put("text", message.text());
        } else {
            json.put("caption", message.text());
            json.putObject("document")
                    .put("file_id", message.fileId())
                    .put("file_unique_id", "AgAD" + message.fileId())
                    .put("file_name", message.file().name())
                    .put("mime_type", message.file().mediaType())
                    .put("file_size", message.file().bytes().length);
        }
        if (message.markup() != null && message.markup().has("inline_keyboard")) {
            json.set("reply_markup", message.markup());
        }
        return json;
    }
}
