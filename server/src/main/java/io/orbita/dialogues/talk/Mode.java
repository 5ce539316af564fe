package io.orbita.dialogues.talk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the next typed text means. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "mode")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Mode.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = Mode.Asking.class, name = "asking"),
    @JsonSubTypes.Type(value = Mode.Awaiting.class, name = "awaiting"),
    @JsonSubTypes.Type(value = Mode.ConfirmingErasure.class, name = "confirming_erasure")
})
public sealed interface Mode {

    /** A word to the inbox; a questionnaire may lie unfinished. */
    record Idle() implements Mode {}

    /** An answer to the current question of the run. */
    record Asking() implements Mode {}

    /**
     * A word for another room: a promo code, a search.
     *
     * @param prefix of the room's buttons, by which it is known
     * @param awaits handed back to the room with the text
     * @param asking whether the questionnaire goes on afterwards
     */
    record Awaiting(String prefix, String awaits, boolean asking) implements Mode {}

    /** A yes or no to the erasing of all data. */
    record ConfirmingErasure() implements Mode {}
}
