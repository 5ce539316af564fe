package io.orbita.dialogues.talk;

import io.orbita.dialogues.wording.Shown;
import io.orbita.messaging.Button;
import java.util.ArrayList;
import java.util.List;

/** One step while it is being made: collects what is said and done. Lives no longer than the step. */
final class Turn {

    private static final int LONGEST_MESSAGE = 4096;

    private final Known known;
    private final List<Outcome> outcomes = new ArrayList<>();
    private DialogueState state;

    Turn(DialogueState state, Known known) {
        this.state = state;
        this.known = known;
    }

    Known known() {
        return known;
    }

    DialogueState state() {
        return state;
    }

    void become(DialogueState next) {
        state = next;
    }

    void say(String text, List<List<Button>> rows) {
        outcomes.add(new Reply.Say(text.length() > LONGEST_MESSAGE ? Shown.cut(text, LONGEST_MESSAGE) : text, rows));
    }

    void reply(Reply reply) {
        outcomes.add(reply);
    }

    void effect(Effect effect) {
        outcomes.add(effect);
    }

    Step done() {
        return new Step(state, outcomes);
    }
}
