package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.pipeline.FunnelFigures.Cell;
import io.orbita.pipeline.FunnelFigures.Rung;
import io.orbita.pipeline.Walks.Step;
import io.orbita.pipeline.Walks.Union;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random histories of cards, in any order of rows. */
public final class FunnelHistories {
    private final Random random;

    public FunnelHistories(long seed) {
        this.random = new Random(seed);
    }

    public void run(int rounds) {
        for (int round = 0; round < rounds; round++) {
            round("round " + round);
        }
    }

    private void round(String name) {
        int cards = 1 + random.nextInt(8);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < random.nextInt(50); i++) {
            steps.add(new Step(
                    i,
                    1 + random.nextInt(cards),
                    1 + random.nextInt(5),
                    FunnelFiguresTests.DAY.plus(Duration.ofMinutes(random.nextInt(-3_000, 5_000) / 7 * 7L))));
        }
        List<Union> unions = unions(cards);
        Collections.shuffle(steps, random);
        check(name, steps, unions);
    }

    /** Each card is merged at most once, into one that stands for itself then. */
    private List<Union> unions(int cards) {
        List<Long> standing = new ArrayList<>();
        for (long card = 1; card <= cards; card++) {
            standing.add(card);
        }
        List<Union> unions = new ArrayList<>();
        int minute = -3_000;
        while (standing.size() > 1 && random.nextInt(3) > 0) {
            Collections.shuffle(standing, random);
            minute += 1 + random.nextInt(3_000);
            long merged = standing.removeLast();
            unions.add(new Union(standing.getFirst(), merged, FunnelFiguresTests.DAY.plus(Duration.ofMinutes(minute))));
        }
        return unions;
    }

    private void check(String name, List<Step> steps, List<Union> unions) {
        var slow = new SlowFunnel(
                steps.stream()
                        .map(step -> new SlowFunnel.Came(step.id(), step.card(), step.stage(), step.at()))
                        .toList(),
                unions.stream()
                        .map(union -> new SlowFunnel.Merged(union.standing(), union.merged(), union.at()))
                        .toList(),
                FunnelFiguresTests.LADDER.stream()
                        .map(rung -> new SlowFunnel.Stage(rung, FunnelFiguresTests.ROLES.get(rung.stage())))
                        .toList());
        List<Walk> walks = Walks.of(steps, unions, FunnelFiguresTests.ROLES::get);
        Instant seen = FunnelFiguresTests.DAY.plus(Duration.ofMinutes(random.nextInt(-2_000, 6_000)));
        var flow = FunnelFigures.flow(
                walks, FunnelFiguresTests.LADDER, FunnelFiguresTests.DAY, FunnelFiguresTests.NEXT_DAY, seen);
        assertThat(people(flow, FunnelMode.FLOW))
                .as("%s, flow", name)
                .isEqualTo(slow.flow(FunnelFiguresTests.DAY, FunnelFiguresTests.NEXT_DAY));
        if (!seen.isBefore(FunnelFiguresTests.NEXT_DAY)) {
            times(name, flow, slow, seen);
        }
        Long entered = random.nextBoolean() ? null : 1L + random.nextInt(5);
        assertThat(people(
                        FunnelFigures.cohort(
                                walks,
                                FunnelFiguresTests.LADDER,
                                entered,
                                FunnelFiguresTests.DAY,
                                FunnelFiguresTests.NEXT_DAY,
                                seen),
                        FunnelMode.COHORT))
                .as("%s, cohort", name)
                .isEqualTo(slow.cohort(entered, FunnelFiguresTests.DAY, FunnelFiguresTests.NEXT_DAY, seen));
        assertThat(people(FunnelFigures.snapshot(walks, FunnelFiguresTests.LADDER, seen), FunnelMode.SNAPSHOT))
                .as("%s, snapshot", name)
                .isEqualTo(slow.snapshot(seen));
    }

    private static void times(String name, FunnelFigures flow, SlowFunnel slow, Instant seen) {
        for (Rung rung : FunnelFiguresTests.LADDER) {
            TimeInStage time = flow.time(rung.stage());
            var stays = slow.flowStays(rung.stage(), FunnelFiguresTests.DAY, FunnelFiguresTests.NEXT_DAY, seen);
            assertThat(time.stays()).isEqualTo(stays.size());
            assertThat(time.p25Hours()).as("%s, quarter", name).isEqualTo(SlowFunnel.quantileHours(stays, 25));
            assertThat(time.medianHours()).as("%s, median", name).isEqualTo(SlowFunnel.quantileHours(stays, 50));
            assertThat(time.p90Hours()).as("%s, 90 %%", name).isEqualTo(SlowFunnel.quantileHours(stays, 90));
        }
    }

    private static Map<Cell, Set<Long>> people(FunnelFigures figures, FunnelMode mode) {
        Map<Cell, Set<Long>> people = new HashMap<>();
        for (FunnelFigure figure : FunnelFigure.of(mode)) {
            figures.cells(figure).forEach(cell -> people.put(cell, figures.people(cell)));
        }
        return people;
    }
}
