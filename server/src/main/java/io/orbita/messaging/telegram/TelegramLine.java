package io.orbita.messaging.telegram;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to the Bot API, one connection pool for all bots. The library builds the requests; answers are read by
 * {@link TelegramAnswer}, since a field of an unforeseen type in an echoed message must not turn a sent message into a failure.
 */
public final class TelegramLine implements AutoCloseable {
    private static final long LARGEST_ANSWER = 16 * 1024 * 1024;

    private final OkHttpClient client;
    private final String apiUrl;
    private final Duration callTimeout;

    public TelegramLine(TelegramProperties properties) {
        apiUrl = properties.apiUrl().toString().replaceAll("/+$", "");
        callTimeout = properties.callTimeout();
        var builder = new OkHttpClient.Builder()
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.writeTimeout())
                .callTimeout(callTimeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .addInterceptor(TelegramLine::accompany)
                .addNetworkInterceptor(chain -> {
                    Journey.CURRENT.get().leave();
                    return chain.proceed(chain.request());
                });
        if (properties.proxy() != null) {
            through(properties.proxy(), builder);
        }
        client = builder.build();
    }

    /** One call; it never throws for what the network or the other side does. */
    Journey call(BotToken token, BaseRequest<?, ?> request, Duration patience) {
        var journey = new Journey();
        ScopedValue.where(Journey.CURRENT, journey).run(() -> {
            try {
                execute(bot(token, patience), request);
            } catch (RuntimeException reason) {
                journey.fail(reason.getCause() == null ? reason : reason.getCause());
            }
        });
        return journey;
    }

    private TelegramBot bot(BotToken token, Duration patience) {
        // A derived client shares the pool and costs next to nothing.
        var patient = patience.isZero()
                ? client
                : client.newBuilder()
                        .readTimeout(patience.plusMillis(client.readTimeoutMillis()))
                        .callTimeout(patience.plus(callTimeout))
                        .build();
        return new TelegramBot.Builder(token.secret())
                .okHttpClient(patient)
                .apiUrl(apiUrl + "/bot")
                .build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends BaseRequest<T, R>, R extends BaseResponse> void execute(
            TelegramBot bot, BaseRequest<?, ?> request) {
        bot.execute((BaseRequest<T, R>) request);
    }

    private static Response accompany(Interceptor.Chain chain) throws IOException {
        var journey = Journey.CURRENT.get();
        try (var response = chain.proceed(onceOnly(chain.request()))) {
            journey.arrive(response.code(), response.header("Retry-After"));
            var source = response.body().source();
            if (source.request(LARGEST_ANSWER)) {
                throw new IOException("answer too large");
            }
            var body = source.getBuffer().readString(StandardCharsets.UTF_8);
            journey.read(body);
            return response.newBuilder()
                    .body(ResponseBody.create("{}", MediaType.get("application/json")))
                    .build();
        }
    }

    /**
     * The client may try the next address of a host, or a fresh connection for a stale one, but once a request has begun to go
     * out it is not repeated: that would be a second message.
     */
    private static Request onceOnly(Request request) {
        var body = request.body();
        return body == null
                ? request
                : request.newBuilder()
                        .method(request.method(), new OneShot(body))
                        .build();
    }

    private static void through(URI proxy, OkHttpClient.Builder builder) {
        builder.proxy(new Proxy(
                Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort() < 0 ? 3128 : proxy.getPort())));
        var login = proxy.getUserInfo();
        if (login != null && login.contains(":")) {
            var credentials = Credentials.basic(
                    login.substring(0, login.indexOf(':')),
                    login.substring(login.indexOf(':') + 1),
                    StandardCharsets.UTF_8);
            builder.proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                    ? null
                    : response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", credentials)
                            .build());
        }
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }

    private static final class OneShot extends RequestBody {
        private final RequestBody body;

        OneShot(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }
    }
}
