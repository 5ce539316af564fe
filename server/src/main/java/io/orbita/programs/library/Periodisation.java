package io.orbita.programs.library;

import io.orbita.programs.exercise.Effort;
import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Reps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How the twelve weeks grow. Three blocks of four weeks; the fourth is a deload.
 *
 * <ul>
 *   <li>Repetitions, top to bottom of a range: weeks 1-4 16-12, weeks 5-8 12-10, weeks 9-12 10-8. Isolation, and everything
 *       from 46 years on, stays at 12-10 in the third block. Work without a weight gets harder by tempo instead.
 *   <li>Sets grow from week to week: a beginner begins with two, the two big exercises that open a session get
 *       most; in weeks of four and five days the others stay at three.
 *   <li>Reps in reserve fall from week to week: beginner 4-5, 3-4, 2-3; middle 3-4, 2-3, 1-2; advanced 2-3, 1-2, 1-2; one
 *       more from 46 years on; 5+ in a deload.
 *   <li>Core and conditioning grow by time or repetitions.
 *   <li>Deload: the low end of the range, then sets off those that have most, until the week is a fifth lighter than the one
 *       before.
 * </ul>
 */
final class Periodisation {
    static final int WEEKS = 12;
    private static final int BLOCK = 4;
    private static final double LIGHTER = 0.82;
    private static final List<String> RANGES = List.of("16-12", "12-10", "10-8");
    private static final int[][] HOLD_SECONDS = {{20, 25, 30}, {30, 35, 40}, {40, 45, 50}};
    private static final int[] CURL_REPS = {12, 15, 20};
    private static final int[] CURL_REPS_PER_SIDE = {10, 12, 15};
    private static final int[][] INTERVAL_SECONDS = {{30, 30, 35}, {35, 40, 40}, {40, 45, 45}};
    private static final int[][] STEADY_MINUTES = {{6, 7, 8}, {8, 9, 10}, {10, 11, 12}};

    private final Goal goal;
    private final Experience level;
    private final int days;
    private final boolean older;

    Periodisation(Goal goal, Experience level, int days, boolean older) {
        this.goal = goal;
        this.level = level;
        this.days = days;
        this.older = older;
    }

    /** 0 to 2. */
    static int block(int week) {
        return (week - 1) / BLOCK;
    }

    static boolean deload(int week) {
        return week % BLOCK == 0;
    }

    /** 0 to 2 within a block; a deload counts as the third. */
    private static int step(int week) {
        return Math.min((week - 1) % BLOCK, BLOCK - 2);
    }

    /** Sets of the exercise at {@code position} (from 0) of the {@code day}-th session in a week of full work. */
    int sets(Slot slot, Exercise exercise, int day, int position, int week) {
        int block = block(week);
        int step = step(week);
        if (exercise.effort() == Effort.MINUTES) {
            return 1;
        }
        boolean main = position < 2 && slot.work() == Slot.Work.COMPOUND;
        int sets = switch (slot.work()) {
            case CORE, CONDITIONING -> level == Experience.ADVANCED || step + block > 1 ? 3 : 2;
            case COMPOUND, ISOLATION ->
                switch (level) {
                    case BEGINNER -> Math.min(3, 2 + (main ? step : step / 2) + block) + (position < 1 ? block / 2 : 0);
                    case INTERMEDIATE -> main ? Math.min(4, 3 + (step + block) / 2) : block + step == 0 ? 2 : 3;
                    case ADVANCED -> main ? Math.min(5, 3 + (step + block + 1) / 2) : step + block > 3 ? 4 : 3;
                };
        };
        boolean crowded = days >= 4 && (!main || day >= 5);
        int most = older || crowded ? 3 : days >= 5 ? 4 : 5;
        return Math.min(most, sets);
    }

    /** The cell of repetitions in a week of full work. */
    String reps(Slot slot, Exercise exercise, int week) {
        int block = block(week);
        int step = step(week);
        String suffix = exercise.effort().suffix();
        if (exercise.effort() == Effort.MINUTES) {
            return STEADY_MINUTES[block][step] + (goal == Goal.ENDURANCE ? 4 : 0) + " мин";
        }
        if (exercise.effort().timed()) {
            int seconds = slot.work() == Slot.Work.CONDITIONING
                    ? INTERVAL_SECONDS[block][step] + (goal == Goal.ENDURANCE ? 10 : 0)
                    : HOLD_SECONDS[block][step] + 10 * level.ordinal();
            return (exercise.effort() == Effort.TIME ? seconds : toFive(seconds * 0.7)) + " сек" + suffix;
        }
        if (slot.work() == Slot.Work.CORE || slot.work() == Slot.Work.CONDITIONING) {
            return (exercise.effort() == Effort.REPS ? CURL_REPS : CURL_REPS_PER_SIDE)[block] + suffix;
        }
        if (openEnded(exercise)) {
            return "макс";
        }
        boolean gentle = older || slot.work() == Slot.Work.ISOLATION;
        return RANGES.get(gentle ? Math.min(1, block) : block) + suffix;
    }

    /** Pull-ups with the own weight: as many as the reserve leaves. */
    private static boolean openEnded(Exercise exercise) {
        return exercise.name().equals("Подтягивания") || exercise.name().equals("Подтягивания обратным хватом");
    }

    private static boolean byTempo(Exercise exercise) {
        return exercise.load() == null
                && !openEnded(exercise)
                && exercise.needs().stream().noneMatch(group -> group.contains(Equipment.MACHINE));
    }

    /** The notes: reserve, tempo of work without a weight, and technique when an exercise is new. */
    List<String> notes(Slot slot, Exercise exercise, int week) {
        var notes = new ArrayList<String>();
        boolean strength = slot.work() == Slot.Work.COMPOUND || slot.work() == Slot.Work.ISOLATION;
        if (strength) {
            notes.add("RIR " + (deload(week) ? "5+" : reserve(step(week))));
        }
        if (strength && byTempo(exercise) && block(week) > 0) {
            notes.add(block(week) == 1 ? "темп 3-1-1" : "темп 4-2-1");
        }
        if (week % BLOCK == 1) {
            notes.add(exercise.cue());
        }
        return notes;
    }

    private String reserve(int step) {
        int most = Math.min(5, 5 - level.ordinal() - step + (older ? 1 : 0));
        return Math.max(1, most - 1) + "-" + Math.max(2, most);
    }

    /** The cell of repetitions in a deload after {@code reps}. */
    static String lighter(String reps) {
        if (!Reps.isTime(reps)) {
            return Reps.lighter(reps);
        }
        int amount = (int) Reps.middle(reps).orElseThrow();
        int less = reps.contains("мин") ? Math.max(4, (int) Math.round(amount * 0.8)) : toFive(amount * 0.8);
        return Reps.lighter(reps.replaceFirst("\\d+", Integer.toString(less)));
    }

    /**
     * Sets of a deload week's session.
     *
     * @param sets those of the week before, in the order of the exercises
     * @param reps the cells of the week before
     */
    static List<Integer> lighterSets(List<Integer> sets, List<String> reps) {
        var lighter = new ArrayList<>(sets);
        double full = volume(sets, reps);
        List<String> lower = reps.stream().map(Periodisation::lighter).toList();
        while (volume(lighter, lower) > LIGHTER * full) {
            int most = lighter.indexOf(Collections.max(lighter));
            if (lighter.get(most) <= 2) {
                break;
            }
            lighter.set(most, lighter.get(most) - 1);
        }
        return lighter;
    }

    /** Sets times repetitions; seconds count a third, «макс» as ten, minutes as ten repetitions. */
    static double volume(List<Integer> sets, List<String> reps) {
        double volume = 0;
        for (int i = 0; i < sets.size(); i++) {
            double amount = Reps.middle(reps.get(i)).orElse(10);
            double weight = reps.get(i).contains("мин") ? 10 : Reps.isTime(reps.get(i)) ? 1.0 / 3 : 1;
            volume += sets.get(i) * amount * weight;
        }
        return volume;
    }

    private static int toFive(double seconds) {
        return (int) Math.max(15, Math.round(seconds / 5) * 5);
    }
}
