package io.orbita.integrations;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries one request to one address, the one that was checked: a client that looked the name up again could be led elsewhere. Of the answer only the first line is read, so that
 * redirects lead nowhere and endless bodies cost nothing; all of it together may take so long and no longer. Never call it inside a transaction.
 */
@Component
class Courier implements AutoCloseable {
    private static final int LONGEST_LINE = 1_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");

    /**
     * What came of it.
     *
     * @param outcome {@code delivered}, {@code answered} (another status than 2xx), {@code redirected}, {@code gone}, {@code timed-out}, {@code refused} (no connection), {@code
     *     unknown-host}, {@code forbidden} (a private address), {@code tls}, {@code broken} (no answer in HTTP)
     * @param status what the receiver answered; null for nothing
     */
    record Result(String outcome, @Nullable Integer status, int tookMs) {
        boolean delivered() {
            return outcome.equals("delivered");
        }
    }

    private final Destinations destinations;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-watch").factory());

    Courier(Destinations destinations, @Value("${orbita.webhooks.patience:10s}") Duration patience) {
        this.destinations = destinations;
        this.patience = patience;
    }

    Result post(URI url, Map<String, String> headers, String body) {
        long begin = System.nanoTime();
        String outcome;
        Integer status = null;
        try {
            status = exchange(url, destinations.lookUp(url), headers, body.getBytes(StandardCharsets.UTF_8));
            outcome = status / 100 == 2
                    ? "delivered"
                    : status == 410 ? "gone" : status / 100 == 3 ? "redirected" : "answered";
        } catch (Destinations.Forbidden e) {
            outcome = "forbidden";
        } catch (UnknownHostException e) {
            outcome = "unknown-host";
        } catch (InterruptedIOException e) {
            outcome = "timed-out";
        } catch (ConnectException e) {
            outcome = "refused";
        } catch (SSLException e) {
            outcome = "tls";
        } catch (IOException e) {
            outcome = "broken";
        }
        return new Result(outcome, status, (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    private int exchange(URI url, InetAddress address, Map<String, String> headers, byte[] body) throws IOException {
        boolean secure = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() < 0 ? (secure ? 443 : 80) : url.getPort();
        var late = new AtomicBoolean();
        try (var plain = new Socket()) {
            // A deadline of each read alone would let a receiver drip its answer for ever.
            var alarm = watch.schedule(
                    () -> {
                        late.set(true);
                        plain.close();
                        return null;
                    },
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                plain.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
                plain.setSoTimeout((int) patience.toMillis());
                try (Socket socket = secure ? secured(plain, url.getHost(), port) : plain) {
                    var out = socket.getOutputStream();
                    out.write(head(url, headers, body.length));
                    out.write(body);
                    out.flush();
                    return status(socket.getInputStream());
                }
            } catch (IOException e) {
                if (late.get()) {
                    throw new InterruptedIOException();
                }
                throw e;
            } finally {
                alarm.cancel(false);
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Everything in it is ours or was checked: no header can be smuggled in. */
    private static byte[] head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var head = new StringBuilder("POST ")
                .append(path)
                .append(url.getRawQuery() == null ? "" : "?" + url.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(url.getHost())
                .append(url.getPort() < 0 ? "" : ":" + url.getPort())
                .append("\r\nConnection: close\r\nUser-Agent: Orbita-Webhooks\r\nContent-Type: application/json\r\n")
                .append("Content-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static int status(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() >= LONGEST_LINE) {
                throw new IOException("no status line");
            }
            line.write(next);
        }
        Matcher status =
                STATUS.matcher(line.toString(StandardCharsets.ISO_8859_1).strip());
        if (!status.matches()) {
            throw new IOException("no status line");
        }
        return Integer.parseInt(status.group(1));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
