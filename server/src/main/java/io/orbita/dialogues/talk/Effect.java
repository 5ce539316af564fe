package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import java.util.List;

/** What a step changes outside the dialogue. The room carries it out in the transaction of the step. */
public sealed interface Effect extends Outcome {

    /** @param run number of this pass in its conversation, from 1 */
    record Started(int run, int version) implements Effect {}

    /** The client now stands before this question; where passes end early is measured by it. */
    record Asked(int run, String question) implements Effect {}

    record Answered(int run, String question, Answer answer) implements Effect {}

    /** The trainer should know of this before anything else: heart, pregnancy, what is not in the list. */
    record Alerted(int run, String question, List<String> codes) implements Effect {}

    /** @param version of the text that was agreed to or declined */
    record ConsentAnswered(String consent, int version, boolean yes) implements Effect {}

    /** @param answers those that count, with what the questionnaire fills in by itself */
    record Finished(int run, int version, Answers answers) implements Effect {}

    /**
     * Something for another room, which answers in place of this effect. When it then waits for a text, the replies that
     * follow in the step are not said.
     */
    sealed interface ForAnotherRoom extends Effect {}

    /** @param command without slash */
    record CommandGiven(String command, String arguments) implements ForAnotherRoom {}

    /** @param data of the button, without prefix and colon */
    record LinePressed(String prefix, String data) implements ForAnotherRoom {}

    /** @param awaited what the room said that it waits for */
    record AwaitedText(String prefix, String awaited, String text) implements ForAnotherRoom {}

    /** Nobody but a person can answer this; the conversation needs one. */
    record HandedOver() implements Effect {}

    /** The client turned to the bot while a person was talking with them: the bot answers again. */
    record HandedBack() implements Effect {}

    record PhoneProven(String phone) implements Effect {}

    record FaqShown(long entry) implements Effect {}

    record RemindersSwitched(boolean on) implements Effect {}

    /** The client confirmed that all data are to be erased. */
    record ErasureAsked() implements Effect {}
}
