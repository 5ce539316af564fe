package io.orbita.live;

import io.orbita.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of the panel that listens. */
final class OpenPage implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 20;

    /** One event; a comment line is called {@code :}, the end of the stream {@code end}. */
    record Event(String name, JsonNode data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final HttpResponse<InputStream> response;
    private final Event hello;

    OpenPage(World world, String token) {
        try {
            response = client.send(
                    HttpRequest.newBuilder(URI.create(world.url() + "/api/events"))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
        hello = next(event -> event.name().equals("hello"));
    }

    Event hello() {
        return hello;
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The next event like that; what comes before it is passed over. */
    Event next(Predicate<Event> like) {
        try {
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                Event event = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (event == null) {
                    throw new AssertionError("nothing was heard in " + PATIENCE_SECONDS + " seconds");
                }
                if (like.test(event)) {
                    return event;
                }
                if (event.name().equals("end")) {
                    throw new AssertionError("the stream ended");
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Event next(String name) {
        return next(event -> event.name().equals(name));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    heard.add(new Event(name, JSON.readTree(line.substring("data: ".length()))));
                } else if (line.startsWith(":")) {
                    heard.add(new Event(":", JSON.createObjectNode()));
                }
            }
        } catch (IOException e) {
            // Closed by us.
        }
        heard.add(new Event("end", JSON.createObjectNode()));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
