package io.orbita.dialogues.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that one conversation remembers between two messages. Goes to the database as JSON after every step.
 *
 * @param run the unfinished pass, also while the client looks at the menu
 * @param runs how many passes there were, the unfinished one included; never goes back, not even by erasing
 * @param lastPress data of the press answered last, with its time: the same within moments is a double tap
 * @param handedOver when a typed message was last promised to a person
 */
public record DialogueState(
        Mode mode,
        @Nullable Run run,
        int runs,
        @Nullable LastPress lastPress,
        @Nullable Instant handedOver) {

    public DialogueState {
        boolean lost = mode == null || run == null && mode instanceof Mode.Asking;
        mode = lost ? new Mode.Idle() : mode;
    }

    public record LastPress(String data, Instant at) {}

    public static DialogueState fresh() {
        return after(0);
    }

    /** A conversation of which nothing is known but how many passes there were. */
    public static DialogueState after(int runs) {
        return new DialogueState(new Mode.Idle(), null, runs, null, null);
    }

    DialogueState in(Mode next) {
        return new DialogueState(next, run, runs, lastPress, handedOver);
    }

    DialogueState with(@Nullable Run next) {
        return new DialogueState(
                mode, next, next == null ? runs : Math.max(runs, next.number()), lastPress, handedOver);
    }

    DialogueState pressed(String data, Instant at) {
        return new DialogueState(mode, run, runs, new LastPress(data, at), handedOver);
    }

    DialogueState handedOver(Instant at) {
        return new DialogueState(mode, run, runs, lastPress, at);
    }

    /** After the data are erased: nothing is left but the number of passes, which names nobody. */
    DialogueState forgotten() {
        return after(runs);
    }

    /** The next text goes to the room of that prefix, which has just answered. */
    public DialogueState awaiting(String prefix, String awaits) {
        return in(new Mode.Awaiting(prefix, awaits, mode instanceof Mode.Asking));
    }
}
