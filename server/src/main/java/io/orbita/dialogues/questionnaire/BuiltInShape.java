package io.orbita.dialogues.questionnaire;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must stay of a question of the distribution when an owner rewords it. */
record BuiltInShape(Question built) {

    boolean allows(Question candidate) {
        if (built.optional() != candidate.optional() || !Objects.equals(built.onlyIf(), candidate.onlyIf())) {
            return false;
        }
        return switch (built) {
            case Question.Choice choice ->
                candidate instanceof Question.Choice own && fewer(choice.options(), own.options());
            case Question.Ticks ticks ->
                candidate instanceof Question.Ticks own
                        && fewer(ticks.options(), own.options())
                        && Objects.equals(ticks.none(), own.none())
                        && Objects.equals(ticks.other(), own.other())
                        && keeps(own, ticks.none())
                        && keeps(own, ticks.other())
                        && Objects.equals(ticks.details(), own.details())
                        && Objects.equals(ticks.filling(), own.filling());
            case Question.Quantity quantity ->
                candidate instanceof Question.Quantity own
                        && quantity.unit() == own.unit()
                        && own.decimals() <= quantity.decimals()
                        && quantity.inRange(own.min())
                        && quantity.inRange(own.max());
            case Question.FreeText text ->
                candidate instanceof Question.FreeText own
                        && Objects.equals(text.requiredIf(), own.requiredIf())
                        && Objects.equals(text.ticks(), own.ticks());
            case Question.Consent consent -> candidate instanceof Question.Consent;
        };
    }

    private static boolean fewer(List<Option> all, List<Option> some) {
        return some.stream()
                .allMatch(option -> all.stream()
                        .anyMatch(known -> known.code().equals(option.code())
                                && Objects.equals(known.onlyIf(), option.onlyIf())
                                && known.alert() == option.alert()));
    }

    private static boolean keeps(Question.Ticks own, @Nullable String code) {
        return code == null
                || own.options().stream().anyMatch(option -> option.code().equals(code));
    }
}
