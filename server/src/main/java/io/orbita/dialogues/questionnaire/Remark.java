package io.orbita.dialogues.questionnaire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A sentence said after a number from {@code from} to {@code to}, both included; an open side is null. It ends nothing. */
public record Remark(@Nullable BigDecimal from, @Nullable BigDecimal to, String text) {

    public Remark {
        text = text == null ? "" : text;
    }

    boolean fits(BigDecimal value) {
        return (from == null || value.compareTo(from) >= 0) && (to == null || value.compareTo(to) <= 0);
    }
}
