package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Questionnaire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * @param interest what they asked for on the site; null when they came by themselves
     * @param former answers of the last finished pass; empty when there is none
     * @param consents consents that hold: key of the question → version agreed to
     * @param programmeReceived whether the free programme was delivered
     * @param finished whether any pass was finished
     * @param remindersOff whether they asked for silence
     * @param withStaff whether a person is talking to them just now; then the bot keeps out of it
     */
    public record Guest(
            @Nullable String name,
            boolean returning,
            @Nullable String interest,
            Answers former,
            Map<String, Integer> consents,
            boolean programmeReceived,
            boolean finished,
            boolean remindersOff,
            boolean withStaff) {}

    /** The business behind the bot. */
    public record House(String name, List<FaqEntry> faq, Contacts contacts, List<Command> commands) {

        public House {
            faq = List.copyOf(faq);
            commands = List.copyOf(commands);
        }

        boolean has(String command) {
            return commands.stream().anyMatch(known -> known.name().equals(command));
        }
    }

    /** One question of the FAQ with its answer, in the order in which they are shown. */
    public record FaqEntry(long id, String question, String answer) {}

    public record Contacts(
            @Nullable String phone,
            @Nullable String email,
            @Nullable String telegram,
            @Nullable String site,
            @Nullable String address) {}

    /**
     * A command that another room brought.
     *
     * @param name as it is typed, without the slash
     * @param about one line for /help; null when it is not listed
     * @param menuLabel its button in the menu; null when it has none there
     */
    public record Command(
            String name, @Nullable String about, @Nullable String menuLabel) {}
}
