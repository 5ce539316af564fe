package io.orbita.payments;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A mail server on loopback that keeps what it was given. */
final class LocalPost implements AutoCloseable {
    private final GreenMail server;

    private LocalPost(GreenMail server) {
        this.server = server;
    }

    static LocalPost open() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new LocalPost(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    int count() {
        return server.getReceivedMessages().length;
    }

    long withPdf() {
        return Arrays.stream(server.getReceivedMessages())
                .map(letter -> {
                    try {
                        return new String(letter.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                    } catch (java.io.IOException | jakarta.mail.MessagingException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                })
                .filter(body -> body.contains("application/pdf"))
                .count();
    }

    @Override
    public void close() {
        server.stop();
    }
}
