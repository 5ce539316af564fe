package io.orbita.programs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Google Sheets without signing in: answers 307 to another path first, as the real one goes to googleusercontent. */
final class FakeGoogle implements AutoCloseable {
    static final String ID = "1FakeSpreadsheetId000000000000000000000000AB";

    private final HttpServer server;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    /** What stands at an address. */
    record Answer(int status, String type, byte[] body, String location) {}

    FakeGoogle() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The answer to addresses that contain the text; the newest rule wins. */
    FakeGoogle gives(String part, int status, String type, byte[] body) {
        answers.put(part, new Answer(status, type, body, ""));
        return this;
    }

    FakeGoogle csv(String part, byte[] body) {
        return gives(part, 200, "text/csv; charset=utf-8", body);
    }

    FakeGoogle redirects(String part, String location) {
        answers.put(part, new Answer(307, "text/html", new byte[0], location));
        return this;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(address);
        Answer answer = answers.entrySet().stream()
                .filter(entry -> address.contains(entry.getKey()))
                .reduce((before, later) -> later)
                .map(Map.Entry::getValue)
                .orElse(new Answer(404, "text/html", "<html>".getBytes(StandardCharsets.UTF_8), ""));
        exchange.getResponseHeaders().set("content-type", answer.type());
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().set("location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
