package io.orbita.messaging.vk;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Carries requests to VK. It never throws for what the network or the other side does, and never writes the token anywhere. */
final class VkLine implements AutoCloseable {
    static final String VERSION = "5.199";
    private static final long LARGEST_ANSWER = 4 * 1024 * 1024;

    /**
     * What came back.
     *
     * @param status of HTTP, 0 when no answer came
     * @param body null when it did not arrive whole
     * @param left whether the request had begun to go out: from then on it may have been taken
     */
    record Heard(int status, @Nullable String body, boolean left, String failure) {}

    private final OkHttpClient client;
    private final VkProperties properties;

    VkLine(VkProperties properties) {
        this.properties = properties;
        this.client = new OkHttpClient.Builder()
                .connectTimeout(properties.connectTimeout())
                .readTimeout(properties.readTimeout())
                .writeTimeout(properties.readTimeout())
                .callTimeout(properties.callTimeout())
                .followRedirects(false)
                .followSslRedirects(false)
                .addNetworkInterceptor(chain -> {
                    var left = chain.request().tag(AtomicBoolean.class);
                    if (left != null) {
                        left.set(true);
                    }
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /** One method of the API. */
    Heard call(String token, String method, Map<String, String> parameters) {
        var form = new FormBody.Builder(StandardCharsets.UTF_8);
        parameters.forEach(form::add);
        form.add("v", VERSION);
        return exchange(new Request.Builder()
                .url(properties.apiUrl().toString().replaceAll("/+$", "") + "/" + method)
                .header("Authorization", "Bearer " + token)
                .post(form.build()));
    }

    /** Brings a file to the address that VK named for it. */
    Heard upload(String url, String name, String type, byte[] bytes) {
        HttpUrl address = trusted(url);
        if (address == null) {
            return new Heard(0, null, false, "an address that is not VK's");
        }
        var media = MediaType.parse(type);
        return exchange(new Request.Builder()
                .url(address)
                .post(new MultipartBody.Builder()
                        .setType(MultipartBody.FORM)
                        .addFormDataPart("file", name, RequestBody.create(bytes, media))
                        .build()));
    }

    /** Asks a Long Poll server that VK named. */
    Heard ask(String url, Map<String, String> parameters) {
        HttpUrl address = trusted(url);
        if (address == null) {
            return new Heard(0, null, false, "an address that is not VK's");
        }
        var query = address.newBuilder();
        parameters.forEach(query::addQueryParameter);
        return exchange(new Request.Builder().url(query.build()));
    }

    private Heard exchange(Request.Builder request) {
        var left = new AtomicBoolean();
        try (var response =
                client.newCall(request.tag(AtomicBoolean.class, left).build()).execute()) {
            var source = response.body().source();
            if (source.request(LARGEST_ANSWER)) {
                throw new IOException("answer too large");
            }
            return new Heard(response.code(), source.getBuffer().readString(StandardCharsets.UTF_8), true, "");
        } catch (IOException reason) {
            return new Heard(0, null, left.get(), reason.getClass().getSimpleName());
        }
    }

    /** What an answer names is called only over TLS, as long as the API itself is. */
    private @Nullable HttpUrl trusted(String url) {
        var address = HttpUrl.parse(url.contains("://") ? url : "https://" + url);
        URI api = properties.apiUrl();
        boolean plain = "http".equals(api.getScheme())
                && address != null
                && address.host().equals(api.getHost());
        return address != null && (address.isHttps() || plain) ? address : null;
    }

    @Override
    public void close() {
        client.connectionPool().evictAll();
    }
}
