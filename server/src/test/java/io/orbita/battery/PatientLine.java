package io.orbita.battery;

import io.orbita.walk.SandboxMessenger;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connection that behaves as Telegram's servers do: what was not confirmed is sent again, unchanged, until it is. After
 * something was sent, the chat is read until the bot has said something new. One per client.
 */
final class PatientLine implements SandboxMessenger.Line {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicInteger sent;
    private final Queue<String> complaints;
    private long newest;
    private long answered;

    /**
     * @param sent counts what was sent, over all clients
     * @param complaints gets every answer that no crash excuses
     */
    PatientLine(AtomicInteger sent, Queue<String> complaints) {
        this.sent = sent;
        this.complaints = complaints;
    }

    @Override
    public HttpResponse<byte[]> exchange(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        if (request.method().equals("POST")) {
            answered = newest;
            sent.incrementAndGet();
            return untilHeard(request);
        }
        return request.uri().getPath().endsWith("/messages") ? untilAnswered(request) : untilHeard(request);
    }

    private HttpResponse<byte[]> untilAnswered(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<byte[]> chat = untilHeard(request);
            newest = chat.statusCode() == 200 ? newestIn(chat.body()) : newest;
            if (newest > answered || chat.statusCode() != 200) {
                return chat;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the bot is silent after " + answered + ": " + request.uri());
            }
            pause(200);
        }
    }

    private HttpResponse<byte[]> untilHeard(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() < 500) {
                    return response;
                }
                if (response.statusCode() != 503) {
                    complaints.add(request.uri() + " -> " + response.statusCode() + " " + new String(response.body()));
                }
            } catch (IOException down) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("the server does not come back: " + request.uri(), down);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            pause(100);
        }
    }

    private static long newestIn(byte[] chat) {
        return JSON.readTree(chat)
                .path("items")
                .valueStream()
                .mapToLong(message -> message.path("message_id").asLong())
                .max()
                .orElse(0);
    }

    static void pause(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        if (Thread.interrupted()) {
            throw new IllegalStateException("given up");
        }
    }
}
