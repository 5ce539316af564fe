package io.orbita.programs.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is kept, edited, shown and printed. Nothing in it names the template it came from.
 *
 * @param title «Программа тренировок на 12 недель»
 * @param clientName how the client is addressed; may be empty
 * @param goal «похудение»
 * @param paid false for the free week
 * @param facts short: «новичок», «дома», «3 тренировки в неделю»
 * @param intro paragraphs
 * @param doctorsNote what to ask a doctor about first; null when health gives no cause
 * @param reasons why this programme, for the client
 * @param guide how to read and use it
 * @param weeks in order, at least one
 * @param techniques one line for each exercise that the catalogue knows, in the order of their first coming up
 * @param offer what the full programme adds; null in a paid one
 */
public record ProgramContent(
        String title,
        String clientName,
        String goal,
        boolean paid,
        List<String> facts,
        List<String> intro,
        @Nullable String doctorsNote,
        List<String> reasons,
        List<String> guide,
        List<Week> weeks,
        List<Technique> techniques,
        @Nullable Offer offer) {
    public ProgramContent {
        facts = List.copyOf(facts);
        intro = List.copyOf(intro);
        reasons = List.copyOf(reasons);
        guide = List.copyOf(guide);
        weeks = List.copyOf(weeks);
        techniques = List.copyOf(techniques);
    }

    /**
     * One week.
     *
     * @param number from 1
     * @param deload an easy week
     */
    public record Week(int number, boolean deload, String advice, List<Session> sessions) {
        public Week {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * One session.
     *
     * @param day its number in the week
     */
    public record Session(int day, String name, List<Exercise> exercises) {
        public Session {
            exercises = List.copyOf(exercises);
        }
    }

    /**
     * One line of the table.
     *
     * @param reps text, as in the template
     * @param reserve repetitions in reserve, «2-3»; null when the template does not say
     * @param rest «60-90 с»; null when there is nothing to rest from
     * @param load a weight to begin with; null when none is advised
     * @param pattern the sheet's word, for the trainer
     */
    public record Exercise(
            String name,
            int sets,
            String reps,
            @Nullable String reserve,
            @Nullable String rest,
            @Nullable String load,
            List<String> notes,
            List<String> alternatives,
            String pattern) {
        public Exercise {
            notes = List.copyOf(notes);
            alternatives = List.copyOf(alternatives);
        }
    }

    /** One thought on technique. */
    public record Technique(String name, String cue) {}

    /** What the full programme adds. */
    public record Offer(String title, List<String> points) {
        public Offer {
            points = List.copyOf(points);
        }
    }

    /** Sessions of the first week. */
    public int daysPerWeek() {
        return weeks.getFirst().sessions().size();
    }
}
