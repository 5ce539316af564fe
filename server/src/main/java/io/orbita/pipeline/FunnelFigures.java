package io.orbita.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The funnel in figures, reckoned from the moves alone: where clients stand today changes nothing of what was reached. Pure. */
final class FunnelFigures {
    private FunnelFigures() {}

    /** Somebody came to a stage. Moves that were taken back, and those of merges, are none. */
    record Step(long person, long stage, Instant at) {}

    /**
     * A stage as the figures need it.
     *
     * @param onward whether reaching it is a step forward; false for the inactive
     */
    record Rung(long stage, boolean onward) {}

    /**
     * One stage in a period.
     *
     * @param reached distinct persons who came to the stage in the period
     * @param passedOn those of them who came to a further stage afterwards, before the period ended; never more than {@code reached}
     * @param medianStay the median time of all stays at the stage that ended in the period; null when none did
     */
    record Figure(
            long stage, int reached, int passedOn, @Nullable Duration medianStay) {}

    /**
     * @param steps in any order; all of each person up to {@code until}, as far as that person has one in the period
     * @param ladder the stages from the first to the last
     * @param until the first moment after the period
     */
    static List<Figure> of(List<Step> steps, List<Rung> ladder, Instant from, Instant until) {
        Map<Long, Integer> place = new HashMap<>();
        for (int i = 0; i < ladder.size(); i++) {
            place.put(ladder.get(i).stage(), i);
        }
        Map<Long, Set<Long>> reached = new HashMap<>();
        Map<Long, Set<Long>> passed = new HashMap<>();
        Map<Long, List<Duration>> stays = new HashMap<>();
        byPerson(steps, until).forEach((person, walk) -> {
            for (int i = 0; i < walk.size(); i++) {
                Step step = walk.get(i);
                if (!step.at().isBefore(from)) {
                    reached.computeIfAbsent(step.stage(), _ -> new HashSet<>()).add(person);
                    if (goesOn(walk.subList(i + 1, walk.size()), step, ladder, place)) {
                        passed.computeIfAbsent(step.stage(), _ -> new HashSet<>())
                                .add(person);
                    }
                }
                if (i + 1 < walk.size() && !walk.get(i + 1).at().isBefore(from)) {
                    stays.computeIfAbsent(step.stage(), _ -> new ArrayList<>())
                            .add(Duration.between(step.at(), walk.get(i + 1).at()));
                }
            }
        });
        return ladder.stream()
                .map(rung -> new Figure(
                        rung.stage(),
                        reached.getOrDefault(rung.stage(), Set.of()).size(),
                        passed.getOrDefault(rung.stage(), Set.of()).size(),
                        median(stays.getOrDefault(rung.stage(), List.of()))))
                .toList();
    }

    private static Map<Long, List<Step>> byPerson(List<Step> steps, Instant until) {
        Map<Long, List<Step>> walks = new LinkedHashMap<>();
        steps.stream()
                .filter(step -> step.at().isBefore(until))
                .sorted(Comparator.comparing(Step::at))
                .forEach(step -> walks.computeIfAbsent(step.person(), _ -> new ArrayList<>())
                        .add(step));
        return walks;
    }

    private static boolean goesOn(List<Step> later, Step step, List<Rung> ladder, Map<Long, Integer> place) {
        int here = place.getOrDefault(step.stage(), Integer.MAX_VALUE);
        return later.stream().anyMatch(next -> {
            Integer there = place.get(next.stage());
            return there != null && there > here && ladder.get(there).onward();
        });
    }

    /** The lower of the two middle ones when there are two. */
    private static @Nullable Duration median(List<Duration> stays) {
        return stays.isEmpty() ? null : stays.stream().sorted().toList().get((stays.size() - 1) / 2);
    }
}
