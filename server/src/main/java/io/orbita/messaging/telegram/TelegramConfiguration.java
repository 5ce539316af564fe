package io.orbita.messaging.telegram;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramProperties.class)
class TelegramConfiguration {
    @Bean
    TelegramLine telegramLine(TelegramProperties properties) {
        return new TelegramLine(properties);
    }

    @Bean
    SendingPace sendingPace(Clock clock) {
        return new SendingPace(clock);
    }
}
