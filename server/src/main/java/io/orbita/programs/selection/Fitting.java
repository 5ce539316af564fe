package io.orbita.programs.selection;

import io.orbita.programs.exercise.Equipment;
import io.orbita.programs.exercise.Exercise;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.exercise.Risk;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Spelling;
import io.orbita.programs.template.Template;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fits a template to what a client has and must spare.
 *
 * <ul>
 *   <li>An exercise without its equipment, or against a limitation, is exchanged: first for an alternative of the sheet, then
 *       for a substitute of the catalogue, then for another exercise of the same job up to the client's level; never for one
 *       that the session has already. Where nothing fits, it is left out.
 *   <li>A session must keep three exercises, or all it had when it had fewer.
 *   <li>A template with more days than asked goes by turns: with two days of A, B, C the first week is A, B, the second C, A.
 *       A template that grows beyond its first week is the owner's will and stays.
 * </ul>
 */
final class Fitting {
    private static final int LEAST_EXERCISES = 3;

    private final Exercises exercises;
    private final Trainee trainee;
    private final Set<Equipment> tools;
    private final Set<Risk> risks;
    private final Set<Fit.Change> changes = new LinkedHashSet<>();
    private final Map<List<String>, List<@Nullable Exercise>> bySession = new HashMap<>();
    private final Map<String, Optional<String>> hindrances = new HashMap<>();
    private boolean possible = true;

    private Fitting(Exercises exercises, Trainee trainee) {
        this.exercises = exercises;
        this.trainee = trainee;
        this.tools = trainee.tools();
        this.risks = trainee.risks();
    }

    static Fit of(Template template, Trainee trainee, Exercises exercises) {
        var fitting = new Fitting(exercises, trainee);
        var weeks = new ArrayList<Week>();
        int turn = 0;
        for (Week week : template.weeks()) {
            List<Session> sessions = week.sessions();
            if (template.daysPerWeek() > trainee.days()) {
                sessions = byTurns(sessions, trainee.days(), turn);
                turn += trainee.days();
            }
            weeks.add(new Week(
                    week.number(),
                    week.deload(),
                    sessions.stream().map(fitting::fitted).toList()));
        }
        return new Fit(weeks, List.copyOf(fitting.changes), fitting.possible);
    }

    private static List<Session> byTurns(List<Session> sessions, int days, int turn) {
        var chosen = new ArrayList<Session>();
        for (int day = 1; day <= Math.min(days, sessions.size()); day++) {
            Session session = sessions.get((turn + day - 1) % sessions.size());
            chosen.add(new Session(day, session.name(), session.microcycle(), session.exercises()));
        }
        return chosen;
    }

    private Session fitted(Session session) {
        List<String> names =
                session.exercises().stream().map(Prescription::name).toList();
        List<@Nullable Exercise> replacements =
                bySession.computeIfAbsent(names, unused -> replacements(session.exercises()));
        var fitted = new ArrayList<Prescription>();
        for (int i = 0; i < replacements.size(); i++) {
            Prescription prescription = session.exercises().get(i);
            Exercise replacement = replacements.get(i);
            if (hindrance(prescription.name()).isEmpty()) {
                fitted.add(withUsefulAlternatives(prescription));
            } else if (replacement != null) {
                fitted.add(Exchange.of(
                        prescription, exercises.find(prescription.name()), replacement, alternatives(replacement)));
            }
        }
        if (fitted.size() < Math.min(LEAST_EXERCISES, names.size())) {
            possible = false;
        }
        return new Session(session.day(), session.name(), session.microcycle(), fitted);
    }

    /** What takes each place; null where the exercise stays, or where nothing can take it. */
    private List<@Nullable Exercise> replacements(List<Prescription> session) {
        Set<String> taken = session.stream()
                .map(Prescription::name)
                .filter(name -> hindrance(name).isEmpty())
                .map(this::identity)
                .collect(Collectors.toCollection(HashSet::new));
        List<@Nullable Exercise> replacements = new ArrayList<>();
        for (Prescription prescription : session) {
            Optional<String> hindrance = hindrance(prescription.name());
            Exercise replacement = null;
            if (hindrance.isPresent()) {
                replacement = replacement(prescription, taken).orElse(null);
                if (replacement != null) {
                    taken.add(identity(replacement.name()));
                }
                changes.add(new Fit.Change(
                        prescription.name(), replacement == null ? null : replacement.name(), hindrance.get()));
            }
            replacements.add(replacement);
        }
        return replacements;
    }

    private String identity(String name) {
        return exercises.find(name).map(Exercise::name).orElseGet(() -> Spelling.key(name));
    }

    /** Why the client cannot do it; empty when they can. Of an unknown exercise only its name tells what it needs. */
    private Optional<String> hindrance(String name) {
        return hindrances.computeIfAbsent(name, this::newHindrance);
    }

    private Optional<String> newHindrance(String name) {
        Optional<Exercise> known = exercises.find(name);
        if (known.isEmpty()) {
            return Equipment.mentionedIn(name).stream()
                    .filter(equipment -> !tools.contains(equipment))
                    .findFirst()
                    .map(equipment -> "нет инвентаря (" + equipment.text() + ")");
        }
        return known.get().risks().stream()
                .filter(risks::contains)
                .sorted()
                .findFirst()
                .map(Risk::why)
                .or(() -> known.get().needs().stream()
                        .filter(group -> group.stream().noneMatch(tools::contains))
                        .findFirst()
                        .map(group -> "нет инвентаря ("
                                + group.stream().sorted().map(Equipment::text).collect(Collectors.joining(" или "))
                                + ")"));
    }

    private boolean fits(Exercise exercise) {
        return exercise.possibleWith(tools) && exercise.safeFor(risks);
    }

    private Optional<Exercise> replacement(Prescription prescription, Set<String> taken) {
        List<Exercise> candidates = new ArrayList<>();
        prescription.alternatives().forEach(name -> exercises.find(name).ifPresent(candidates::add));
        Optional<Exercise> known = exercises.find(prescription.name());
        known.ifPresent(exercise -> candidates.addAll(substitutes(exercise)));
        String pattern = known.map(Exercise::pattern).orElse(prescription.pattern());
        exercises.all().stream()
                .filter(exercise -> exercise.pattern().equalsIgnoreCase(pattern))
                .filter(exercise -> exercise.level().above(trainee.level()) <= 0)
                .forEach(candidates::add);
        known.ifPresent(exercise -> exercises.all().stream()
                .filter(other -> other.standsInFor(exercise) && other.level().above(trainee.level()) <= 0)
                .forEach(candidates::add));
        return candidates.stream()
                .filter(exercise -> fits(exercise) && !taken.contains(exercise.name()))
                .min(Comparator.comparingInt(this::bars));
    }

    /** On a sports ground its bars come before a rucksack; otherwise the order of the candidates holds. */
    private int bars(Exercise exercise) {
        boolean onBars = exercise.needs().stream().anyMatch(group -> !Collections.disjoint(group, Equipment.yard()));
        return trainee.setting() == Setting.OUTDOORS
                        && onBars
                        && exercise.level().above(trainee.level()) <= 0
                ? 0
                : 1;
    }

    /** Substitutes, and theirs, nearest first, as long as they do the same job. */
    private List<Exercise> substitutes(Exercise exercise) {
        var found = new LinkedHashSet<Exercise>();
        List<Exercise> step = List.of(exercise);
        while (!step.isEmpty()) {
            List<Exercise> next = step.stream()
                    .flatMap(each -> each.substitutes().stream())
                    .flatMap(name -> exercises.find(name).stream())
                    .filter(other -> other.standsInFor(exercise))
                    .filter(found::add)
                    .toList();
            step = next;
        }
        found.remove(exercise);
        return List.copyOf(found);
    }

    private List<String> alternatives(Exercise exercise) {
        return substitutes(exercise).stream()
                .filter(this::fits)
                .map(Exercise::name)
                .limit(2)
                .toList();
    }

    private Prescription withUsefulAlternatives(Prescription prescription) {
        List<String> useful = prescription.alternatives().stream()
                .filter(name -> hindrance(name).isEmpty())
                .toList();
        if (useful.equals(prescription.alternatives())) {
            return prescription;
        }
        List<String> alternatives = useful.isEmpty()
                ? exercises.find(prescription.name()).map(this::alternatives).orElse(useful)
                : useful;
        return new Prescription(
                prescription.name(),
                prescription.sets(),
                prescription.reps(),
                prescription.pattern(),
                alternatives,
                prescription.notes());
    }
}
