package io.orbita.payments.provider;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON over HTTP to providers: hard time limits, no redirects, no retries, a bounded answer. A provider that is silent
 * again and again is left alone for a while, so that waiting for it does not take the hands from other work. Bodies and
 * headers never reach a log.
 */
public final class ProviderHttp {

    /** What came back. */
    public sealed interface Reply {

        /** @param body a missing node when it was no JSON */
        record Answer(int status, JsonNode body) implements Reply {

            public boolean isOk() {
                return status == 200;
            }

            /** Whether the other side certainly did nothing of what was asked. */
            public boolean isRefusal() {
                return status >= 400 && status < 500 && status != 408 && status != 425 && status != 429;
            }
        }

        /** @param why a word for the log */
        record None(String why) implements Reply {}
    }

    /** @param body absent: none is sent */
    public record Call(
            HttpMethod method,
            URI uri,
            Map<String, String> headers,
            @Nullable JsonNode body) {

        /** Without headers and body: both may hold secrets. */
        @Override
        public String toString() {
            return method + " " + uri.getPath();
        }
    }

    private static final Logger log = LoggerFactory.getLogger(ProviderHttp.class);
    private static final int LONGEST_ANSWER = 2 * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient client;
    private final Silences silences;

    /** @param trust whom to trust in TLS; absent: the usual authorities */
    public ProviderHttp(Duration connect, Duration read, @Nullable SSLContext trust) {
        this(connect, read, trust, System::nanoTime);
    }

    ProviderHttp(Duration connect, Duration read, @Nullable SSLContext trust, LongSupplier nanos) {
        silences = new Silences(nanos);
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect);
        if (trust != null) {
            http.sslContext(trust);
        }
        var requests = new JdkClientHttpRequestFactory(http.build());
        requests.setReadTimeout(read);
        client = RestClient.builder().requestFactory(requests).build();
    }

    public Reply send(Call call) {
        if (silences.isResting(call.uri().getHost())) {
            return new Reply.None("It has been silent and is left alone for a while");
        }
        var reply = exchange(call);
        silences.heard(call.uri().getHost(), reply instanceof Reply.Answer);
        return reply;
    }

    private Reply exchange(Call call) {
        var request = client.method(call.method())
                .uri(call.uri())
                .accept(MediaType.APPLICATION_JSON)
                .headers(headers -> call.headers().forEach(headers::set));
        if (call.body() != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsBytes(call.body()));
        }
        try {
            return request.exchangeForRequiredValue((sent, response) -> {
                var status = response.getStatusCode().value();
                return new Reply.Answer(status, parse(firstBytes(response.getBody())));
            });
        } catch (ResourceAccessException silent) {
            return none(call, silent.getCause() == null ? silent : silent.getCause());
        } catch (RestClientException broken) {
            return none(call, broken);
        }
    }

    /** The JSON in these bytes; a missing node when there is none. */
    public static JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] firstBytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(LONGEST_ANSWER + 1);
        return bytes.length > LONGEST_ANSWER ? new byte[0] : bytes;
    }

    private static Reply none(Call call, Throwable why) {
        var name = why.getClass().getSimpleName();
        log.warn("No answer to {}: {}", call, name);
        return new Reply.None(name);
    }
}
