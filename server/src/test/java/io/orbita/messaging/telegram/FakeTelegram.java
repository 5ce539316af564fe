package io.orbita.messaging.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Bot API on loopback, as strict as the real one where it matters to us: unknown tokens, blocked people, unknown files, the
 * limits of texts and buttons, one poller at a time, and every failure on demand.
 */
public final class FakeTelegram implements AutoCloseable {
    public static final String TOKEN = "300200100:AAF-invented-token-for-tests-0123456789";

    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final FakeChats chats = new FakeChats();
    private final FakeUpdates updates = new FakeUpdates();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public FakeTelegram() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException reason) {
            throw new UncheckedIOException(reason);
        }
        server.setExecutor(workers);
        server.createContext("/", this::answer);
        server.start();
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

        /** HTTP 200 with something that is not the Bot API's. */
        record Nonsense() implements Fault {}
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next call of this method meets this fault; several queue up. */
    public synchronized void next(String method, Fault fault) {
        faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), it -> new ArrayDeque<>())
                .add(fault);
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

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                refuse(exchange, new FakeRefusal(404, "Not Found", Map.of()));
                return;
            }
            var method = path.group(2).toLowerCase(Locale.ROOT);
            var form = FakeForm.read(exchange);
            @Nullable Fault fault;
            synchronized (this) {
                calls.add(new Call(method, form));
                var queue = faults.get(method);
                fault = queue == null ? null : queue.poll();
            }
            if (!path.group(1).equals(TOKEN)) {
                refuse(exchange, unknownToken(path.group(1)));
                return;
            }
            if (fault == null || fault instanceof Fault.AnswerLost || fault instanceof Fault.Broken) {
                carryOut(exchange, method, form, fault);
            } else {
                fail(exchange, fault);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static FakeRefusal unknownToken(String token) {
        return token.contains(":")
                ? new FakeRefusal(401, "Unauthorized", Map.of())
                : new FakeRefusal(404, "Not Found", Map.of());
    }

    private void carryOut(HttpExchange exchange, String method, FakeForm form, @Nullable Fault fault)
            throws IOException, InterruptedException {
        JsonNode result;
        try {
            result = call(method, form);
        } catch (FakeRefusal refusal) {
            refuse(exchange, refusal);
            return;
        }
        if (fault instanceof Fault.AnswerLost) {
            closing.await();
        } else if (fault == null) {
            var answer = JSON.createObjectNode().put("ok", true);
            answer.set("result", result);
            write(exchange, 200, "application/json", answer.toString());
        }
    }

    private JsonNode call(String method, FakeForm form) throws InterruptedException {
        return switch (method) {
            case "getme" ->
                JSON.createObjectNode()
                        .put("id", 300200100)
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

    private static void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case Fault.TooMany many -> refuse(exchange, FakeRefusal.tooMany(many.seconds()));
            case Fault.ServerError error ->
                refuse(exchange, new FakeRefusal(500, "Internal Server Error: restart", Map.of()));
            case Fault.Gateway gateway -> write(exchange, gateway.status(), "text/html", "<html><h1>nginx</h1></html>");
            case Fault.Nonsense nonsense ->
                write(exchange, 200, "text/html", "<html>Please log in to the Wi-Fi</html>");
            case Fault.AnswerLost lost -> throw new IllegalStateException();
            case Fault.Broken broken -> throw new IllegalStateException();
        }
    }

    private static void refuse(HttpExchange exchange, FakeRefusal refusal) throws IOException {
        var answer = JSON.createObjectNode()
                .put("ok", false)
                .put("error_code", refusal.code)
                .put("description", refusal.description);
        if (!refusal.parameters.isEmpty()) {
            answer.set("parameters", JSON.valueToTree(refusal.parameters));
        }
        if (refusal.parameters.get("retry_after") instanceof Integer seconds) {
            exchange.getResponseHeaders().add("Retry-After", seconds.toString());
        }
        write(exchange, refusal.code, "application/json", answer.toString());
    }

    private static void write(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
