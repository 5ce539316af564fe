package io.orbita.messaging.telegram;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Updates that wait for the bot: kept until an offset confirms them, given to one poller or one webhook. */
final class FakeUpdates {
    private static final JsonMapper JSON = new JsonMapper();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, JsonNode> waiting = new TreeMap<>();
    private long pollers;
    private String webhook = "";
    private @Nullable String secret;

    void put(JsonNode update) {
        lock.lock();
        try {
            waiting.put(update.path("update_id").longValue(), update);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    JsonNode poll(FakeForm form) throws InterruptedException {
        lock.lock();
        try {
            if (!webhook.isEmpty()) {
                throw new FakeRefusal(
                        409,
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                                + " webhook first",
                        Map.of());
            }
            waiting.headMap(form.number("offset", 0)).clear();
            long mine = ++pollers;
            changed.signalAll();
            long nanos = TimeUnit.SECONDS.toNanos(form.number("timeout", 0));
            while (waiting.isEmpty() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
                if (pollers != mine) {
                    throw new FakeRefusal(
                            409,
                            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
                                    + " running",
                            Map.of());
                }
            }
            var batch = JSON.createArrayNode();
            waiting.values().stream().limit(form.number("limit", 100)).forEach(batch::add);
            return batch;
        } finally {
            lock.unlock();
        }
    }

    JsonNode setWebhook(FakeForm form) {
        var url = form.text("url");
        var token = form.text("secret_token");
        if (url != null && !url.isEmpty() && !url.startsWith("https://")) {
            throw FakeRefusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (token != null && !token.matches("[A-Za-z0-9_-]{1,256}")) {
            throw FakeRefusal.badRequest("secret token contains unallowed characters");
        }
        lock.lock();
        try {
            webhook = url == null ? "" : url;
            secret = token;
            pollers++;
            changed.signalAll();
            return JSON.getNodeFactory().booleanNode(true);
        } finally {
            lock.unlock();
        }
    }

    JsonNode webhookInfo() {
        lock.lock();
        try {
            return JSON.createObjectNode()
                    .put("url", webhook)
                    .put("has_custom_certificate", false)
                    .put("pending_update_count", waiting.size());
        } finally {
            lock.unlock();
        }
    }

    /** Posts what waits to the path of the webhook on the given server; an update that is not taken with 2xx stays. */
    int push(HttpClient client, URI server) throws IOException, InterruptedException {
        int pushed = 0;
        for (var update : Map.copyOf(waiting).entrySet()) {
            var request = HttpRequest.newBuilder(
                            server.resolve(URI.create(webhook).getRawPath()))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(update.getValue().toString()));
            if (secret != null) {
                request.header("X-Telegram-Bot-Api-Secret-Token", secret);
            }
            var status = client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                waiting.remove(update.getKey());
                pushed++;
            }
        }
        return pushed;
    }
}
