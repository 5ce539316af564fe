package io.orbita.programs;

import io.orbita.programs.content.ProgramContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme as its client reads it on a screen.
 *
 * @param version grows with every change of the content
 * @param startsAt when its first week begins; null while nobody knows
 */
public record Plan(
        long id,
        int version,
        boolean paid,
        String title,
        String goal,
        @Nullable Instant startsAt,
        List<String> intro,
        @Nullable String doctorsNote,
        List<String> guide,
        List<Week> weeks,
        List<Technique> techniques) {
    /** One week; {@code number} counts from 1, a deload is an easy one. */
    public record Week(int number, boolean deload, String advice, List<Session> sessions) {}

    /** One training; {@code day} is its number in the week. */
    public record Session(int day, String name, List<Exercise> exercises) {}

    /**
     * One line of a training.
     *
     * @param place its number in the training, from 1
     * @param reps text, as the trainer wrote it: «16-12», «40 с»
     * @param reserve repetitions in reserve; null when not said
     * @param rest «60-90 с»; null when there is nothing to rest from
     * @param load a weight to begin with; null when none is advised
     */
    public record Exercise(
            int place,
            String name,
            int sets,
            String reps,
            @Nullable String reserve,
            @Nullable String rest,
            @Nullable String load,
            List<String> notes,
            List<String> alternatives) {}

    /** One thought on how to do an exercise. */
    public record Technique(String name, String cue) {}

    static Plan of(ProgramRow program, ProgramContent content) {
        return new Plan(
                program.id(),
                program.version(),
                content.paid(),
                content.title(),
                content.goal(),
                program.startsAt(),
                content.intro(),
                content.doctorsNote(),
                content.guide(),
                content.weeks().stream().map(Plan::week).toList(),
                content.techniques().stream()
                        .map(one -> new Technique(one.name(), one.cue()))
                        .toList());
    }

    private static Week week(ProgramContent.Week week) {
        return new Week(
                week.number(),
                week.deload(),
                week.advice(),
                week.sessions().stream().map(Plan::session).toList());
    }

    private static Session session(ProgramContent.Session session) {
        var exercises = new ArrayList<Exercise>();
        for (ProgramContent.Exercise one : session.exercises()) {
            exercises.add(new Exercise(
                    exercises.size() + 1,
                    one.name(),
                    one.sets(),
                    one.reps(),
                    one.reserve(),
                    one.rest(),
                    one.load(),
                    one.notes(),
                    one.alternatives()));
        }
        return new Session(session.day(), session.name(), List.copyOf(exercises));
    }
}
