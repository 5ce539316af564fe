package io.orbita.programs;

import io.orbita.programs.content.ProgramContent;
import io.orbita.programs.content.ProgramContent.Exercise;
import io.orbita.programs.content.ProgramContent.Session;
import io.orbita.programs.content.ProgramContent.Technique;
import io.orbita.programs.content.ProgramContent.Week;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.selection.Trainee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a week that was reported changes in the weeks to come. Deterministic, and never touches a week before {@code from}:
 *
 * <ul>
 *   <li>Done: everything stays as planned.
 *   <li>Skipped: the next week repeats the skipped one and all that follows comes a week later, so that the load never jumps over a week that was not trained; the
 *       last week no longer fits in. A lighter week that was skipped is not made up for.
 *   <li>Hard: in the next week every exercise of three sets and more has one set less, every other one a repetition more in reserve. A lighter week stays as it is.
 *   <li>Pain in a movement: from the next week on every exercise of that movement gives way to its first alternative that the client has the things for and that no
 *       limitation forbids, with a repetition more in reserve; without such an alternative it stays with one set less and a note not to go through pain. When the
 *       movement was not named, the next week is made lighter as after a hard one.
 *   <li>An answer that comes when the next week is over changes nothing, except for pain.
 * </ul>
 */
final class WeekRules {
    static final int LONGEST_ADVICE = 800;
    private static final int FEWEST_SETS_TO_LOSE_ONE = 3;

    private final Replacing replacing;

    WeekRules(Exercises exercises) {
        this.replacing = new Replacing(exercises);
    }

    /**
     * What came of it.
     *
     * @param content equal to the former one when nothing changes
     * @param reasons which rules did what, in Russian, for staff and client alike
     */
    record Adapted(ProgramContent content, List<String> reasons) {}

    /**
     * The content after a report.
     *
     * @param from the first week that may change: the one after the reported one, or the one that runs now if that is later
     */
    Adapted after(ProgramContent content, WeekReport report, int from, Trainee trainee) {
        int last = content.weeks().getLast().number();
        boolean late = from > report.week() + 1;
        if (report.outcome() == WeekOutcome.DONE) {
            return unchanged(content, "Неделя %d сделана, дальше по плану.".formatted(report.week()));
        }
        if (from > last) {
            return unchanged(content, "Неделя %d последняя, менять больше нечего.".formatted(report.week()));
        }
        if (late && report.outcome() != WeekOutcome.PAIN) {
            return unchanged(
                    content,
                    "Ответ за неделю %d пришёл, когда следующая уже прошла: план не меняем.".formatted(report.week()));
        }
        return switch (report.outcome()) {
            case SKIPPED -> repeated(content, report.week());
            case HARD ->
                lighter(content, from, "Неделя %d далась тяжело".formatted(report.week()), "прошлая далась тяжело");
            case PAIN ->
                report.pattern() == null
                        ? lighter(
                                content,
                                from,
                                "На неделе %d была боль".formatted(report.week()),
                                "на прошлой была боль")
                        : spared(content, report.pattern(), from, report.week(), trainee);
            case DONE -> throw new IllegalStateException("answered above");
        };
    }

    private static Adapted unchanged(ProgramContent content, String reason) {
        return new Adapted(content, List.of(reason));
    }

    private static Adapted repeated(ProgramContent content, int skipped) {
        List<Week> weeks = content.weeks();
        Optional<Week> model =
                weeks.stream().filter(week -> week.number() == skipped).findFirst();
        if (model.isEmpty()) {
            return unchanged(content, "Такой недели в плане нет.");
        }
        if (model.get().deload()) {
            return unchanged(
                    content, "Пропущена лёгкая неделя %d: отдых засчитан, дальше по плану.".formatted(skipped));
        }
        var shifted = new ArrayList<Week>();
        Week before = model.get();
        for (Week week : weeks) {
            if (week.number() <= skipped) {
                shifted.add(week);
                continue;
            }
            String advice = before == model.get()
                    ? noted("Повторяем неделю %d: в прошлый раз её пропустили.".formatted(skipped), before.advice())
                    : before.advice();
            shifted.add(new Week(week.number(), before.deload(), advice, before.sessions()));
            before = week;
        }
        return new Adapted(
                with(content, shifted, content.techniques()),
                List.of(
                        "Неделя %d пропущена: неделя %d повторяет её, остальные сдвигаются на одну, последняя в план не помещается."
                                .formatted(skipped, skipped + 1)));
    }

    private static Adapted lighter(ProgramContent content, int number, String why, String note) {
        int fewer = 0;
        int reserved = 0;
        var weeks = new ArrayList<Week>();
        for (Week week : content.weeks()) {
            if (week.number() != number) {
                weeks.add(week);
                continue;
            }
            if (week.deload()) {
                return unchanged(content, why + ", но неделя %d и так лёгкая: дальше по плану.".formatted(number));
            }
            var sessions = new ArrayList<Session>();
            for (Session session : week.sessions()) {
                var lines = new ArrayList<Exercise>();
                for (Exercise line : session.exercises()) {
                    Exercise eased = line.sets() >= FEWEST_SETS_TO_LOSE_ONE
                            ? Doses.with(line, line.sets() - 1, line.reserve(), line.load())
                            : Doses.with(line, line.sets(), Doses.more(line.reserve(), 1), line.load());
                    fewer += eased.sets() < line.sets() ? 1 : 0;
                    reserved += eased.sets() == line.sets() && !eased.equals(line) ? 1 : 0;
                    lines.add(eased);
                }
                sessions.add(new Session(session.day(), session.name(), lines));
            }
            weeks.add(new Week(number, false, noted("Эта неделя легче: %s.".formatted(note), week.advice()), sessions));
        }
        if (fewer + reserved == 0) {
            return unchanged(content, why + ", но легче план уже не сделать.");
        }
        var reasons = new ArrayList<String>();
        reasons.add(why + ": неделя %d легче.".formatted(number));
        if (fewer > 0) {
            reasons.add("На один подход меньше, упражнений: %d.".formatted(fewer));
        }
        if (reserved > 0) {
            reasons.add("Запас на одно повторение больше, упражнений: %d.".formatted(reserved));
        }
        return new Adapted(with(content, weeks, content.techniques()), reasons);
    }

    private Adapted spared(ProgramContent content, String pattern, int from, int reported, Trainee trainee) {
        Map<String, String> replaced = new LinkedHashMap<>();
        Map<String, Technique> cues = new LinkedHashMap<>();
        content.techniques().forEach(technique -> cues.put(technique.name(), technique));
        var weeks = new ArrayList<Week>();
        boolean eased = false;
        for (Week week : content.weeks()) {
            if (week.number() < from) {
                weeks.add(week);
                continue;
            }
            var sessions = new ArrayList<Session>();
            for (Session session : week.sessions()) {
                var lines = new ArrayList<>(session.exercises());
                for (int i = 0; i < lines.size(); i++) {
                    Exercise line = lines.get(i);
                    if (line.pattern().equals(pattern)) {
                        Replacing.Replaced instead = replacing.of(line, lines, trainee);
                        lines.set(i, instead.line());
                        if (instead.cue() != null) {
                            cues.putIfAbsent(instead.cue().name(), instead.cue());
                        }
                        if (!instead.line().name().equals(line.name())) {
                            replaced.put(line.name(), instead.line().name());
                        } else {
                            eased = true;
                        }
                    }
                }
                sessions.add(new Session(session.day(), session.name(), lines));
            }
            boolean touched = !sessions.equals(week.sessions());
            String advice = touched && week.number() == from
                    ? noted("Движение, в котором была боль, заменено. Через боль не тренируйтесь.", week.advice())
                    : week.advice();
            weeks.add(new Week(week.number(), week.deload(), advice, sessions));
        }
        if (replaced.isEmpty() && !eased) {
            return unchanged(
                    content, "Боль на неделе %d: с недели %d такого движения в плане нет.".formatted(reported, from));
        }
        var reasons = new ArrayList<String>();
        reasons.add("Боль на неделе %d, движение «%s»: с недели %d бережём его.".formatted(reported, pattern, from));
        replaced.forEach((old, now) -> reasons.add("«%s» заменено на «%s».".formatted(old, now)));
        if (eased) {
            reasons.add("Где замены нет, подходов меньше и через боль не делаем.");
        }
        return new Adapted(with(content, weeks, List.copyOf(cues.values())), reasons);
    }

    /** The advice with a sentence on what was changed before it, unless it grows too long to print. */
    private static String noted(String sentence, String advice) {
        String whole = advice.isEmpty() ? sentence : sentence + " " + advice;
        return whole.length() > LONGEST_ADVICE || advice.startsWith(sentence) ? advice : whole;
    }

    private static ProgramContent with(ProgramContent content, List<Week> weeks, List<Technique> techniques) {
        return new ProgramContent(
                content.title(),
                content.clientName(),
                content.goal(),
                content.paid(),
                content.facts(),
                content.intro(),
                content.doctorsNote(),
                content.reasons(),
                content.guide(),
                weeks,
                techniques,
                content.offer());
    }
}
