package io.orbita.platform.jdbc.embedded;

/** The embedded database could not be started; the message says why and what the owner can do, in plain words. */
public class DatabaseNotStarted extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    DatabaseNotStarted(String message) {
        super(message);
    }

    DatabaseNotStarted(String message, Throwable cause) {
        super(message, cause);
    }
}
