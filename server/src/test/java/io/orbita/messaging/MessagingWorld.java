package io.orbita.messaging;

import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeTelegram;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What tests of the room have besides the application itself. */
@TestConfiguration(proxyBeanMethods = false)
@Import(BotSwitch.class)
public class MessagingWorld {
    static final FakeTelegram TELEGRAM = new FakeTelegram();

    @Bean
    static DynamicPropertyRegistrar telegramOnLoopback() {
        return properties -> {
            properties.add("orbita.telegram.api-url", TELEGRAM::url);
            properties.add("orbita.telegram.read-timeout", () -> "1s");
        };
    }

    @Bean
    FakeTelegram fakeTelegram() {
        return TELEGRAM;
    }

    @Bean
    @Primary
    ScriptedAnswerer scriptedAnswerer() {
        return new ScriptedAnswerer();
    }

    @Bean
    Told told() {
        return new Told();
    }
}
