package io.orbita.messaging.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A mail server that answers one stage of the talk in its own way; an empty answer hangs up. */
final class FakeSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    FakeSmtp(String stage, String answer) {
        answers.put(stage, answer);
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException reason) {
            throw new UncheckedIOException(reason);
        }
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var talk = socket.accept()) {
                talk(talk);
            } catch (IOException closed) {
                // The client went, or the test is over.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (!say(socket, "GREETING", "220 fake")) {
            return;
        }
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
            if (!say(socket, verb, verb.equals("DATA") ? "354 go on" : "250 ok")) {
                return;
            }
            if (verb.equals("DATA") && !answers.containsKey("DATA")) {
                while (!".".equals(in.readLine())) {
                    // The letter itself.
                }
                if (!say(socket, "LETTER", "250 taken")) {
                    return;
                }
            }
        }
    }

    private boolean say(Socket socket, String stage, String usual) throws IOException {
        var answer = answers.getOrDefault(stage, usual);
        socket.getOutputStream()
                .write(
                        (answer + "\r\n").getBytes(StandardCharsets.UTF_8),
                        0,
                        answer.isEmpty() ? 0 : answer.length() + 2);
        return !answer.isEmpty();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
