package io.orbita.battery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that lives in the future: its clock is moved from one due moment to the next, and after each death it is taken back to where it was. Looks into the database to know
 * what is due, and never writes there.
 */
final class FarServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final ServerUnderKill server;
    private Instant reached = Instant.EPOCH;
    private @Nullable Connection database;

    FarServer(Path folder) throws IOException {
        server = new ServerUnderKill(folder, "--orbita.sandbox-clock=true", "--orbita.rate-limits=false");
        server.start();
    }

    String url() {
        return server.url();
    }

    /** What the server's clock shows. */
    Instant now() {
        return advance(Duration.ZERO);
    }

    /** Goes on to that moment; one that has passed changes nothing. */
    void until(Instant moment) {
        Instant now = now();
        reached = moment.isAfter(now) ? advance(Duration.between(now, moment)) : now;
    }

    private Instant advance(Duration by) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + "/api/sandbox/clock"))
                .timeout(Duration.ofSeconds(30))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("advance", by.toString()))))
                .build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError("the clock does not move: " + new String(answer.body()));
            }
            return Instant.parse(JSON.readTree(answer.body()).path("now").asString());
        } catch (IOException e) {
            throw new AssertionError("the clock does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** When the next work is due; null for never. */
    @Nullable Instant nextDue() {
        return read("select min(due_at) from platform.due where dead_at is null and due_at > ?::timestamptz", reached)
                        instanceof OffsetDateTime at
                ? at.toInstant()
                : null;
    }

    /** How much work is due by then and not done. */
    long waiting(Instant by) {
        return (Long) Objects.requireNonNull(
                read("select count(*) from platform.due where dead_at is null and due_at <= ?::timestamptz", by));
    }

    /** How many pieces of work were given up since that time. */
    long givenUp(Instant since) {
        return (Long)
                Objects.requireNonNull(read("select count(*) from platform.due where dead_at > ?::timestamptz", since));
    }

    /** Waits until everything that is due by now is done. */
    void settle() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (waiting(reached) > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("what is due at " + reached + " is never done");
            }
            PatientLine.pause(20);
        }
    }

    /** Dies within so many milliseconds from now, and lives on where it was; perhaps dies while it starts as well. */
    String die(Random random, int within) throws IOException {
        int delay = random.nextInt(within);
        boolean databaseToo = random.nextInt(3) == 0;
        int secondLife = random.nextInt(-9_000, 3_000);
        PatientLine.pause(delay);
        long waited = waiting(reached);
        forget();
        server.kill(databaseToo);
        if (secondLife > 0) {
            server.launch();
            PatientLine.pause(secondLife);
            server.kill(false);
        }
        server.start();
        until(reached);
        return "after %d ms%s%s, about %d pieces undone"
                .formatted(
                        delay,
                        databaseToo ? " with its database" : "",
                        secondLife > 0 ? " and once more while it started" : "",
                        waited);
    }

    private @Nullable Object read(String sql, Instant at) {
        try (var statement = database().prepareStatement(sql)) {
            statement.setString(1, at.toString());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1) instanceof Timestamp
                        ? rows.getObject(1, OffsetDateTime.class)
                        : rows.getObject(1);
            }
        } catch (SQLException | IOException e) {
            throw new AssertionError(sql, e);
        }
    }

    private Connection database() throws IOException, SQLException {
        Connection open = database;
        if (open == null || open.isClosed()) {
            open = server.database();
            database = open;
        }
        return open;
    }

    private void forget() {
        Connection open = database;
        database = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                // It died with the server.
            }
        }
    }

    @Override
    public void close() {
        forget();
        server.close();
    }
}
