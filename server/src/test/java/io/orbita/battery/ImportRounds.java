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

/** One file goes into two businesses: into one in peace, into the other while the server is killed twice. Then the second import is undone. */
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
        try (var server = new ServerUnderKill(folder)) {
            server.start();
            var calm = new Owner(server.url(), "studio-admin");
            var shaken = new Owner(server.url(), "admin");
            List<String> before = shaken.clients(0);
            long newest = shaken.newest();
            long newestOfCalm = calm.newest();

            long calmImport = calm.begin(file);
            calm.until(calmImport, rows, "unbroken run of %d rows", rows);
            long shakenImport = shaken.begin(file);
            for (int kill = 1; kill <= 2; kill++) {
                int moment =
                        random.nextInt(rows * (kill - 1) / 2, Math.max(rows * (kill - 1) / 2 + 1, rows * kill / 2));
                shaken.waitFor(shakenImport, moment);
                PatientLine.pause(random.nextInt(300));
                server.kill(random.nextBoolean());
                tell("killed after about row %d", moment);
                server.start();
            }
            shaken.until(shakenImport, rows, "run of %d rows that was killed twice", rows);
            assertThat(shaken.get("/api/clients/imports/" + shakenImport).path("result"))
                    .isEqualTo(calm.get("/api/clients/imports/" + calmImport).path("result"));
            assertThat(shaken.clients(newest)).isEqualTo(calm.clients(newestOfCalm));
            assertThat(shaken.rejected(shakenImport))
                    .isEqualTo(calm.rejected(calmImport))
                    .hasSize(ImportFile.bad(rows));

            shaken.post("/api/clients/imports/" + shakenImport + "/undo", Map.of());
            PatientLine.pause(random.nextInt(1_000));
            server.kill(false);
            server.start();
            shaken.until(shakenImport, rows, "undoing %d rows, killed once", rows);
            assertThat(shaken.get("/api/clients/imports/" + shakenImport)
                            .path("result")
                            .path("kept")
                            .asInt())
                    .isZero();
            assertThat(shaken.clients(0)).isEqualTo(before);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String text, Object... values) {
        System.out.println("import battery: " + text.formatted(values));
    }

    /** An owner over REST; signs in anew when the token is too old or the server was started again. */
    private static final class Owner {
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

        void until(long id, int rows, String what, Object... values) {
            long start = System.nanoTime();
            String state;
            do {
                PatientLine.pause(100);
                state = get("/api/clients/imports/" + id).path("state").asString();
            } while (!state.equals("done") && !state.equals("undone"));
            long ms = Math.max(1, (System.nanoTime() - start) / 1_000_000);
            tell(what + ": %s after %d ms, %d rows a second", values[0], state, ms, rows * 1_000L / ms);
        }

        long newest() {
            return get("/api/clients?limit=1").path("items").path(0).path("id").asLong();
        }

        /** All clients younger than that id, as texts without ids, in the order they came. */
        List<String> clients(long after) {
            List<String> all = new ArrayList<>();
            String next = "";
            do {
                JsonNode page =
                        get("/api/clients?sort=created_at&limit=200" + (next.isEmpty() ? "" : "&cursor=" + next));
                page.path("items").forEach(client -> {
                    if (client.path("id").asLong() > after) {
                        all.add(client.path("name").asString()
                                + client.path("phones")
                                + client.path("emails")
                                + client.path("tags")
                                + client.path("stage").path("role")
                                + client.path("source"));
                    }
                });
                next = page.path("next_cursor").asString("");
            } while (!next.isEmpty());
            return all.stream().sorted().toList();
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
