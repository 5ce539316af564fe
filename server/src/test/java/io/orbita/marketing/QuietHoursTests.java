package io.orbita.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuietHoursTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = hours("21:00", "10:00");

    private static QuietHours hours(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant berlin(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void the_evening_waits_for_the_morning_of_the_client() {
        assertThat(NIGHT.open(berlin("2026-11-20T21:00"), BERLIN)).isEqualTo(berlin("2026-11-21T10:00"));
        assertThat(NIGHT.open(berlin("2026-11-20T03:00"), BERLIN)).isEqualTo(berlin("2026-11-20T10:00"));
        assertThat(NIGHT.open(berlin("2026-11-20T20:59"), BERLIN)).isEqualTo(berlin("2026-11-20T20:59"));
        assertThat(NIGHT.open(berlin("2026-11-20T10:00"), BERLIN)).isEqualTo(berlin("2026-11-20T10:00"));
    }

    @Test
    void hours_within_a_day_are_no_night() {
        var siesta = hours("13:00", "15:00");
        assertThat(siesta.open(berlin("2026-11-20T14:00"), BERLIN)).isEqualTo(berlin("2026-11-20T15:00"));
        assertThat(siesta.open(berlin("2026-11-20T23:00"), BERLIN)).isEqualTo(berlin("2026-11-20T23:00"));
        assertThat(hours("10:00", "10:00").cover(LocalTime.NOON)).isFalse();
    }

    /** On 29 March 2026 the clocks of Berlin go from 02:00 to 03:00. */
    @Test
    void an_end_that_the_clocks_skip_comes_right_after_the_gap() {
        var untilHalfPastTwo = hours("21:00", "02:30");
        Instant open = untilHalfPastTwo.open(berlin("2026-03-29T01:00"), BERLIN);
        assertThat(open.atZone(BERLIN).toLocalTime()).isEqualTo(LocalTime.of(3, 0));
        assertThat(open).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    /** On 25 October 2026 the clocks of Berlin go from 03:00 back to 02:00. */
    @Test
    void what_becomes_quiet_again_when_an_hour_repeats_is_quiet() {
        var untilHalfPastTwo = hours("21:00", "02:30");
        assertThat(untilHalfPastTwo.open(berlin("2026-10-25T01:00"), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(untilHalfPastTwo.open(Instant.parse("2026-10-25T01:10:00Z"), BERLIN))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void at_any_time_of_any_zone_it_opens_outside_the_hours_and_within_two_days() {
        var random = new Random(20_261_120);
        var zones = List.of("Europe/Berlin", "America/New_York", "Asia/Almaty", "Africa/Cairo", "Australia/Lord_Howe");
        for (int i = 0; i < 20_000; i++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var hours = new QuietHours(time(random), time(random));
            Instant at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(730 * 86_400));
            Instant open = hours.open(at, zone);
            assertThat(hours.cover(open, zone))
                    .as("%s at %s in %s", hours, at, zone)
                    .isFalse();
            assertThat(open).isBetween(at, at.plus(Duration.ofHours(48)));
            if (!hours.cover(at, zone)) {
                assertThat(open).isEqualTo(at);
            }
        }
    }

    private static LocalTime time(Random random) {
        return LocalTime.of(random.nextInt(24), random.nextInt(60));
    }
}
