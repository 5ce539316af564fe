package io.orbita.messaging.telegram;

import org.jspecify.annotations.Nullable;

/** How far one call came: what the exceptions of an HTTP client do not tell. */
final class Journey {
    /** The call that runs on this thread. */
    static final ScopedValue<Journey> CURRENT = ScopedValue.newInstance();

    private boolean left;
    private int status;
    private @Nullable String retryAfter;
    private @Nullable String body;
    private String failure = "no answer";

    /** A connection stands and the request goes out: from here on it may have been taken. */
    void leave() {
        left = true;
    }

    void arrive(int status, @Nullable String retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    void read(String body) {
        this.body = body;
    }

    /** The class of an exception says enough; its message may hold the address and with it the token. */
    void fail(Throwable reason) {
        failure = reason.getClass().getSimpleName();
    }

    boolean left() {
        return left;
    }

    /** The HTTP status, 0 when no answer came. */
    int status() {
        return status;
    }

    @Nullable String retryAfter() {
        return retryAfter;
    }

    /** The whole answer, null when it did not arrive whole. */
    @Nullable String body() {
        return body;
    }

    String failure() {
        return failure;
    }
}
