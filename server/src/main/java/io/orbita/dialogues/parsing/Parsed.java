package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a typed answer. */
public sealed interface Parsed {

    /**
     * @param details what was typed beyond the options of a multiple choice; goes to its details question
     * @param leftover a second number in the same message, «68 кг» of «175 68»; may answer the next question
     */
    record Accepted(
            Answer answer,
            @Nullable String details,
            @Nullable String leftover) implements Parsed {
        static Accepted of(Answer answer) {
            return new Accepted(answer, null, null);
        }
    }

    /**
     * @param line one friendly line that says what is accepted
     * @param ticks options of a multiple choice that were understood all the same
     */
    record NotUnderstood(String line, List<String> ticks) implements Parsed {
        static NotUnderstood of(String line) {
            return new NotUnderstood(line, List.of());
        }
    }
}
