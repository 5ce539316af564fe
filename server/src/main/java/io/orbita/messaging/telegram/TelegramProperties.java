package io.orbita.messaging.telegram;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Telegram is reached.
 *
 * @param apiUrl Telegram's own server, a self-hosted one, or a fake
 * @param proxy {@code http://[user:password@]host:port}, absent for a direct way
 * @param readTimeout how long an answer is waited for; a long poll adds its own time
 * @param writeTimeout how long one step of an upload may take
 * @param callTimeout how long one call may take in all, uploads included
 */
@ConfigurationProperties("orbita.telegram")
public record TelegramProperties(
        @DefaultValue("https://api.telegram.org") URI apiUrl,
        @Nullable URI proxy,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("30s") Duration writeTimeout,
        @DefaultValue("120s") Duration callTimeout) {

    /** Usual time-outs towards the given server. */
    public static TelegramProperties at(URI apiUrl) {
        return new TelegramProperties(
                apiUrl,
                null,
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(30),
                Duration.ofSeconds(120));
    }

    /** A proxy's address may carry a password. */
    @Override
    public String toString() {
        return "TelegramProperties[apiUrl=" + apiUrl.getHost() + ", proxy=" + (proxy == null ? "none" : proxy.getHost())
                + "]";
    }
}
