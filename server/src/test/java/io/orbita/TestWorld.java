package io.orbita;

import io.orbita.platform.time.MovableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
@Import({World.class, Fingerprint.class})
class TestWorld {
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    @Bean
    @Primary
    MovableClock standingClock() {
        return new MovableClock(Clock.fixed(START, ZoneOffset.UTC), true);
    }
}
