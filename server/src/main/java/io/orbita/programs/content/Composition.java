package io.orbita.programs.content;

import io.orbita.programs.content.ProgramContent.Technique;
import io.orbita.programs.exercise.Exercises;
import io.orbita.programs.selection.Choice.Candidate;
import io.orbita.programs.selection.Dosage;
import io.orbita.programs.selection.StartingLoads;
import io.orbita.programs.selection.Trainee;
import io.orbita.programs.template.Prescription;
import io.orbita.programs.template.Session;
import io.orbita.programs.template.Spelling;
import io.orbita.programs.template.Week;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the client's programme of a chosen template: the first weeks of it, dosed by {@link Dosage}, weights to begin with,
 * and words. The table is the template's; words never change it.
 */
public final class Composition {
    private static final int LONGEST_NAME = 60;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\p{IsLatin}\\p{IsCyrillic}\\p{M}\\p{Nd} .'’«»()-]");
    private static final Pattern RESERVE = Pattern.compile("(?i)^RIR\\s*(.+)$");

    private final Exercises exercises;
    private final Advice advice = new Advice();

    /** With the catalogue that knows weights and technique. */
    public Composition(Exercises exercises) {
        this.exercises = exercises;
    }

    /**
     * The programme.
     *
     * @param name how the client is addressed; may be empty
     * @param weeks 1 is the free week; otherwise the first so many weeks, as far as the template goes
     * @param seed the same seed gives the same wording
     */
    public ProgramContent compose(Candidate chosen, Trainee trainee, String name, int weeks, long seed) {
        Dosage dosage = Dosage.of(chosen.template(), trainee);
        List<Week> all = chosen.fit().weeks().stream().map(dosage::apply).toList();
        List<Week> given = all.subList(0, Math.min(weeks, all.size()));
        boolean paid = weeks > 1;
        boolean more = all.size() > given.size();
        Map<String, Technique> techniques = new LinkedHashMap<>();
        var shown = new ArrayList<ProgramContent.Week>();
        for (int i = 0; i < given.size(); i++) {
            Week week = given.get(i);
            var sessions = new ArrayList<ProgramContent.Session>();
            for (Session session : week.sessions()) {
                sessions.add(session(session, trainee, i == 0, techniques));
            }
            String words = advice.of(given, i, more, trainee, seed);
            shown.add(new ProgramContent.Week(week.number(), week.deload(), words, sessions));
        }
        String printable = printable(name);
        var wording = new Wording(trainee, chosen, printable.replaceFirst(" .*", ""), seed);
        return new ProgramContent(
                paid ? "Программа тренировок " + Words.forWeeks(given.size()) : "Первая неделя вашей программы",
                printable,
                trainee.aim().text(),
                paid,
                wording.facts(given.getFirst().sessions().size()),
                wording.intro(given.size(), paid),
                wording.doctorsNote(),
                wording.reasons(),
                wording.guide(),
                shown,
                List.copyOf(techniques.values()),
                paid ? null : wording.offer(all));
    }

    private ProgramContent.Session session(
            Session session, Trainee trainee, boolean first, Map<String, Technique> techniques) {
        var lines = new ArrayList<ProgramContent.Exercise>();
        for (int i = 0; i < session.exercises().size(); i++) {
            Prescription exercise = session.exercises().get(i);
            var known = exercises.find(exercise.name());
            known.ifPresent(of -> techniques.putIfAbsent(of.name(), new Technique(exercise.name(), of.cue())));
            lines.add(new ProgramContent.Exercise(
                    exercise.name(),
                    exercise.sets(),
                    exercise.reps(),
                    reserve(exercise),
                    Rest.after(exercise, i, trainee),
                    first ? known.flatMap(of -> StartingLoads.of(of, trainee)).orElse(null) : null,
                    exercise.notes().stream()
                            .filter(note -> !RESERVE.matcher(note).matches())
                            .toList(),
                    exercise.alternatives(),
                    exercise.pattern()));
        }
        return new ProgramContent.Session(session.day(), session.name(), lines);
    }

    /** A name without what messengers put into it: hearts, flags, markup. Empty when no letter is left. */
    public static String printable(String name) {
        String letters = UNPRINTABLE.matcher(name).replaceAll(" ");
        String tidy = Spelling.tidy(letters.length() > LONGEST_NAME ? letters.substring(0, LONGEST_NAME) : letters);
        return tidy.codePoints().anyMatch(Character::isLetterOrDigit) ? tidy : "";
    }

    private static @Nullable String reserve(Prescription exercise) {
        return exercise.notes().stream()
                .map(RESERVE::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse(null);
    }
}
