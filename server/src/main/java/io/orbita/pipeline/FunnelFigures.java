package io.orbita.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The funnel in figures, the one calculation for everybody who shows them. Pure. Each number is kept as the persons behind it, so that no number can differ from its
 * list. What the figures mean: {@link FunnelFigure}.
 */
final class FunnelFigures {
    /**
     * A stage as the figures need it.
     *
     * @param place how far along it is; a removed stage shares the place of the first one with its role
     * @param onward whether reaching it is a step forward; false for the inactive, and for what was removed and had no role
     */
    record Rung(long stage, int place, boolean onward) {}

    /** Which number: of which stage, for moves also from which. */
    record Cell(
            FunnelFigure figure,
            @Nullable Long from,
            @Nullable Long stage) {}

    private final Map<Cell, NavigableSet<Long>> people = new HashMap<>();
    private final Map<Long, List<TimeInStage.Seen>> stays = new HashMap<>();
    private final Map<Long, Rung> ladder = new LinkedHashMap<>();

    private FunnelFigures(List<Rung> ladder) {
        ladder.forEach(rung -> this.ladder.put(rung.stage(), rung));
    }

    /** The persons behind a number. */
    NavigableSet<Long> people(Cell cell) {
        return Collections.unmodifiableNavigableSet(people.getOrDefault(cell, new TreeSet<>()));
    }

    int count(FunnelFigure figure, long stage) {
        return people(new Cell(figure, null, stage)).size();
    }

    TimeInStage time(long stage) {
        return TimeInStage.of(stays.getOrDefault(stage, List.of()));
    }

    /** All numbers of that figure that are not zero. */
    List<Cell> cells(FunnelFigure figure) {
        return people.keySet().stream().filter(cell -> cell.figure() == figure).toList();
    }

    /**
     * The moves of a period.
     *
     * @param until the first moment after it
     * @param seen the first moment that nobody has seen yet: stays are observed no longer
     */
    static FunnelFigures flow(Collection<Walk> walks, List<Rung> ladder, Instant from, Instant until, Instant seen) {
        var figures = new FunnelFigures(ladder);
        Instant end = seen.isBefore(until) ? seen : until;
        for (Walk walk : walks) {
            for (int i = 0; i < walk.stays().size(); i++) {
                Walk.Stay stay = walk.stays().get(i);
                if (stay.beganIn(from, until)) {
                    figures.add(FunnelFigure.FLOW_REACHED, stay.stage(), walk);
                    if (figures.goesOn(walk, i, until)) {
                        figures.add(FunnelFigure.FLOW_PASSED_ON, stay.stage(), walk);
                    }
                    if (i > 0) {
                        figures.add(
                                new Cell(
                                        FunnelFigure.FLOW_MOVED,
                                        walk.stays().get(i - 1).stage(),
                                        stay.stage()),
                                walk);
                    }
                    figures.see(stay, end);
                }
                if (stay.endedIn(from, until)) {
                    figures.add(FunnelFigure.FLOW_LEFT, stay.stage(), walk);
                }
            }
        }
        return figures;
    }

    /**
     * What became of those who entered in a period.
     *
     * @param entered the stage that they came to; null: into the funnel
     * @param until the first moment after the period
     * @param seen the first moment that is not looked at any more
     */
    static FunnelFigures cohort(
            Collection<Walk> walks,
            List<Rung> ladder,
            @Nullable Long entered,
            Instant from,
            Instant until,
            Instant seen) {
        var figures = new FunnelFigures(ladder);
        for (Walk walk : walks) {
            int start = start(walk, entered, from, until.isBefore(seen) ? until : seen);
            if (start < 0) {
                continue;
            }
            figures.add(new Cell(FunnelFigure.COHORT_SIZE, null, null), walk);
            int furthest = -1;
            for (int i = start; i < walk.stays().size(); i++) {
                Walk.Stay stay = walk.stays().get(i);
                if (!stay.since().isBefore(seen)) {
                    break;
                }
                figures.add(FunnelFigure.COHORT_REACHED, stay.stage(), walk);
                figures.add(FunnelFigure.COHORT_AS_FAR, stay.stage(), walk);
                if (figures.goesOn(walk, i, seen)) {
                    figures.add(FunnelFigure.COHORT_PASSED_ON, stay.stage(), walk);
                }
                furthest = Math.max(furthest, figures.onwardPlace(stay.stage()));
                figures.see(stay, seen);
            }
            for (Rung rung : ladder) {
                if (rung.onward() && rung.place() <= furthest) {
                    figures.add(FunnelFigure.COHORT_AS_FAR, rung.stage(), walk);
                }
            }
            walk.before(seen).ifPresent(stay -> figures.add(FunnelFigure.COHORT_STANDING, stay.stage(), walk));
        }
        return figures;
    }

    /** Who stands where just before that moment. */
    static FunnelFigures snapshot(Collection<Walk> walks, List<Rung> ladder, Instant before) {
        var figures = new FunnelFigures(ladder);
        for (Walk walk : walks) {
            walk.before(before).ifPresent(stay -> {
                figures.add(FunnelFigure.SNAPSHOT_STANDING, stay.stage(), walk);
                figures.stays
                        .computeIfAbsent(stay.stage(), _ -> new ArrayList<>())
                        .add(new TimeInStage.Seen(Duration.between(stay.since(), before), true));
            });
        }
        return figures;
    }

    private static int start(Walk walk, @Nullable Long entered, Instant from, Instant until) {
        for (int i = 0; i < walk.stays().size(); i++) {
            Walk.Stay stay = walk.stays().get(i);
            if (entered == null || entered == stay.stage()) {
                if (stay.beganIn(from, until)) {
                    return i;
                }
                if (entered == null) {
                    return -1;
                }
            }
        }
        return -1;
    }

    private void add(FunnelFigure figure, long stage, Walk walk) {
        add(new Cell(figure, null, stage), walk);
    }

    private void add(Cell cell, Walk walk) {
        people.computeIfAbsent(cell, _ -> new TreeSet<>()).add(walk.person());
    }

    private void see(Walk.Stay stay, Instant end) {
        Instant until = stay.until();
        boolean ended = until != null && until.isBefore(end);
        Instant last = until != null && ended ? until : end;
        Duration time = last.isBefore(stay.since()) ? Duration.ZERO : Duration.between(stay.since(), last);
        stays.computeIfAbsent(stay.stage(), _ -> new ArrayList<>()).add(new TimeInStage.Seen(time, ended));
    }

    private boolean goesOn(Walk walk, int index, Instant end) {
        Rung here = ladder.get(walk.stays().get(index).stage());
        return here != null
                && walk.stays().stream()
                        .skip(index + 1L)
                        .anyMatch(next -> next.since().isBefore(end) && onwardPlace(next.stage()) > here.place());
    }

    private int onwardPlace(long stage) {
        Rung there = ladder.get(stage);
        return there != null && there.onward() ? there.place() : -1;
    }
}
