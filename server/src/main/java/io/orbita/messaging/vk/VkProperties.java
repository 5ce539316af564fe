package io.orbita.messaging.vk;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How VK is reached.
 *
 * @param apiUrl what stands before the name of a method; VK's own, or a fake
 * @param readTimeout how long an answer is waited for
 * @param callTimeout how long one call may take in all, uploads included
 */
@ConfigurationProperties("orbita.vk")
public record VkProperties(
        @DefaultValue("https://api.vk.ru/method") URI apiUrl,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout,
        @DefaultValue("120s") Duration callTimeout) {}
