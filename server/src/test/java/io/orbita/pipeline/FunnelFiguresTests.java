package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.pipeline.FunnelFigures.Cell;
import io.orbita.pipeline.FunnelFigures.Rung;
import io.orbita.pipeline.Walks.Step;
import io.orbita.pipeline.Walks.Union;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunnelFiguresTests {
    private static final long FIRST = 1;
    private static final long CONSULTATION = 2;
    private static final long PURCHASED = 3;
    private static final long INACTIVE = 4;
    /** An owner's own stage, removed. */
    private static final long REMOVED = 5;

    static final List<Rung> LADDER = List.of(
            new Rung(FIRST, 0, true),
            new Rung(CONSULTATION, 1, true),
            new Rung(PURCHASED, 2, true),
            new Rung(INACTIVE, 3, false),
            new Rung(REMOVED, -1, false));
    static final Map<Long, StageRole> ROLES = Map.of(
            FIRST, StageRole.FIRST_CONTACT,
            CONSULTATION, StageRole.CONSULTATION,
            PURCHASED, StageRole.PURCHASED,
            INACTIVE, StageRole.INACTIVE);
    static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    static final Instant NEXT_DAY = DAY.plus(Duration.ofDays(1));
    private static final Instant MUCH_LATER = DAY.plus(Duration.ofDays(30));

    private static Step step(long card, long stage, int hour) {
        return new Step(1_000 + hour, card, stage, DAY.plus(Duration.ofHours(hour)));
    }

    private static Union union(long standing, long merged, int hour) {
        return new Union(standing, merged, DAY.plus(Duration.ofHours(hour)));
    }

    private static List<Walk> walks(List<Union> unions, Step... steps) {
        return Walks.of(List.of(steps), unions, ROLES::get);
    }

    private static FunnelFigures flow(Step... steps) {
        return FunnelFigures.flow(walks(List.of(), steps), LADDER, DAY, NEXT_DAY, MUCH_LATER);
    }

    private static List<Integer> counts(FunnelFigures figures, FunnelFigure figure) {
        return LADDER.stream()
                .limit(4)
                .map(rung -> figures.count(figure, rung.stage()))
                .toList();
    }

    @Test
    void who_reached_a_stage_counts_once_however_often_and_wherever_they_stand_now() {
        var figures = flow(
                step(1, FIRST, 1),
                step(1, CONSULTATION, 2),
                step(1, FIRST, 3),
                step(1, CONSULTATION, 4),
                step(2, FIRST, 5));
        assertThat(counts(figures, FunnelFigure.FLOW_REACHED)).containsExactly(2, 1, 0, 0);
        assertThat(counts(figures, FunnelFigure.FLOW_PASSED_ON)).containsExactly(1, 0, 0, 0);
        assertThat(figures.people(new Cell(FunnelFigure.FLOW_MOVED, FIRST, CONSULTATION)))
                .containsExactly(1L);
    }

    @Test
    void who_jumps_over_a_stage_passes_on_and_who_gives_up_does_not() {
        var figures = flow(step(1, FIRST, 1), step(1, PURCHASED, 2), step(2, FIRST, 1), step(2, INACTIVE, 2));
        assertThat(counts(figures, FunnelFigure.FLOW_REACHED)).containsExactly(2, 0, 1, 1);
        assertThat(counts(figures, FunnelFigure.FLOW_PASSED_ON)).containsExactly(1, 0, 0, 0);
        assertThat(counts(figures, FunnelFigure.FLOW_LEFT)).containsExactly(2, 0, 0, 0);
    }

    @Test
    void the_edges_of_the_period_count_to_the_period_that_begins() {
        assertThat(flow(step(1, FIRST, 0)).count(FunnelFigure.FLOW_REACHED, FIRST))
                .isEqualTo(1);
        assertThat(flow(step(1, FIRST, 24)).count(FunnelFigure.FLOW_REACHED, FIRST))
                .isZero();
    }

    @Test
    void who_still_stands_says_only_at_least_so_long() {
        var figures = flow(
                step(1, FIRST, 0),
                step(1, CONSULTATION, 1),
                step(2, FIRST, 0),
                step(2, CONSULTATION, 2),
                step(3, FIRST, 0),
                step(4, FIRST, 0));
        assertThat(figures.time(FIRST).medianHours()).isEqualTo(new BigDecimal("2.0"));
        assertThat(figures.time(FIRST).p75Hours()).isNull();
        assertThat(figures.time(FIRST).stays()).isEqualTo(4);
        assertThat(figures.time(FIRST).ended()).isEqualTo(2);
    }

    @Test
    void a_cohort_is_followed_after_its_period_and_stands_somewhere_whole() {
        var walks = walks(
                List.of(),
                step(1, FIRST, 1),
                step(1, PURCHASED, 30),
                step(2, FIRST, 2),
                step(3, FIRST, -5),
                step(3, CONSULTATION, 3),
                step(4, FIRST, 40));
        var figures = FunnelFigures.cohort(walks, LADDER, null, DAY, NEXT_DAY, MUCH_LATER);
        assertThat(figures.people(new Cell(FunnelFigure.COHORT_SIZE, null, null)))
                .containsExactly(1L, 2L);
        assertThat(counts(figures, FunnelFigure.COHORT_REACHED)).containsExactly(2, 0, 1, 0);
        assertThat(counts(figures, FunnelFigure.COHORT_AS_FAR)).containsExactly(2, 1, 1, 0);
        assertThat(counts(figures, FunnelFigure.COHORT_STANDING)).containsExactly(1, 0, 1, 0);
        var atConsultation = FunnelFigures.cohort(walks, LADDER, CONSULTATION, DAY, NEXT_DAY, MUCH_LATER);
        assertThat(atConsultation.people(new Cell(FunnelFigure.COHORT_SIZE, null, null)))
                .containsExactly(3L);
    }

    @Test
    void two_cards_of_one_person_are_one_person_also_before_anybody_knew() {
        var steps = new Step[] {
            step(1, FIRST, 1), step(1, CONSULTATION, 2), step(2, FIRST, 3), step(2, PURCHASED, 4), step(1, INACTIVE, 9)
        };
        var walks = walks(List.of(union(1, 2, 8)), steps);
        assertThat(walks).hasSize(1);
        assertThat(walks.getFirst().stays())
                .extracting(Walk.Stay::stage)
                .containsExactly(FIRST, CONSULTATION, PURCHASED, INACTIVE);
        var apart = walks(List.of(), steps);
        assertThat(apart).hasSize(2);
    }

    @Test
    void a_merge_moves_nobody_and_of_a_given_up_card_and_a_live_one_the_live_one_stands() {
        var walks = walks(List.of(union(1, 2, 8)), step(1, FIRST, 1), step(1, INACTIVE, 2), step(2, FIRST, 3));
        assertThat(walks.getFirst().stays()).extracting(Walk.Stay::stage).containsExactly(FIRST, INACTIVE, FIRST);
    }

    @Test
    void in_any_history_all_three_modes_equal_the_slow_reference() {
        new FunnelHistories(20_261_120).run(400);
    }
}
