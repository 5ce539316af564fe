package io.orbita.dialogues.talk;

import io.orbita.messaging.Button;
import java.util.List;

/** What the client gets to see. Plain text, at most 4,096 characters, never markup. */
public sealed interface Reply extends Outcome {

    /** A new message. */
    record Say(String text, List<List<Button>> rows) implements Reply {
        public Say {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The ticks of a multiple choice anew, in the message they stand under. */
    record Retick(long message, String text, List<List<Button>> rows) implements Reply {
        public Retick {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A word beside the pressed button, for presses that change nothing. */
    record Toast(String text) implements Reply {}
}
