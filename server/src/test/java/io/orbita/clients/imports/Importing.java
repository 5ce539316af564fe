package io.orbita.clients.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports through the API, as a page would do it. */
record Importing(World world, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    World.Answer upload(byte[] file) {
        try {
            var request = HttpRequest.newBuilder(URI.create(world.url() + "/api/clients/imports?name=clients.csv"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                    .build();
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new World.Answer(
                    response.statusCode(), JSON.readTree(response.body()), new org.springframework.http.HttpHeaders());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    World.Answer upload(String csv) {
        return upload(csv.getBytes(StandardCharsets.UTF_8));
    }

    JsonNode get(long id) {
        return world.get("/api/clients/imports/" + id, token).body();
    }

    World.Answer post(long id, String verb, Object body) {
        return world.post("/api/clients/imports/" + id + "/" + verb, token, body);
    }

    /** Uploads, takes the guesses for the mapping, and tries dry. Returns the id. */
    long checked(String csv, String policy, Map<String, Object> more) {
        return checked(csv.getBytes(StandardCharsets.UTF_8), policy, more);
    }

    long checked(byte[] file, String policy, Map<String, Object> more) {
        World.Answer answer = upload(file);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        List<Map<String, Object>> columns = new ArrayList<>();
        answer.body().path("columns").forEach(column -> {
            if (column.hasNonNull("field")) {
                columns.add(Map.of(
                        "column",
                        column.path("column").asInt(),
                        "field",
                        column.path("field").asString()));
            }
        });
        var settings = new java.util.HashMap<String, Object>(more);
        settings.put("columns", columns);
        settings.put("policy", policy);
        long id = answer.body().path("id").asLong();
        World.Answer check = post(id, "check", settings);
        assertThat(check.status()).as(check.body().toString()).isEqualTo(202);
        world.drain();
        assertThat(get(id).path("state").asString()).isEqualTo("checked");
        return id;
    }

    /** The whole way. Returns the id. */
    long run(String csv, String policy) {
        long id = checked(csv, policy, Map.of());
        assertThat(post(id, "start", Map.of()).status()).isEqualTo(202);
        world.drain();
        assertThat(get(id).path("state").asString()).isEqualTo("done");
        return id;
    }

    void undo(long id) {
        assertThat(post(id, "undo", Map.of()).status()).isEqualTo(202);
        world.drain();
        assertThat(get(id).path("state").asString()).isEqualTo("undone");
    }

    List<JsonNode> clients() {
        return world.get("/api/clients?limit=200&sort=name", token)
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    List<String> names() {
        return clients().stream().map(client -> client.path("name").asString()).toList();
    }
}
