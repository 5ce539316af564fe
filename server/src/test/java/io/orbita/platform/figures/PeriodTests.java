package io.orbita.platform.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orbita.platform.web.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");

    private static Period days(String from, String to) {
        return Period.read(from, to, BERLIN, NOW);
    }

    @Test
    void a_day_on_which_the_clocks_change_has_23_or_25_hours_and_days_follow_each_other_without_a_gap() {
        assertThat(Duration.between(
                        days("2026-10-25", "2026-10-25").from(),
                        days("2026-10-25", "2026-10-25").until()))
                .isEqualTo(Duration.ofHours(25));
        assertThat(Duration.between(
                        days("2027-03-28", "2027-03-28").from(),
                        days("2027-03-28", "2027-03-28").until()))
                .isEqualTo(Duration.ofHours(23));
        assertThat(days("2026-10-25", "2026-10-25").until())
                .isEqualTo(days("2026-10-26", "2026-10-26").from());
    }

    @Test
    void both_two_o_clocks_of_the_long_night_belong_to_their_day() {
        var day = days("2026-10-25", "2026-10-25");
        for (String moment : new String[] {"2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T22:59:59Z"}) {
            assertThat(day.contains(Instant.parse(moment))).as(moment).isTrue();
            assertThat(day.piece(Instant.parse(moment), Grain.DAY)).isEqualTo(LocalDate.parse("2026-10-25"));
        }
        assertThat(day.contains(Instant.parse("2026-10-25T23:00:00Z"))).isFalse();
        assertThat(day.contains(Instant.parse("2026-10-24T21:59:59Z"))).isFalse();
    }

    @Test
    void where_midnight_does_not_exist_the_day_begins_with_its_first_moment() {
        var santiago = ZoneId.of("America/Santiago");
        var day = Period.read("2026-09-06", "2026-09-06", santiago, NOW);
        assertThat(day.from()).isEqualTo(Instant.parse("2026-09-06T04:00:00Z"));
        assertThat(Duration.between(day.from(), day.until())).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void today_is_the_day_of_the_business() {
        assertThat(Period.read(null, null, BERLIN, NOW).last()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(Period.read(null, null, BERLIN, NOW).first()).isEqualTo(LocalDate.parse("2026-10-23"));
    }

    @Test
    void pieces_cover_the_period_and_weeks_begin_on_monday() {
        assertThat(days("2026-10-23", "2026-11-03").pieces(Grain.WEEK))
                .containsExactly(
                        LocalDate.parse("2026-10-19"), LocalDate.parse("2026-10-26"), LocalDate.parse("2026-11-02"));
        assertThat(days("2026-10-31", "2026-11-01").pieces(Grain.MONTH))
                .containsExactly(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-11-01"));
        assertThat(days("2026-02-28", "2026-03-01").pieces(Grain.DAY)).hasSize(2);
    }

    @Test
    void what_is_no_day_is_refused() {
        for (String wrong : new String[] {"01.12.2026", "2026-02-30", "", "1999-01-01", "+999999999-01-01"}) {
            assertThatThrownBy(() -> days(wrong, "2026-12-01")).as(wrong).isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> days("2026-12-02", "2026-12-01")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> days("2010-12-02", "2026-12-01")).isInstanceOf(Invalid.class);
    }
}
