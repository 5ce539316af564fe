package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file goes into a business in peace, and once more while the server is killed twice; each import is undone. What the tables hold is compared each time. */
final class ImportRounds {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final long seed;
    private final Path folder;

    ImportRounds(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    void run(int rows) throws IOException {
        byte[] file = ImportFile.of(seed, rows).getBytes(StandardCharsets.UTF_8);
        var random = new Random(seed);
        try (var server = new ServerUnderKill(folder, "--orbita.demo=false")) {
            server.start();
            var owner = new Owner(server.url(), "admin");
            int old = owner.acquaintances(rows);
            var before = new TableDigest(server.data()).of(old);

            long calm = owner.begin(file);
            owner.until(calm, "done", "unbroken run", rows);
            tell("server: %s", server.figures());
            JsonNode result = owner.get("/api/clients/imports/" + calm).path("result");
            List<String> rejected = owner.rejected(calm);
            assertThat(rejected).hasSize(ImportFile.bad(rows));
            assertThat(result.path("updated").asInt()).isGreaterThanOrEqualTo(old);
            var wanted = new TableDigest(server.data()).of(old);
            var outcomes = new TableDigest(server.data()).outcomes(old);
            new ImportReadings(server, owner).tell(rows);
            owner.undo(calm);
            owner.until(calm, "undone", "undoing it", rows);
            assertThat(new TableDigest(server.data()).of(old)).as("undone").isEqualTo(before);

            long shaken = owner.begin(file);
            for (int kill = 1; kill <= 2; kill++) {
                int moment =
                        random.nextInt(rows * (kill - 1) / 2, Math.max(rows * (kill - 1) / 2 + 1, rows * kill / 2));
                owner.waitFor(shaken, moment);
                PatientLine.pause(random.nextInt(300));
                boolean databaseToo = random.nextBoolean();
                server.kill(databaseToo);
                tell("kill -9 of the server%s after about row %d", databaseToo ? " and its database" : "", moment);
                server.start();
            }
            owner.until(shaken, "done", "the rest of the run that was killed twice", rows);
            assertThat(owner.get("/api/clients/imports/" + shaken).path("result"))
                    .isEqualTo(result);
            assertThat(owner.rejected(shaken)).isEqualTo(rejected);
            assertThat(new TableDigest(server.data()).of(old))
                    .as("killed twice")
                    .isEqualTo(wanted);
            assertThat(new TableDigest(server.data()).outcomes(old)).isEqualTo(outcomes);

            owner.undo(shaken);
            PatientLine.pause(random.nextInt(1_000));
            server.kill(false);
            tell("kill -9 of the server while it undoes");
            server.start();
            owner.until(shaken, "undone", "the rest of the undoing", rows);
            assertThat(owner.get("/api/clients/imports/" + shaken)
                            .path("result")
                            .path("kept")
                            .asInt())
                    .isZero();
            assertThat(new TableDigest(server.data()).of(old)).as("undone").isEqualTo(before);
            tell("%d tables are as they were: %s", before.size(), before);
        }
    }

    @SuppressWarnings("SystemOut")
    static void tell(String text, Object... values) {
        System.out.printf(
                "import battery [load %.1f]: %s%n",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage(),
                text.formatted(values));
    }

    /** An owner over REST; signs in anew when the token is too old or the server was started again. */
    static final class Owner {
        private final String base;
        private final String username;
        private @Nullable String token;

        Owner(String base, String username) {
            this.base = base;
            this.username = username;
        }

        long begin(byte[] file) {
            JsonNode uploaded =
                    send("POST", "/api/clients/imports?name=clients.csv", HttpRequest.BodyPublishers.ofByteArray(file));
            long id = uploaded.path("id").asLong();
            List<Map<String, Object>> columns = new ArrayList<>();
            uploaded.path("columns")
                    .forEach(column -> columns.add(Map.of(
                            "column",
                            column.path("column").asInt(),
                            "field",
                            column.path("field").asString())));
            long start = System.nanoTime();
            post("/api/clients/imports/" + id + "/check", Map.of("columns", columns, "policy", "fill"));
            while (!get("/api/clients/imports/" + id).path("state").asString().equals("checked")) {
                PatientLine.pause(50);
            }
            tell("dry run took %d ms", (System.nanoTime() - start) / 1_000_000);
            post("/api/clients/imports/" + id + "/start", Map.of());
            return id;
        }

        void waitFor(long id, int done) {
            while (get("/api/clients/imports/" + id).path("result").path("done").asInt() < done) {
                PatientLine.pause(20);
            }
        }

        void undo(long id) {
            post("/api/clients/imports/" + id + "/undo", Map.of());
        }

        void until(long id, String wanted, String what, int rows) {
            long start = System.nanoTime();
            int done = -1;
            int first = -1;
            String state;
            do {
                PatientLine.pause(100);
                JsonNode seen = get("/api/clients/imports/" + id);
                state = seen.path("state").asString();
                int now = seen.path("result")
                        .path(wanted.equals("done") ? "done" : "undone")
                        .asInt();
                assertThat(now).as("progress").isGreaterThanOrEqualTo(done);
                done = now;
                first = first < 0 ? now : first;
            } while (!state.equals(wanted));
            long ms = Math.max(1, (System.nanoTime() - start) / 1_000_000);
            tell(
                    "%s: rows %d to %d of %d in %d ms, %d a second",
                    what, first, done, rows, ms, (done - first) * 1_000L / ms);
        }

        /** Clients who are known before the file comes, and stand in it. Returns how many. */
        int acquaintances(int rows) {
            int made = 0;
            for (int person = 7; person < rows && made < 40; person += Math.max(1, rows / 40)) {
                if (person % 100 != 0) {
                    post(
                            "/api/clients",
                            Map.of("name", "Старый " + person, "phones", List.of("+7916" + "%07d".formatted(person))));
                    made++;
                }
            }
            return made;
        }

        List<String> rejected(long id) {
            List<String> all = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = get("/api/clients/imports/" + id + "/rejected?limit=200"
                        + (next.isEmpty() ? "" : "&cursor=" + next));
                page.path("items").forEach(row -> all.add(row.toString()));
                next = page.path("next_cursor").asString("");
            } while (!next.isEmpty());
            return all;
        }

        JsonNode get(String path) {
            return send("GET", path, HttpRequest.BodyPublishers.noBody());
        }

        JsonNode post(String path, Object body) {
            return send("POST", path, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }

        private JsonNode send(String method, String path, HttpRequest.BodyPublisher body) {
            for (int attempt = 1; ; attempt++) {
                var response = ask(method, path, body, token());
                if (response.statusCode() < 300) {
                    return JSON.readTree(response.body());
                }
                if (response.statusCode() != 401 || attempt == 3) {
                    throw new AssertionError(
                            method + " " + path + ": " + response.statusCode() + " " + response.body());
                }
                token = null;
            }
        }

        private String token() {
            String known = token;
            if (known != null) {
                return known;
            }
            String login = JSON.writeValueAsString(Map.of("username", username, "password", ServerUnderKill.PASSWORD));
            String fresh = JSON.readTree(ask("POST", "/api/auth/login", HttpRequest.BodyPublishers.ofString(login), "")
                            .body())
                    .path("access_token")
                    .asString();
            token = fresh;
            return fresh;
        }

        /** The length of the answer in bytes; it is not kept. */
        long length(String path) {
            try {
                var request = HttpRequest.newBuilder(URI.create(base + path))
                        .header("authorization", "Bearer " + token())
                        .build();
                var response = HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
                assertThat(response.statusCode()).as(path).isEqualTo(200);
                try (var body = response.body()) {
                    return body.transferTo(java.io.OutputStream.nullOutputStream());
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private HttpResponse<String> ask(String method, String path, HttpRequest.BodyPublisher body, String bearer) {
            try {
                var request = HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(Duration.ofMinutes(5))
                        .header("content-type", "application/json")
                        .method(method, body);
                if (!bearer.isEmpty()) {
                    request.header("authorization", "Bearer " + bearer);
                }
                return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
