package io.orbita.pipeline;

import io.orbita.pipeline.FunnelFigures.Cell;
import io.orbita.pipeline.FunnelFigures.Rung;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The definitions of the funnel's figures taken literally: where a person stands at a moment is found by replaying everything from the beginning, and each figure asks that
 * for each moment at which anything happened.
 */
final class SlowFunnel {
    /** A card came to a stage. */
    record Came(long order, long card, long stage, Instant at) {}

    record Merged(long standing, long merged, Instant at) {}

    /** The rungs with their roles. */
    record Stage(Rung rung, @Nullable StageRole role) {}

    private final List<Came> moves;
    private final List<Merged> merges;
    private final Map<Long, Stage> stages;
    /** Of each person: where they stood since when, each change a line. */
    private final Map<Long, List<Came>> courses = new TreeMap<>();

    SlowFunnel(List<Came> moves, List<Merged> merges, List<Stage> stages) {
        this.moves = moves.stream()
                .sorted(Comparator.comparing(Came::at).thenComparing(Came::order))
                .toList();
        this.merges = merges.stream().sorted(Comparator.comparing(Merged::at)).toList();
        this.stages = new HashMap<>();
        stages.forEach(stage -> this.stages.put(stage.rung().stage(), stage));
        for (Came move : this.moves) {
            courses.computeIfAbsent(person(move.card()), this::course);
        }
    }

    long person(long card) {
        long person = card;
        for (Merged merge : merges) {
            person = merge.merged() == person ? merge.standing() : person;
        }
        for (Merged merge : merges) {
            if (merge.merged() == person) {
                return person(merge.standing());
            }
        }
        return person;
    }

    private List<Came> course(long person) {
        List<Came> course = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Came move = moves.get(i);
            if (person(move.card()) != person) {
                continue;
            }
            Long stands = stands(person, i);
            if (stands != null && (course.isEmpty() || course.getLast().stage() != stands)) {
                course.add(new Came(move.order(), person, stands, move.at()));
            }
        }
        return course;
    }

    /** Where the person stands after the first moves up to that one. */
    private @Nullable Long stands(long person, int last) {
        Map<Long, Long> at = new HashMap<>();
        Map<Long, Long> now = new HashMap<>();
        Set<Merged> done = new java.util.HashSet<>();
        for (int i = 0; i <= last; i++) {
            for (Merged merge : merges) {
                if (merge.at().isBefore(moves.get(i).at()) && done.add(merge)) {
                    merge(merge, at, now);
                }
            }
            long card = moves.get(i).card();
            while (now.containsKey(card)) {
                card = Objects.requireNonNull(now.get(card));
            }
            at.put(card, moves.get(i).stage());
        }
        for (Merged merge : merges) {
            if (done.add(merge)) {
                merge(merge, at, now);
            }
        }
        return at.get(person);
    }

    private void merge(Merged merge, Map<Long, Long> at, Map<Long, Long> now) {
        now.put(merge.merged(), merge.standing());
        Long gone = at.remove(merge.merged());
        Long stays = at.get(merge.standing());
        if (gone != null && (stays == null || worth(gone) > worth(stays))) {
            at.put(merge.standing(), gone);
        }
    }

    private int worth(long stage) {
        StageRole role = Objects.requireNonNull(stages.get(stage)).role();
        return role == null ? -1 : role == StageRole.INACTIVE ? 0 : role.ordinal() + 1;
    }

    private Set<Long> persons(Predicate<List<Came>> condition) {
        Set<Long> persons = new TreeSet<>();
        courses.forEach((person, course) -> {
            if (condition.test(course)) {
                persons.add(person);
            }
        });
        return persons;
    }

    private boolean further(long stage, long than) {
        Rung there = Objects.requireNonNull(stages.get(stage)).rung();
        Rung here = Objects.requireNonNull(stages.get(than)).rung();
        return there.onward() && there.place() > here.place();
    }

    private static boolean in(Instant at, Instant from, Instant until) {
        return at.compareTo(from) >= 0 && at.compareTo(until) < 0;
    }

    private boolean wentOn(List<Came> course, Came here, Instant end) {
        return course.subList(course.indexOf(here) + 1, course.size()).stream()
                .anyMatch(later -> later.at().isBefore(end) && further(later.stage(), here.stage()));
    }

    /** The people behind each number of the flow. */
    Map<Cell, Set<Long>> flow(Instant from, Instant until) {
        Map<Cell, Set<Long>> people = new HashMap<>();
        for (Long stage : stages.keySet()) {
            put(
                    people,
                    FunnelFigure.FLOW_REACHED,
                    null,
                    stage,
                    persons(course ->
                            course.stream().anyMatch(came -> came.stage() == stage && in(came.at(), from, until))));
            put(
                    people,
                    FunnelFigure.FLOW_PASSED_ON,
                    null,
                    stage,
                    persons(course -> course.stream()
                            .anyMatch(came -> came.stage() == stage
                                    && in(came.at(), from, until)
                                    && wentOn(course, came, until))));
            put(
                    people,
                    FunnelFigure.FLOW_LEFT,
                    null,
                    stage,
                    persons(course -> course.stream()
                            .anyMatch(came -> came != course.getFirst()
                                    && in(came.at(), from, until)
                                    && course.get(course.indexOf(came) - 1).stage() == stage)));
            for (Long other : stages.keySet()) {
                put(
                        people,
                        FunnelFigure.FLOW_MOVED,
                        other,
                        stage,
                        persons(course -> course.stream()
                                .anyMatch(came -> came != course.getFirst()
                                        && came.stage() == stage
                                        && in(came.at(), from, until)
                                        && course.get(course.indexOf(came) - 1).stage() == other)));
            }
        }
        return people;
    }

    /** The stays that the flow looks at. */
    List<TimeInStage.Seen> flowStays(long stage, Instant from, Instant until, Instant seen) {
        Instant end = seen.isBefore(until) ? seen : until;
        List<TimeInStage.Seen> stays = new ArrayList<>();
        courses.values()
                .forEach(course -> course.stream()
                        .filter(came -> came.stage() == stage && in(came.at(), from, until))
                        .forEach(came -> stays.add(seen(course, came, end))));
        return stays;
    }

    private static TimeInStage.Seen seen(List<Came> course, Came came, Instant end) {
        int next = course.indexOf(came) + 1;
        boolean ended = next < course.size() && course.get(next).at().isBefore(end);
        return new TimeInStage.Seen(
                Duration.between(came.at(), ended ? course.get(next).at() : end), ended);
    }

    /** The people behind each number of a cohort. */
    Map<Cell, Set<Long>> cohort(@Nullable Long entered, Instant from, Instant until, Instant seen) {
        Map<Cell, Set<Long>> people = new HashMap<>();
        put(
                people,
                FunnelFigure.COHORT_SIZE,
                null,
                null,
                persons(course -> start(course, entered, from, until, seen) != null));
        for (Long stage : stages.keySet()) {
            put(
                    people,
                    FunnelFigure.COHORT_REACHED,
                    null,
                    stage,
                    persons(course -> since(course, entered, from, until, seen).stream()
                            .anyMatch(came -> came.stage() == stage)));
            put(
                    people,
                    FunnelFigure.COHORT_AS_FAR,
                    null,
                    stage,
                    persons(course -> since(course, entered, from, until, seen).stream()
                            .anyMatch(came -> came.stage() == stage || isAsFar(came.stage(), stage))));
            put(
                    people,
                    FunnelFigure.COHORT_PASSED_ON,
                    null,
                    stage,
                    persons(course -> since(course, entered, from, until, seen).stream()
                            .anyMatch(came -> came.stage() == stage && wentOn(course, came, seen))));
            put(people, FunnelFigure.COHORT_STANDING, null, stage, persons(course -> {
                List<Came> since = since(course, entered, from, until, seen);
                return !since.isEmpty() && since.getLast().stage() == stage;
            }));
        }
        return people;
    }

    private boolean isAsFar(long stage, long as) {
        Rung there = Objects.requireNonNull(stages.get(stage)).rung();
        Rung here = Objects.requireNonNull(stages.get(as)).rung();
        return there.onward() && here.onward() && there.place() >= here.place();
    }

    private static @Nullable Came start(
            List<Came> course, @Nullable Long entered, Instant from, Instant until, Instant seen) {
        for (Came came : course) {
            boolean counts = in(came.at(), from, until) && came.at().isBefore(seen);
            if (entered == null ? came == course.getFirst() && counts : came.stage() == entered && counts) {
                return came;
            }
        }
        return null;
    }

    private static List<Came> since(
            List<Came> course, @Nullable Long entered, Instant from, Instant until, Instant seen) {
        Came start = start(course, entered, from, until, seen);
        return start == null
                ? List.of()
                : course.subList(course.indexOf(start), course.size()).stream()
                        .filter(came -> came.at().isBefore(seen))
                        .toList();
    }

    /** The people at each stage just before a moment. */
    Map<Cell, Set<Long>> snapshot(Instant before) {
        Map<Cell, Set<Long>> people = new HashMap<>();
        for (Long stage : stages.keySet()) {
            put(people, FunnelFigure.SNAPSHOT_STANDING, null, stage, persons(course -> {
                List<Came> past = course.stream()
                        .filter(came -> came.at().isBefore(before))
                        .toList();
                return !past.isEmpty() && past.getLast().stage() == stage;
            }));
        }
        return people;
    }

    private static void put(
            Map<Cell, Set<Long>> people,
            FunnelFigure figure,
            @Nullable Long from,
            @Nullable Long stage,
            Set<Long> persons) {
        if (!persons.isEmpty()) {
            people.put(new Cell(figure, from, stage), persons);
        }
    }

    /** The quantile by whole fractions, from the definition of Kaplan and Meier. */
    static @Nullable BigDecimal quantileHours(List<TimeInStage.Seen> stays, int percent) {
        BigInteger left = BigInteger.ONE;
        BigInteger of = BigInteger.ONE;
        for (Duration time :
                stays.stream().map(TimeInStage.Seen::time).distinct().sorted().toList()) {
            long atRisk = stays.stream()
                    .filter(stay -> stay.time().compareTo(time) >= 0)
                    .count();
            long ends = stays.stream()
                    .filter(stay -> stay.ended() && stay.time().equals(time))
                    .count();
            left = left.multiply(BigInteger.valueOf(atRisk - ends));
            of = of.multiply(BigInteger.valueOf(atRisk));
            BigInteger gone = of.subtract(left).multiply(BigInteger.valueOf(100));
            if (ends > 0 && gone.compareTo(of.multiply(BigInteger.valueOf(percent))) >= 0) {
                return BigDecimal.valueOf(time.toSeconds()).divide(BigDecimal.valueOf(3_600), 1, RoundingMode.HALF_UP);
            }
        }
        return null;
    }
}
