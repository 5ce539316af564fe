package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.pipeline.FunnelFigures.Figure;
import io.orbita.pipeline.FunnelFigures.Rung;
import io.orbita.pipeline.FunnelFigures.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FunnelFiguresTests {
    private static final long FIRST = 1;
    private static final long CONSULTATION = 2;
    private static final long PURCHASED = 3;
    private static final long INACTIVE = 4;
    private static final List<Rung> LADDER = List.of(
            new Rung(FIRST, true), new Rung(CONSULTATION, true), new Rung(PURCHASED, true), new Rung(INACTIVE, false));
    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));

    private static Step step(long person, long stage, int hour) {
        return new Step(person, stage, DAY.plus(Duration.ofHours(hour)));
    }

    private static List<Figure> figures(Step... steps) {
        return FunnelFigures.of(List.of(steps), LADDER, DAY, NEXT_DAY);
    }

    @Test
    void who_reached_a_stage_counts_once_however_often_and_wherever_they_stand_now() {
        var figures = figures(
                step(1, FIRST, 1),
                step(1, CONSULTATION, 2),
                step(1, FIRST, 3),
                step(1, CONSULTATION, 4),
                step(2, FIRST, 5));
        assertThat(figures).extracting(Figure::reached).containsExactly(2, 1, 0, 0);
        assertThat(figures).extracting(Figure::passedOn).containsExactly(1, 0, 0, 0);
    }

    @Test
    void who_jumps_over_a_stage_passes_on_and_who_gives_up_does_not() {
        var figures = figures(step(1, FIRST, 1), step(1, PURCHASED, 2), step(2, FIRST, 1), step(2, INACTIVE, 2));
        assertThat(figures).extracting(Figure::reached).containsExactly(2, 0, 1, 1);
        assertThat(figures.getFirst().passedOn()).isEqualTo(1);
    }

    @Test
    void steps_before_the_period_are_not_reached_in_it_and_later_ones_are_not_seen() {
        var figures = figures(step(1, FIRST, -5), step(1, CONSULTATION, 3), step(1, PURCHASED, 30));
        assertThat(figures).extracting(Figure::reached).containsExactly(0, 1, 0, 0);
        assertThat(figures.get(1).passedOn()).isZero();
        assertThat(figures.getFirst().medianStay()).isEqualTo(Duration.ofHours(8));
        assertThat(figures.get(1).medianStay()).isNull();
    }

    @Test
    void the_edges_of_the_period_count_to_the_period_that_begins() {
        assertThat(figures(step(1, FIRST, 0)).getFirst().reached()).isEqualTo(1);
        assertThat(figures(step(1, FIRST, 24)).getFirst().reached()).isZero();
    }

    @Test
    void the_median_of_the_stays_is_not_moved_by_one_who_waited_long() {
        var figures = figures(
                step(1, FIRST, 0),
                step(1, CONSULTATION, 1),
                step(2, FIRST, 0),
                step(2, CONSULTATION, 2),
                step(3, FIRST, 0),
                step(3, CONSULTATION, 20));
        assertThat(figures.getFirst().medianStay()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void in_any_history_nobody_passes_on_who_did_not_come_and_the_order_of_rows_means_nothing() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                int minute = 100 * i + random.nextInt(100) - 1_000;
                steps.add(new Step(random.nextInt(6), 1 + random.nextInt(5), DAY.plus(Duration.ofMinutes(minute))));
            }
            List<Figure> figures = FunnelFigures.of(steps, LADDER, DAY, NEXT_DAY);
            assertThat(figures).allMatch(figure -> figure.passedOn() <= figure.reached() && figure.reached() <= 6);
            Collections.shuffle(steps, random);
            assertThat(FunnelFigures.of(steps, LADDER, DAY, NEXT_DAY)).isEqualTo(figures);
        }
    }
}
