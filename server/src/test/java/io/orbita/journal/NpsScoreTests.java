package io.orbita.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpsScoreTests {
    @Test
    void nine_and_ten_promote_up_to_six_detract() {
        NpsScore score = NpsScore.of(List.of(10, 9, 8, 7, 6, 0, 10));
        assertThat(score).isEqualTo(new NpsScore(new BigDecimal("14.3"), 7, 3, 2, 2));
    }

    @Test
    void without_answers_there_is_no_score() {
        assertThat(NpsScore.of(List.of()).score()).isNull();
        assertThat(NpsScore.of(List.of(0)).score()).isEqualByComparingTo("-100");
    }

    @Test
    void nobody_is_asked_at_night() {
        ZoneId moscow = ZoneId.of("Europe/Moscow");
        assertThat(ProgramOver.byDay(Instant.parse("2026-11-20T00:30:00Z"), moscow))
                .isEqualTo("2026-11-20T07:00:00Z");
        assertThat(ProgramOver.byDay(Instant.parse("2026-11-20T19:00:00Z"), moscow))
                .isEqualTo("2026-11-21T07:00:00Z");
        assertThat(ProgramOver.byDay(Instant.parse("2026-11-20T12:00:00Z"), moscow))
                .isEqualTo("2026-11-20T12:00:00Z");
    }
}
