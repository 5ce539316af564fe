package io.orbita.dialogues;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.dialogues.questionnaire.Condition;
import io.orbita.dialogues.questionnaire.Filling;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Remark;
import io.orbita.dialogues.questionnaire.Unit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link QuestionForm}. */
final class QuestionParts {
    private QuestionParts() {}

    /** Asked, or shown, only when an earlier question with options was answered by one of these codes. */
    record ConditionForm(
            @NotBlank @Size(max = 24) String question,

            @NotNull @Size(min = 1, max = 12) List<@NotBlank @Size(max = 24) String> anyOf) {

        static @Nullable ConditionForm of(@Nullable Condition condition) {
            return condition == null ? null : new ConditionForm(condition.question(), condition.anyOf());
        }

        static @Nullable Condition read(@Nullable ConditionForm form) {
            return form == null ? null : form.read();
        }

        Condition read() {
            return new Condition(question, anyOf);
        }
    }

    /**
     * @param aliases other spellings that count; a trailing star means «begins with»
     * @param note said once the option is taken
     * @param alert whether the trainer is told; absent: no
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OptionForm(
            @NotBlank @Size(max = 24) String code,

            @NotBlank @Size(max = 40) String label,

            @Nullable @Size(max = 40) List<@NotBlank @Size(max = 60) String> aliases,

            @Nullable @Valid ConditionForm onlyIf,

            @Nullable @Size(min = 1, max = 200) String note,

            @Nullable Boolean alert) {

        static List<OptionForm> of(List<Option> options) {
            return options.stream()
                    .map(option -> new OptionForm(
                            option.code(),
                            option.label(),
                            option.aliases(),
                            ConditionForm.of(option.onlyIf()),
                            option.note(),
                            option.alert()))
                    .toList();
        }

        Option read() {
            return new Option(
                    code,
                    label,
                    aliases == null ? List.of() : aliases,
                    ConditionForm.read(onlyIf),
                    note,
                    Boolean.TRUE.equals(alert));
        }
    }

    /**
     * @param none code of the option that excludes all others
     * @param other code of the option for what is not in the list
     * @param details key of the text question for what was typed beyond the list
     * @param filling the answer when the question is not asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeveralForm(
            @Nullable @Size(min = 1, max = 24) String none,

            @Nullable @Size(min = 1, max = 24) String other,

            @Nullable @Size(min = 1, max = 24) String details,

            @Nullable @Valid FillingForm filling) {

        static final SeveralForm NONE = new SeveralForm(null, null, null, null);

        static SeveralForm of(Question.Ticks ticks) {
            return new SeveralForm(ticks.none(), ticks.other(), ticks.details(), FillingForm.of(ticks.filling()));
        }

        @Nullable Filling readFilling() {
            return filling == null ? null : new Filling(filling.when().read(), filling.codes());
        }
    }

    record FillingForm(
            @NotNull @Valid ConditionForm when,

            @NotNull @Size(max = 30) List<@NotBlank @Size(max = 24) String> codes) {

        static @Nullable FillingForm of(@Nullable Filling filling) {
            return filling == null
                    ? null
                    : new FillingForm(
                            new ConditionForm(
                                    filling.when().question(), filling.when().anyOf()),
                            filling.codes());
        }
    }

    /**
     * @param decimals absent: 0, a whole number
     * @param unit absent: none
     * @param suggested numbers that get a button
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NumberForm(
            @NotNull @DecimalMin("-1000000") @DecimalMax("1000000") BigDecimal min,

            @NotNull @DecimalMin("-1000000") @DecimalMax("1000000") BigDecimal max,

            @Nullable @Min(0) @Max(2) Integer decimals,

            @Nullable @Pattern(
                    regexp = "years|centimetres|kilograms|days|none",
                    message = "years, centimetres, kilograms, days или none")
            String unit,

            @Nullable @Size(max = 12) List<@NotNull @Min(-1_000_000) @Max(1_000_000) Integer> suggested,

            @Nullable @Size(max = 12) List<@NotNull @Valid RemarkForm> remarks) {

        static NumberForm of(Question.Quantity quantity) {
            return new NumberForm(
                    quantity.min(),
                    quantity.max(),
                    quantity.decimals(),
                    quantity.unit().name().toLowerCase(Locale.ROOT),
                    quantity.suggested(),
                    quantity.remarks().stream()
                            .map(remark -> new RemarkForm(remark.from(), remark.to(), remark.text()))
                            .toList());
        }

        Unit readUnit() {
            return unit == null ? Unit.NONE : Unit.valueOf(unit.toUpperCase(Locale.ROOT));
        }

        List<Remark> readRemarks() {
            return remarks == null
                    ? List.of()
                    : remarks.stream()
                            .map(remark -> new Remark(remark.from(), remark.to(), remark.text()))
                            .toList();
        }
    }

    /** Said after a number from {@code from} to {@code to}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemarkForm(
            @Nullable @DecimalMin("-1000000") @DecimalMax("1000000") BigDecimal from,

            @Nullable @DecimalMin("-1000000") @DecimalMax("1000000") BigDecimal to,

            @NotBlank @Size(max = 200) String text) {}

    /**
     * @param requiredIf with this the text may not be left out
     * @param ticks key of the multiple choice whose options are looked for in the text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WordsForm(
            @NotNull @Min(1) @Max(1000) Integer maxLength,

            @Nullable @Valid ConditionForm requiredIf,

            @Nullable @Size(min = 1, max = 24) String ticks) {

        static WordsForm of(Question.FreeText text) {
            return new WordsForm(text.maxLength(), ConditionForm.of(text.requiredIf()), text.ticks());
        }
    }
}
