package io.orbita.payments.provider.yookassa;

import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.ProviderHttp.Call;
import io.orbita.payments.provider.ProviderHttp.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The few calls of the API that we use, as one shop. */
final class YooKassaApi {

    private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{1,64}");

    /** Their clock and ours differ a little. */
    private static final Duration CLOCK_DRIFT = Duration.ofMinutes(5);

    private final ProviderHttp http;
    private final URI base;
    private final String authorization;

    YooKassaApi(ProviderHttp http, URI base, ProviderAccount account) {
        this.http = http;
        this.base = base;
        var pair = account.login() + ":" + account.requiredSecret().reveal();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this can be an id of theirs: others would change the path of a request. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** @param key the same for the same wish: remembered there for 24 hours, at most 64 characters */
    Reply post(String path, String key, JsonNode body) {
        return http.send(new Call(
                HttpMethod.POST, at(path), Map.of("Authorization", authorization, "Idempotence-Key", key), body));
    }

    Reply payment(String id) {
        return get("/payments/" + id);
    }

    Reply refund(String id) {
        return get("/refunds/" + id);
    }

    /** Payments made between the two moments, newest first. */
    Reply payments(Instant from, Instant to, String cursor) {
        var page = cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor);
        return get("/payments?limit=100&created_at.gte=%s&created_at.lte=%s%s"
                .formatted(
                        encoded(from.minus(CLOCK_DRIFT).toString()),
                        encoded(to.plus(CLOCK_DRIFT).toString()),
                        page));
    }

    private Reply get(String path) {
        return http.send(new Call(HttpMethod.GET, at(path), Map.of("Authorization", authorization), null));
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
