package io.orbita.programs.selection;

import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Reps;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a template's work a client gets when the template was written for somebody a little different. A template that
 * suits experience and age is given as it stands.
 *
 * <ul>
 *   <li>Client above the template's experience: one set more in the first two exercises of a session.
 *   <li>Client below it: one set less in all but the first two, one repetition more in reserve.
 *   <li>Older than the template's band from 46 on: one set less in all but the first two, one repetition more in reserve;
 *       below 18: one repetition more in reserve.
 *   <li>Body mass index of 35 and more: one set less in all but the first two through week 2.
 *   <li>Heart or pregnancy: two repetitions more in reserve, and no sets to the limit («макс» becomes 12-10).
 * </ul>
 *
 * Never below two sets where there were two, never above six.
 */
public final class Dosage {
    private static final Pattern RESERVE = Pattern.compile("(?i)RIR\\s*(\\d)\\s*[-–]\\s*(\\d)");
    private static final double VERY_HEAVY = 35;
    private static final int EASY_WEEKS = 2;
    private static final int MOST_SETS = 6;
    private static final int MOST_RESERVE = 6;

    private final int mainSets;
    private final int otherSets;
    private final int reserve;
    private final boolean gentleStart;
    private final boolean noLimits;
    private final List<String> reasons = new ArrayList<>();

    private Dosage(Template template, Trainee trainee) {
        int above = trainee.level().above(template.experience());
        Integer age = trainee.age();
        boolean older = age != null && age >= 46 && age > template.ages().to();
        boolean young = age != null && age < 18;
        boolean fragile = trainee.fragile();
        this.mainSets = above > 0 && !older && !fragile ? 1 : 0;
        this.otherSets = above < 0 || older ? -1 : 0;
        this.reserve = (above < 0 ? 1 : 0) + (older || young ? 1 : 0) + (fragile ? 2 : 0);
        this.gentleStart = trainee.bodyMassIndex() >= VERY_HEAVY;
        this.noLimits = fragile;
        if (mainSets > 0) {
            reasons.add("опыта больше, чем в шаблоне: плюс подход в двух первых упражнениях");
        }
        if (above < 0) {
            reasons.add("опыта меньше, чем в шаблоне: меньше подходов, больше запас");
        }
        if (older) {
            reasons.add("возраст %d: меньше подходов во второй части тренировки, больше запас".formatted(age));
        }
        if (young) {
            reasons.add("возраст %d: больше запас повторений".formatted(age));
        }
        if (gentleStart) {
            reasons.add("большой вес: первые две недели легче");
        }
        if (fragile) {
            reasons.add("здоровье: запас повторений больше, подходов до предела нет");
        }
    }

    /** The rules for this pair. */
    public static Dosage of(Template template, Trainee trainee) {
        return new Dosage(template, trainee);
    }

    /** Which rules apply, in Russian; empty when the template is given as it stands. */
    public List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** The week with the client's dose. */
    public Week apply(Week week) {
        if (reasons.isEmpty()) {
            return week;
        }
        return new Week(
                week.number(),
                week.deload(),
                week.sessions().stream()
                        .map(session -> apply(session, week.number()))
                        .toList());
    }

    private Session apply(Session session, int week) {
        var exercises = new ArrayList<Prescription>();
        for (int i = 0; i < session.exercises().size(); i++) {
            Prescription exercise = session.exercises().get(i);
            boolean main = i < 2;
            int change = main ? mainSets : Math.min(otherSets, gentleStart && week <= EASY_WEEKS ? -1 : 0);
            int least = Math.min(2, exercise.sets());
            int sets = Math.clamp(exercise.sets() + (long) change, least, Math.max(least, MOST_SETS));
            exercises.add(exercise.with(
                    sets,
                    reps(exercise.reps()),
                    exercise.notes().stream().map(this::note).toList()));
        }
        return new Session(session.day(), session.name(), session.microcycle(), exercises);
    }

    private String reps(String reps) {
        boolean toTheLimit = noLimits && reps.toLowerCase(java.util.Locale.ROOT).startsWith("макс");
        return toTheLimit
                ? (Reps.isMarkedLighter(reps) ? "10 " + Reps.DELOAD_MARK : "12-10") + Reps.side(Reps.withoutMark(reps))
                : reps;
    }

    private String note(String note) {
        Matcher numbers = RESERVE.matcher(note);
        if (reserve == 0 || !numbers.find()) {
            return note;
        }
        int low = Math.min(MOST_RESERVE - 1, Integer.parseInt(numbers.group(1)) + reserve);
        int high = Math.min(MOST_RESERVE, Integer.parseInt(numbers.group(2)) + reserve);
        return note.substring(0, numbers.start()) + "RIR " + low + "-" + Math.max(low, high)
                + note.substring(numbers.end());
    }
}
