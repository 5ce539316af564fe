package io.orbita.programs.library;

import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.template.AgeBand;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Gender;
import io.orbita.programs.template.Goal;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Builds the templates of one gender: every goal, level and place, for the days a week that suit the level (beginner 2 or 3,
 * middle 3 or 4, advanced 4 or 5; endurance the fewer of the two, the rest of the week is walking and running), and from 46
 * years on gentler ones for recomposition and fat loss (2 or 3 days, no jumps, no bar with the back bent).
 */
public final class LibraryBuilder {
    private static final AgeBand YOUNGER = new AgeBand(17, 45);
    private static final AgeBand OLDER = new AgeBand(46, AgeBand.OPEN);
    private static final Set<Equipment> AT_HOME =
            EnumSet.of(Equipment.DUMBBELLS, Equipment.BANDS, Equipment.PULL_UP_BAR, Equipment.KETTLEBELL);
    private static final int MAIN = 2;

    private final Rotation rotation;

    /** With the catalogue from which the exercises come. */
    public LibraryBuilder(Exercises exercises) {
        this.rotation = new Rotation(exercises);
    }

    /** All templates of one gender; the same list every time. */
    public List<Template> build(Gender gender) {
        var templates = new ArrayList<Template>();
        for (Goal goal : Goal.values()) {
            for (Place place : Place.values()) {
                for (Experience level : Experience.values()) {
                    for (int days = fewestDays(level); days <= mostDays(level, goal); days++) {
                        templates.add(template(gender, YOUNGER, goal, level, place, days, templates.size() + 1));
                    }
                }
            }
        }
        for (Goal goal : List.of(Goal.RECOMPOSITION, Goal.FAT_LOSS)) {
            for (Place place : Place.values()) {
                for (Experience level : List.of(Experience.BEGINNER, Experience.INTERMEDIATE)) {
                    int days = fewestDays(level);
                    templates.add(template(gender, OLDER, goal, level, place, days, templates.size() + 1));
                }
            }
        }
        return templates;
    }

    private static int fewestDays(Experience level) {
        return 2 + level.ordinal();
    }

    private static int mostDays(Experience level, Goal goal) {
        return fewestDays(level) + (goal == Goal.ENDURANCE ? 0 : 1);
    }

    private Template template(
            Gender gender, AgeBand ages, Goal goal, Experience level, Place place, int days, int number) {
        boolean older = ages.equals(OLDER);
        var periodisation = new Periodisation(goal, level, days, older);
        Predicate<Exercise> allowed = exercise -> (place == Place.GYM || exercise.possibleWith(AT_HOME))
                && (!older || (exercise.safeFor(Set.of(Risk.IMPACT)) && !barOnTheBack(exercise)));
        var weeks = new ArrayList<Week>();
        for (int week = 1; week <= Periodisation.WEEKS; week++) {
            int block = Periodisation.block(week);
            Map<Slot, Integer> occurrences = new EnumMap<>(Slot.class);
            var sessions = new ArrayList<Session>();
            for (Blueprint.Plan plan : Blueprint.week(gender, goal, level, days, block)) {
                var candidates = new ArrayList<List<Exercise>>();
                var chosen = new ArrayList<Exercise>();
                for (Slot slot : plan.slots()) {
                    int occurrence = occurrences.merge(slot, 1, Integer::sum) - 1;
                    List<Exercise> fitting =
                            rotation.candidates(place, slot, gender, level, block, occurrence, allowed);
                    candidates.add(fitting);
                    chosen.add(fitting.stream()
                            .filter(exercise -> !chosen.contains(exercise))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("nothing for " + slot + " at " + place)));
                }
                sessions.add(session(plan, chosen, candidates, sessions.size() + 1, week, periodisation));
            }
            weeks.add(new Week(week, Periodisation.deload(week), sessions));
        }
        return new Template(gender.prefix() + "_" + number, gender, ages, goal, level, place, weeks);
    }

    private static boolean barOnTheBack(Exercise exercise) {
        return exercise.risks().contains(Risk.BACK)
                && exercise.needs().stream().anyMatch(group -> group.contains(Equipment.BARBELL));
    }

    private static Session session(
            Blueprint.Plan plan,
            List<Exercise> chosen,
            List<List<Exercise>> candidates,
            int day,
            int week,
            Periodisation periodisation) {
        List<Slot> slots = plan.slots();
        boolean deload = Periodisation.deload(week);
        int full = deload ? week - 1 : week;
        var sets = new ArrayList<Integer>();
        var reps = new ArrayList<String>();
        for (int i = 0; i < chosen.size(); i++) {
            sets.add(periodisation.sets(slots.get(i), chosen.get(i), day, i, full));
            reps.add(periodisation.reps(slots.get(i), chosen.get(i), full));
        }
        List<Integer> dose = deload ? Periodisation.lighterSets(sets, reps) : sets;
        var prescriptions = new ArrayList<Prescription>();
        for (int i = 0; i < chosen.size(); i++) {
            Exercise exercise = chosen.get(i);
            prescriptions.add(new Prescription(
                    exercise.name(),
                    dose.get(i),
                    deload ? Periodisation.lighter(reps.get(i)) : reps.get(i),
                    exercise.pattern(),
                    candidates.get(i).stream()
                            .filter(other -> !chosen.contains(other) && other.standsInFor(exercise))
                            .map(Exercise::name)
                            .distinct()
                            .limit(i < MAIN ? 2 : 1)
                            .toList(),
                    periodisation.notes(slots.get(i), exercise, week)));
        }
        return new Session(day, plan.name(), plan.microcycle(), prescriptions);
    }
}
