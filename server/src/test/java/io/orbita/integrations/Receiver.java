package io.orbita.integrations;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks on the loopback that can be told how to misbehave. */
final class Receiver implements AutoCloseable {
    /** What came; header names in lower case. */
    record Received(String line, Map<String, String> headers, String body) {
        String header(String name) {
            return Objects.requireNonNullElse(headers.get(name), "");
        }
    }

    private static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";

    private final ServerSocket server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String usual = OK;

    Receiver() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hook?key=1";
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** The answers to the next requests, raw; {@code hang} never answers, {@code drip} gives a byte now and then. */
    void next(String... raw) {
        answers.addAll(List.of(raw));
    }

    /** What is answered when nothing else was told. */
    void always(String raw) {
        usual = raw;
    }

    static String status(int status, String... headers) {
        return "HTTP/1.1 " + status + " Said\r\n" + String.join("", List.of(headers)) + "Content-Length: 0\r\n\r\n";
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            received.add(read(new BufferedInputStream(socket.getInputStream())));
            String answer = Objects.requireNonNullElse(answers.poll(), usual);
            var out = socket.getOutputStream();
            if (answer.equals("hang")) {
                closed.await(30, TimeUnit.SECONDS);
            } else if (answer.equals("drip")) {
                for (byte next : OK.getBytes(StandardCharsets.US_ASCII)) {
                    out.write(next);
                    out.flush();
                    if (closed.await(300, TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            } else {
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException e) {
            // The sender went away, as it should from a receiver like this.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received read(InputStream in) throws IOException {
        String line = line(in);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Received(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
