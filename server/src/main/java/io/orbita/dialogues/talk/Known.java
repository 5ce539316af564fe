package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Questionnaire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a step may know beyond the state.
 *
 * @param now the time of the step
 * @param current the questionnaire that a new pass begins with
 * @param running the one that the unfinished pass began with; the current one when there is none
 */
public record Known(Instant now, Questionnaire current, Questionnaire running, Guest guest, House house) {

    /** The questionnaire of the pass; one begun in this very step has the current one. */
    Questionnaire questionnaire(Run run) {
        return run.version() == current.version() ? current : running;
    }

    /**
     * The person in the conversation.
     *
     * @param name to greet by; null when the channel gives none
     * @param returning whether they have been here before
     * @param fromSite whether they follow a link that the site gave them just now
     * @param former answers of the last finished pass; empty when there is none
     * @param consents consents that hold: key of the question → version agreed to
     * @param finished whether any pass was finished; the free programme is theirs then, or on its way
     * @param owesAnswers whether they have paid for a programme that waits for the questionnaire
     * @param remindersOff whether they asked for silence
     * @param withStaff whether a person of the staff is talking to them just now; then the bot keeps out of it
     */
    public record Guest(
            @Nullable String name,
            boolean returning,
            boolean fromSite,
            Answers former,
            Map<String, Integer> consents,
            boolean finished,
            boolean owesAnswers,
            boolean remindersOff,
            boolean withStaff) {}

    /**
     * The business behind the bot, and what other rooms do in it.
     *
     * @param lines of other rooms for the menu
     * @param commands of other rooms that this guest may give, without slash; the value is a line for /help, empty for
     *     those that are not listed
     * @param prefixes of the buttons of other rooms
     */
    public record House(
            String name,
            List<FaqEntry> faq,
            Contacts contacts,
            List<Line> lines,
            Map<String, String> commands,
            Set<String> prefixes) {}

    /** One question of the FAQ with its answer, in the order in which they are shown. */
    public record FaqEntry(long id, String question, String answer) {}

    /** How to reach the business; what is null is not shown. */
    public record Contacts(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String telegram,
            @Nullable String site,
            @Nullable String address) {
        public static final Contacts NONE = new Contacts(null, null, null, null, null);
    }

    /** A line of the menu; {@code data} with its prefix, a lower rank stands higher. */
    public record Line(int rank, String text, String data) {}
}
