package io.orbita.messaging.vk;

import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.channel.Outcome.Sent;
import io.orbita.messaging.channel.Outcome.TryLater;
import io.orbita.messaging.channel.Outcome.Unknown;
import io.orbita.messaging.channel.Received.Sender;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Speaks for one community. Every call is one attempt. */
final class VkClient {
    private final VkLine line;
    private final String token;

    VkClient(VkLine line, String token) {
        this.line = line;
        this.token = token;
    }

    /** A file that VK has taken, or why it has not. */
    sealed interface Kept {
        record Document(String attachment) implements Kept {}

        record Failed(Outcome outcome) implements Kept {}
    }

    /**
     * A new message; the same {@code random} is the same message for VK, so that a repeated attempt makes no second one.
     *
     * @param random not 0
     */
    Outcome send(String peer, int random, String text, @Nullable String keyboard, @Nullable String attachment) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("peer_id", peer);
        parameters.put("random_id", Integer.toString(random));
        parameters.put("message", text);
        parameters.put("dont_parse_links", "1");
        put(parameters, "keyboard", keyboard);
        put(parameters, "attachment", attachment);
        return switch (ask("messages.send", parameters)) {
            case VkAnswer.Ok ok ->
                new Sent(
                        ok.value().isIntegralNumber() ? Long.toString(ok.value().longValue()) : null, null);
            case VkAnswer.Refused refused -> refused.outcome();
        };
    }

    /** Another text and other buttons in place of a message of ours. */
    Outcome edit(String peer, String message, String text, @Nullable String keyboard) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("peer_id", peer);
        parameters.put("message_id", message);
        parameters.put("message", text);
        parameters.put("dont_parse_links", "1");
        put(parameters, "keyboard", keyboard);
        return switch (ask("messages.edit", parameters)) {
            case VkAnswer.Ok ok -> new Sent(message, null);
            case VkAnswer.Refused refused -> refused.outcome();
        };
    }

    /** The three steps of a document: where to bring it, bringing it, keeping it. Nothing is said to anybody yet. */
    Kept document(String peer, String name, String type, byte[] bytes) {
        var where = ask("docs.getMessagesUploadServer", Map.of("peer_id", peer, "type", "doc"));
        if (!(where instanceof VkAnswer.Ok ok)) {
            return failed(where);
        }
        var heard = line.upload(ok.value().path("upload_url").stringValue(""), name, type, bytes);
        var uploaded = heard.body() == null ? null : VkAnswer.json(heard.body());
        var file = uploaded == null ? "" : uploaded.path("file").stringValue("");
        if (file.isEmpty()) {
            return new Kept.Failed(new TryLater("the upload failed: " + heard.status() + " " + heard.failure()));
        }
        var saved = ask("docs.save", Map.of("file", file, "title", name));
        if (!(saved instanceof VkAnswer.Ok kept)) {
            return failed(saved);
        }
        var document = kept.value().path("doc");
        if (!document.path("id").canConvertToLong() || !document.has("id")) {
            return new Kept.Failed(new TryLater("docs.save named no document"));
        }
        var key = document.path("access_key").stringValue("");
        return new Kept.Document("doc" + document.path("owner_id").longValue(0) + "_"
                + document.path("id").longValue() + (key.isEmpty() ? "" : "_" + key));
    }

    /** Stops the spinner on a pressed button. */
    void acknowledge(String event, String user, String peer) {
        ask("messages.sendMessageEventAnswer", Map.of("event_id", event, "user_id", user, "peer_id", peer));
    }

    /** What the person is called; nameless when VK does not tell. */
    Sender who(long user) {
        if (ask("users.get", Map.of("user_ids", Long.toString(user))) instanceof VkAnswer.Ok ok) {
            var person = ok.value().path(0);
            return new Sender(
                    io.orbita.messaging.channel.CleanText.line(
                            person.path("first_name").stringValue(null), 128),
                    io.orbita.messaging.channel.CleanText.line(
                            person.path("last_name").stringValue(null), 128),
                    null,
                    null);
        }
        return new Sender(null, null, null, null);
    }

    VkAnswer ask(String method, Map<String, String> parameters) {
        return VkAnswer.of(line.call(token, method, parameters));
    }

    /** Nothing has been said yet, so that a lost answer is as good as none. */
    private static Kept failed(VkAnswer answer) {
        var outcome = answer instanceof VkAnswer.Refused refused ? refused.outcome() : new TryLater("");
        return new Kept.Failed(outcome instanceof Unknown unknown ? new TryLater(unknown.why()) : outcome);
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
