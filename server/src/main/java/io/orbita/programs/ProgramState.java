package io.orbita.programs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a programme stands on its way to the client. */
public enum ProgramState {
    /** It must be made; a paid one may wait for the questionnaire. */
    OWED,
    /** Made, not known to have arrived. */
    READY,
    /** It reached the client. */
    DELIVERED,
    /** Made, but no channel reaches the client. */
    UNDELIVERABLE,
    /** It could not be made; the trainer was told. */
    FAILED,
    /** Taken back after a full refund. */
    WITHDRAWN;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ProgramState> of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }

    static ProgramState stored(String wire) {
        return of(wire).orElseThrow(() -> new IllegalArgumentException("no such programme state: " + wire));
    }
}
