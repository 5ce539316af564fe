package io.orbita.platform.time;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
    @Bean
    MovableClock clock(@Value("${orbita.sandbox-clock:false}") boolean movable) {
        return new MovableClock(Clock.systemUTC(), movable);
    }
}
