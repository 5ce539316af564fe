package io.orbita.battery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the owner of the demo business sees over REST. */
final class OwnersView {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final String token;

    OwnersView(String base) {
        this.base = base;
        String login = JSON.writeValueAsString(Map.of("username", "admin", "password", ServerUnderKill.PASSWORD));
        this.token = ask(HttpRequest.newBuilder(URI.create(base + "/api/auth/login"))
                        .header("content-type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(login)))
                .path("access_token")
                .asString();
    }

    /** A client as the list shows it. */
    record Seen(long id, String name, String stage) {}

    /** Those that the battery sends; the sample business has people of its own. */
    List<Seen> clients() {
        return whole("/api/clients").stream()
                .filter(client -> client.path("name").asString().startsWith(Buyer.NAME))
                .map(client -> new Seen(
                        client.path("id").asLong(),
                        client.path("name").asString(),
                        client.path("stage").path("role").asString("")))
                .toList();
    }

    /** Ids of the conversations by the id of their client. */
    Map<Long, List<Long>> conversations() {
        return whole("/api/conversations").stream()
                .collect(Collectors.groupingBy(
                        conversation -> conversation.path("client").path("id").asLong(),
                        Collectors.mapping(
                                conversation -> conversation.path("id").asLong(), Collectors.toList())));
    }

    /** All messages of a conversation. */
    List<JsonNode> messages(long conversation) {
        return whole("/api/conversations/" + conversation + "/messages");
    }

    /** Roles of the stages that a client was moved to, in any order. */
    List<String> moves(long client) {
        return items("/api/clients/" + client + "/pipeline-history").stream()
                .map(move -> move.path("to_stage").path("role").asString())
                .toList();
    }

    List<String> paymentStates(long client) {
        return items("/api/clients/" + client + "/payments").stream()
                .map(payment -> payment.path("status").asString())
                .toList();
    }

    /** For each programme of a client whether it is a paid one. */
    List<Boolean> programsPaid(long client) {
        return items("/api/clients/" + client + "/programs").stream()
                .map(program -> program.path("paid").asBoolean())
                .toList();
    }

    /** Says in which zone a client lives. */
    void livesIn(long client, String zone) {
        ask(HttpRequest.newBuilder(URI.create(base + "/api/clients/" + client))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(Map.of("time_zone", zone)))));
    }

    /** What the client will get within so many days, if nothing changes. */
    List<JsonNode> foretold(long client, int days) {
        return items("/api/clients/" + client + "/reminders/preview?days=" + days);
    }

    /** What was decided about reminders to the client, the newest first. */
    List<JsonNode> reminders(long client) {
        return whole("/api/clients/" + client + "/reminders");
    }

    /** The rules of reminders. */
    List<JsonNode> rules() {
        return items("/api/reminders/rules");
    }

    private List<JsonNode> whole(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(path + "?limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.path("items").forEach(items::add);
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    private List<JsonNode> items(String path) {
        return get(path).path("items").valueStream().toList();
    }

    private JsonNode get(String path) {
        return ask(HttpRequest.newBuilder(URI.create(base + path)).header("authorization", "Bearer " + token));
    }

    private static JsonNode ask(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        try {
            HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + " -> " + response.statusCode() + " "
                        + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
