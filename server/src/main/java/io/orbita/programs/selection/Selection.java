package io.orbita.programs.selection;

import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.selection.Choice.Candidate;
import io.orbita.programs.template.Experience;
import io.orbita.programs.template.Place;
import io.orbita.programs.template.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a template. Hard rules first: gender, enough weeks, place (a gym template only for a gym), never two steps of
 * experience too high, equipment and limitations by {@link Fitting}. Then the highest {@link Score}; between equals the one
 * that stands higher in the sheet.
 */
public final class Selection {
    private static final int SHOWN_CHANGES = 12;

    private final Exercises exercises;

    /** With the catalogue by which exercises are exchanged. */
    public Selection(Exercises exercises) {
        this.exercises = exercises;
    }

    /**
     * The choice for a client.
     *
     * @param templates in the order of the sheet
     * @param weeks how many weeks the programme will have
     */
    public Choice choose(List<Template> templates, Trainee trainee, int weeks) {
        var narrowing = new Narrowing(templates);
        narrowing.keep("пол", template -> trainee.gender() == null || template.gender() == trainee.gender());
        narrowing.keep("число недель", template -> template.weeks().size() >= weeks);
        narrowing.keep(
                "место",
                template -> template.place() == Place.HOME || trainee.setting().place() == Place.GYM);
        narrowing.keep(
                "опыт",
                template -> trainee.level() != Experience.BEGINNER || template.experience() != Experience.ADVANCED);
        if (narrowing.left.isEmpty()) {
            return new Choice.NothingFits(narrowing.reasons);
        }
        List<Candidate> candidates = best(narrowing.left, trainee);
        if (candidates.isEmpty()) {
            narrowing.reasons.add("С этим инвентарём и ограничениями не собрать ни одной тренировки");
            return new Choice.NothingFits(narrowing.reasons);
        }
        Candidate winner = candidates.getFirst();
        Candidate runnerUp = candidates.size() > 1 ? candidates.get(1) : null;
        return new Choice.Chosen(winner, runnerUp, reasons(winner, runnerUp, trainee));
    }

    /**
     * The two best that are possible. Fitting is the dear part, so templates are fitted from the highest score they could
     * reach, until no other can come second.
     */
    private List<Candidate> best(List<Template> templates, Trainee trainee) {
        Map<Template, Integer> reachable = new IdentityHashMap<>();
        templates.forEach(template -> reachable.put(
                template, Score.of(template, trainee, Fit.UNCHANGED).total()));
        List<Template> promising = templates.stream()
                .sorted(Comparator.comparing(reachable::get, Comparator.reverseOrder()))
                .toList();
        var fitted = new ArrayList<Candidate>();
        for (Template template : promising) {
            int most = reachable.getOrDefault(template, 0);
            if (fitted.stream()
                            .filter(candidate -> candidate.score().total() > most)
                            .count()
                    >= 2) {
                break;
            }
            Fit fit = Fitting.of(template, trainee, exercises);
            if (fit.possible()) {
                fitted.add(new Candidate(template, fit, Score.of(template, trainee, fit)));
            }
        }
        fitted.sort(Comparator.comparingInt(
                        (Candidate candidate) -> -candidate.score().total())
                .thenComparingInt(candidate -> templates.indexOf(candidate.template())));
        return fitted;
    }

    private static List<String> reasons(Candidate winner, @Nullable Candidate runnerUp, Trainee trainee) {
        Template template = winner.template();
        var reasons = new ArrayList<String>();
        reasons.add("Шаблон %s: %s".formatted(template.profile(), template.summary()));
        reasons.add("Баллы: %d из 100 (%s)"
                .formatted(winner.score().total(), winner.score().text()));
        unknown(trainee, reasons);
        if (template.goal() != trainee.aim()) {
            reasons.add("Цель клиента: %s. Ближайший шаблон: %s"
                    .formatted(trainee.aim().text(), template.goal().text()));
        }
        if (template.experience() != trainee.level()) {
            reasons.add("Опыт клиента: %s, у шаблона: %s"
                    .formatted(trainee.level().text(), template.experience().text()));
        }
        if (template.daysPerWeek() > trainee.days()) {
            reasons.add("Клиент просил дней: %d. Тренировки шаблона идут по кругу".formatted(trainee.days()));
        } else if (template.daysPerWeek() < trainee.days()) {
            reasons.add("Клиент просил дней: %d. Для его уровня хватит %d, в остальные лёгкая активность"
                    .formatted(trainee.days(), template.daysPerWeek()));
        }
        changes(winner.fit(), reasons);
        if (runnerUp == null) {
            reasons.add("Других подходящих шаблонов нет");
        } else {
            List<String> weaker = runnerUp.score().weakerThan(winner.score());
            reasons.add("Запасной: %s (%s), %d баллов%s"
                    .formatted(
                            runnerUp.template().profile(),
                            runnerUp.template().summary(),
                            runnerUp.score().total(),
                            weaker.isEmpty() ? ", стоит ниже в таблице" : ", уступил " + String.join(", ", weaker)));
        }
        return reasons;
    }

    private static void unknown(Trainee trainee, List<String> reasons) {
        var unknown = new ArrayList<String>();
        if (trainee.gender() == null) {
            unknown.add("пол");
        }
        if (trainee.goal() == null) {
            unknown.add("цель (взяли рекомпозицию)");
        }
        if (trainee.experience() == null) {
            unknown.add("опыт (взяли новичка)");
        }
        if (trainee.daysPerWeek() == null) {
            unknown.add("дни (взяли 3)");
        }
        if (!unknown.isEmpty()) {
            reasons.add("Не указано: " + String.join(", ", unknown));
        }
    }

    private static void changes(Fit fit, List<String> reasons) {
        if (fit.changes().isEmpty()) {
            return;
        }
        String shown = fit.changes().stream()
                .limit(SHOWN_CHANGES)
                .map(Fit.Change::text)
                .collect(Collectors.joining("; "));
        int rest = fit.changes().size() - SHOWN_CHANGES;
        reasons.add("Замены (%d): %s%s".formatted(fit.changes().size(), shown, rest > 0 ? "; и ещё " + rest : ""));
    }

    /** Leaves fewer templates rule by rule, and says where none is left. */
    private static final class Narrowing {
        private List<Template> left;
        private final List<String> reasons = new ArrayList<>();

        Narrowing(List<Template> templates) {
            this.left = templates;
            if (templates.isEmpty()) {
                reasons.add("В таблице нет ни одного шаблона");
            }
        }

        void keep(String rule, Predicate<Template> allowed) {
            boolean before = !left.isEmpty();
            left = left.stream().filter(allowed).toList();
            if (before && left.isEmpty()) {
                reasons.add("Ни один шаблон не прошёл правило «" + rule + "»");
            }
        }
    }
}
