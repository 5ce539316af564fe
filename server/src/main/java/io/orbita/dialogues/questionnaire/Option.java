package io.orbita.dialogues.questionnaire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One option of a closed question.
 *
 * @param code stable, never shown; {@code [a-z0-9_]{1,24}}
 * @param label what stands on the button
 * @param aliases other spellings that count as this option when typed; a trailing star means «begins with»
 * @param onlyIf shown only then
 * @param note one or two kind sentences said once the option is taken, for instance the advice to see a doctor
 * @param alert whether the trainer is told when the option is taken
 */
public record Option(
        String code,
        String label,
        List<String> aliases,
        @Nullable Condition onlyIf,
        @Nullable String note,
        boolean alert) {

    public Option {
        code = code == null ? "" : code;
        label = label == null ? "" : label;
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    public static Option of(String code, String label) {
        return new Option(code, label, List.of(), null, null, false);
    }
}
