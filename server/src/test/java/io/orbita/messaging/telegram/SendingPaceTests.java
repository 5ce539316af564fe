package io.orbita.messaging.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SendingPaceTests {
    private final Ticking clock = new Ticking();
    private final SendingPace pace = new SendingPace(clock);

    @Test
    void a_chat_gets_a_short_burst_and_then_one_a_second() {
        for (int i = 0; i < 4; i++) {
            assertThat(pace.take("bot", "vera")).isZero();
        }
        var wait = pace.take("bot", "vera");
        assertThat(wait).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        clock.tick(wait);
        assertThat(pace.take("bot", "vera")).isZero();
        assertThat(pace.take("bot", "vera")).isPositive();
        assertThat(pace.take("bot", "anna")).as("another chat").isZero();
    }

    @Test
    void a_bot_sends_thirty_a_second_over_all_chats() {
        int sent = 0;
        for (int chat = 0; chat < 500; chat++) {
            sent += pace.take("bot", "chat" + chat).isZero() ? 1 : 0;
        }
        assertThat(sent).isEqualTo(30);
        assertThat(pace.take("another bot", "chat1")).isZero();
        int later = 0;
        for (int tick = 0; tick < 100; tick++) {
            clock.tick(Duration.ofMillis(100));
            for (int chat = 0; chat < 20; chat++) {
                later += pace.take("bot", tick + "/" + chat).isZero() ? 1 : 0;
            }
        }
        assertThat(later).isBetween(295, 300);
    }

    @Test
    void a_refused_try_costs_nothing() {
        for (int i = 0; i < 4; i++) {
            pace.take("bot", "vera");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(pace.take("bot", "vera")).isPositive();
        }
        clock.tick(Duration.ofSeconds(1));
        assertThat(pace.take("bot", "vera")).isZero();
    }

    @Test
    void a_pause_that_telegram_asks_for_is_kept() {
        pace.pause("bot", "vera", Duration.ofSeconds(17));
        assertThat(pace.take("bot", "vera")).isEqualTo(Duration.ofSeconds(17));
        assertThat(pace.take("bot", "anna")).isZero();
        clock.tick(Duration.ofSeconds(17));
        assertThat(pace.take("bot", "vera")).isZero();
    }

    @Test
    void two_chats_told_to_wait_mean_the_whole_bot() {
        pace.pause("bot", "vera", Duration.ofSeconds(17));
        pace.pause("bot", "anna", Duration.ofSeconds(5));
        assertThat(pace.take("bot", "olga")).isEqualTo(Duration.ofSeconds(5));
        assertThat(pace.take("another bot", "vera")).isZero();
        clock.tick(Duration.ofSeconds(5));
        assertThat(pace.take("bot", "olga")).isZero();
        assertThat(pace.take("bot", "vera")).isEqualTo(Duration.ofSeconds(12));
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-20T10:00:00Z");

        void tick(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
