package io.orbita.messaging.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orbita.messaging.telegram.FakeBot.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Bot API on loopback, as strict as the real one where it matters to us: unknown tokens, blocked people, unknown files, the
 * limits of texts and buttons, one poller at a time, and every failure on demand.
 */
public final class FakeTelegram implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([A-Za-z]+)");
    private static final JsonMapper JSON = new JsonMapper();

    /** Of all servers in a run: they share a database, in which a bot belongs to one business. */
    private static final AtomicLong BOT_IDS = new AtomicLong(300200100);

    private final Map<String, FakeBot> bots = new ConcurrentHashMap<>();
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

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A bot that nobody else has. */
    public FakeBot newBot() {
        var bot = new FakeBot(BOT_IDS.getAndIncrement() + ":AAF-invented-token-for-tests-0123456789");
        bots.put(bot.token(), bot);
        return bot;
    }

    /** The bot's token works no more. */
    public void revoke(FakeBot bot) {
        bots.remove(bot.token());
    }

    /** The bot's token works again. */
    public void admit(FakeBot bot) {
        bots.put(bot.token(), bot);
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
            var bot = bots.get(path.group(1));
            if (bot == null) {
                refuse(exchange, unknownToken(path.group(1)));
                return;
            }
            var fault = bot.met(method, form);
            if (fault == null || fault instanceof Fault.AnswerLost || fault instanceof Fault.Broken) {
                carryOut(exchange, bot, method, form, fault);
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

    private void carryOut(HttpExchange exchange, FakeBot bot, String method, FakeForm form, @Nullable Fault fault)
            throws IOException, InterruptedException {
        JsonNode result;
        try {
            result = bot.call(method, form);
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
