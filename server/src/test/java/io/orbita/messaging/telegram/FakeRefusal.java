package io.orbita.messaging.telegram;

import java.util.Map;

/** How the Bot API says no. */
final class FakeRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int code;
    final String description;
    final transient Map<String, Object> parameters;

    FakeRefusal(int code, String description, Map<String, Object> parameters) {
        super(description);
        this.code = code;
        this.description = description;
        this.parameters = parameters;
    }

    static FakeRefusal badRequest(String description) {
        return new FakeRefusal(400, "Bad Request: " + description, Map.of());
    }

    static FakeRefusal tooMany(int seconds) {
        return new FakeRefusal(429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
    }
}
