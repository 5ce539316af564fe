package io.orbita.messaging;

import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeTelegram;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** What tests of the room have besides the application itself. */
@Configuration(proxyBeanMethods = false)
@Import(BotSwitch.class)
public class MessagingWorld {
    static final FakeTelegram TELEGRAM = new FakeTelegram();

    static class TelegramOnLoopback implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("orbita.telegram.api-url=" + TELEGRAM.url(), "orbita.telegram.read-timeout=1s")
                    .applyTo(context);
        }
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
