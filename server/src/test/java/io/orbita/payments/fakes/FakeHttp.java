package io.orbita.payments.fakes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on the loopback that can be told how to misbehave. Requests are answered one at a time. */
public abstract class FakeHttp implements AutoCloseable {

    /** @param idempotenceKey empty: none was sent */
    public record Request(
            String method, String path, String query, String authorization, String idempotenceKey, JsonNode body) {}

    public record Response(int status, JsonNode body) {}

    protected static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<Misbehaviour> next = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new ArrayList<>();
    private volatile boolean dead;

    protected FakeHttp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** What the fake does with a well-formed request. */
    protected abstract Response answer(Request request);

    protected abstract String root();

    /** The base URL to configure. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + root());
    }

    /** What goes wrong with the next requests, one each. */
    public void next(Misbehaviour... misbehaviours) {
        next.addAll(List.of(misbehaviours));
    }

    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    public Request lastRequest() {
        return requests().getLast();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }

    /** From now on it answers nothing but 503, or is well again. */
    public void isDead(boolean now) {
        dead = now;
    }

    /** As if nobody had ever called. */
    public synchronized void forget() {
        next.clear();
        requests.clear();
        dead = false;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = read(exchange);
        var wrong = dead ? Misbehaviour.refuses(503) : next.poll();
        if (wrong == null) {
            send(exchange, act(request));
            return;
        }
        if (wrong.acts()) {
            act(request);
        }
        misbehave(exchange, wrong);
    }

    private synchronized Response act(Request request) {
        requests.add(request);
        return answer(request);
    }

    private Request read(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        var uri = exchange.getRequestURI();
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath().substring(root().length()),
                uri.getQuery() == null ? "" : uri.getQuery(),
                orEmpty(headers.getFirst("Authorization")),
                orEmpty(headers.getFirst("Idempotence-Key")),
                body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
    }

    @SuppressWarnings("NullAway") // com.sun.net.httpserver says nothing of nulls, and there are some
    private static String orEmpty(String header) {
        return header == null ? "" : header;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        var bytes = JSON.writeValueAsBytes(response.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(response.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void misbehave(HttpExchange exchange, Misbehaviour wrong) throws IOException {
        switch (wrong.kind()) {
            case STATUS -> {
                if (wrong.status() / 100 == 3) {
                    exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
                }
                send(
                        exchange,
                        new Response(wrong.status(), JSON.createObjectNode().put("type", "error")));
            }
            case SILENCE -> {
                untilClosed(Long.MAX_VALUE);
                exchange.close();
            }
            case DRIP -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                while (!untilClosed(20)) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                }
            }
            case WEB_PAGE -> {
                var page = "<html><body>Ведутся работы</body></html>".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            }
            case FLOOD -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(new byte[8 * 1024 * 1024]);
                exchange.close();
            }
            case BREAK -> exchange.close();
        }
    }

    private boolean untilClosed(long milliseconds) {
        try {
            return closed.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
