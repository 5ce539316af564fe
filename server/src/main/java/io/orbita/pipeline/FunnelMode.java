package io.orbita.pipeline;

import com.fasterxml.jackson.annotation.JsonValue;
import io.orbita.platform.web.Invalid;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The three questions that a funnel answers; no figure means the same in two of them. */
public enum FunnelMode {
    /** Which moves happened in the period. */
    FLOW,
    /** What became of those who came in the period. */
    COHORT,
    /** Who stands where at a moment. */
    SNAPSHOT;

    /** Reads {@code flow}, {@code cohort} or {@code snapshot}; the flow when nothing was asked for. */
    static FunnelMode read(@Nullable String text) {
        if (text == null) {
            return FLOW;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.wire().equals(text))
                .findFirst()
                .orElseThrow(() -> new Invalid("mode", "choice", "flow, cohort или snapshot"));
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
