package io.orbita.walk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's bot and till, by HTTP alone. */
public final class SandboxMessenger implements Walker.Messenger {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final String business;
    private final Line line;

    /** How a request reaches the server. */
    public interface Line {
        HttpResponse<byte[]> exchange(HttpRequest.Builder request);
    }

    SandboxMessenger(String base, String business) {
        this(base, business, SandboxMessenger::once);
    }

    public SandboxMessenger(String base, String business, Line line) {
        this.base = base;
        this.business = business;
        this.line = line;
    }

    @Override
    public void deliver(String update) {
        post("/api/sandbox/bot/" + business + "/updates", update, 202);
    }

    @Override
    public List<JsonNode> messages(long chat) {
        byte[] answer = bytes("/api/sandbox/bot/" + business + "/messages?limit=200&after=0&chat_id=" + chat);
        return JSON.readTree(answer).path("items").valueStream().toList();
    }

    @Override
    public byte[] file(JsonNode message) {
        return bytes(message.path("url").asString());
    }

    @Override
    public void pay(String publicId, String outcome) {
        post("/api/sandbox/payments/" + publicId, JSON.writeValueAsString(Map.of("outcome", outcome)), 0);
    }

    private void post(String path, String body, int expected) {
        HttpResponse<byte[]> answer = line.exchange(HttpRequest.newBuilder(URI.create(base + path))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (expected != 0 ? answer.statusCode() != expected : answer.statusCode() >= 300) {
            throw wrong(path, answer);
        }
    }

    private byte[] bytes(String path) {
        HttpResponse<byte[]> answer = line.exchange(HttpRequest.newBuilder(URI.create(base + path)));
        if (answer.statusCode() != 200) {
            throw wrong(path, answer);
        }
        return answer.body();
    }

    private static AssertionError wrong(String path, HttpResponse<byte[]> answer) {
        return new AssertionError(
                path + " -> " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> once(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
