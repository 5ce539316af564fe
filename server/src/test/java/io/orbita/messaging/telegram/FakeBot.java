package io.orbita.messaging.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One bot of the fake: its people, its updates, and what goes wrong with its calls. */
public final class FakeBot {
    private static final JsonMapper JSON = new JsonMapper();

    private final FakeChats chats = new FakeChats();
    private final FakeUpdates updates = new FakeUpdates();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final String token;
    private @Nullable Fault outage;

    FakeBot(String token) {
        this.token = token;
    }

    /** One call as it came: the method in lower case. */
    public record Call(String method, FakeForm form) {}

    /** What goes wrong with the next call of a method. */
    public sealed interface Fault {
        record TooMany(int seconds) implements Fault {}

        record ServerError() implements Fault {}

        /** An HTML page of something that stands before the API. */
        record Gateway(int status) implements Fault {}

        /** The call is carried out, and the answer never comes. */
        record AnswerLost() implements Fault {}

        /** The call is carried out, and the connection breaks. */
        record Broken() implements Fault {}

        /** The call never arrives, and neither does an answer. */
        record Silence() implements Fault {}

        /** HTTP 200 with something that is not the Bot API's. */
        record Nonsense() implements Fault {}
    }

    public String token() {
        return token;
    }

    /** The next call of this method meets this fault; several queue up. */
    public synchronized void next(String method, Fault fault) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), it -> new ArrayDeque<>())
                .add(fault);
    }

    /** Every call meets this fault until it is over; null ends it. */
    public synchronized void outage(@Nullable Fault fault) {
        outage = fault;
    }

    public void block(long chat) {
        chats.refuse(chat, "bot was blocked by the user");
    }

    public void deactivate(long chat) {
        chats.refuse(chat, "user is deactivated");
    }

    public void unblock(long chat) {
        chats.welcome(chat);
    }

    /** The bot never met this chat. */
    public void forget(long chat) {
        chats.forget(chat);
    }

    public void migrate(long chat, long to) {
        chats.migrate(chat, to);
    }

    /** Buttons that open this host are refused, as Telegram refuses what it cannot reach. */
    public void refuseLinksTo(String host) {
        chats.refuseLinksTo(host);
    }

    /** An update waits for the bot; a press can be answered once. */
    public void happen(String update) {
        var json = JSON.readTree(update);
        var press = json.path("callback_query").path("id").stringValue(null);
        if (press != null) {
            chats.press(press);
        }
        updates.put(json);
    }

    /** Delivers what waits to the webhook's path on this server, as Telegram would; gives how many were taken. */
    public int push(URI to) {
        try (var client = HttpClient.newHttpClient()) {
            return updates.push(client, to);
        } catch (IOException | InterruptedException reason) {
            throw new IllegalStateException(reason);
        }
    }

    public int waiting() {
        return updates.waiting();
    }

    /** What people see, in the order of sending. */
    public List<FakeMessage> messages() {
        return chats.messages();
    }

    public List<String> answeredPresses() {
        return chats.answeredPresses();
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Writes the call down; gives what is to go wrong with it. */
    synchronized @Nullable Fault met(String method, FakeForm form) {
        calls.add(new Call(method, form));
        var queue = faults.get(method);
        var fault = queue == null ? null : queue.poll();
        return fault == null ? outage : fault;
    }

    JsonNode call(String method, FakeForm form) throws InterruptedException {
        return switch (method) {
            case "getme" ->
                JSON.createObjectNode()
                        .put("id", Long.parseLong(token.substring(0, token.indexOf(':'))))
                        .put("is_bot", true)
                        .put("first_name", "Орбита")
                        .put("username", "orbita_test_bot");
            case "sendmessage" -> chats.sendMessage(form);
            case "senddocument" -> chats.sendDocument(form);
            case "editmessagereplymarkup" -> chats.edit(form, false);
            case "editmessagetext" -> chats.edit(form, true);
            case "answercallbackquery" -> chats.answerPress(form);
            case "getupdates" -> updates.poll(form);
            case "setwebhook" -> updates.setWebhook(form);
            case "deletewebhook" -> updates.setWebhook(new FakeForm(Map.of(), Map.of()));
            case "getwebhookinfo" -> updates.webhookInfo();
            case "setmycommands" -> JSON.getNodeFactory().booleanNode(true);
            default -> throw new FakeRefusal(404, "Not Found: method not found", Map.of());
        };
    }
}
