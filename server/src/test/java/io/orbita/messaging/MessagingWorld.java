package io.orbita.messaging;

import io.orbita.messaging.telegram.BotSwitch;
import io.orbita.messaging.telegram.FakeTelegram;
import io.orbita.messaging.vk.FakeVk;
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
    static final FakeVk VK = new FakeVk();

    @Bean
    static DynamicPropertyRegistrar telegramOnLoopback() {
        return properties -> {
            properties.add("orbita.telegram.api-url", TELEGRAM::url);
            properties.add("orbita.telegram.read-timeout", () -> "1s");
            properties.add("orbita.vk.api-url", VK::url);
            properties.add("orbita.vk.read-timeout", () -> "1s");
        };
    }

    @Bean
    FakeTelegram fakeTelegram() {
        return TELEGRAM;
    }

    @Bean
    FakeVk fakeVk() {
        return VK;
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
