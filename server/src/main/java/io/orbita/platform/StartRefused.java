package io.orbita.platform;

import org.springframework.modulith.NamedInterface;

/**
 * Orbita cannot or must not start like this. The message is for the person at the terminal: what is the matter and what
 * to do; it is shown in place of a stack trace.
 */
@NamedInterface("start")
public class StartRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
