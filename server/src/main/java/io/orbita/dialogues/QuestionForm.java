package io.orbita.dialogues;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.dialogues.QuestionParts.ConditionForm;
import io.orbita.dialogues.QuestionParts.NumberForm;
import io.orbita.dialogues.QuestionParts.OptionForm;
import io.orbita.dialogues.QuestionParts.SeveralForm;
import io.orbita.dialogues.QuestionParts.WordsForm;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.platform.web.Invalid;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as the API shows and takes it.
 *
 * @param type {@code choice}, {@code multi_choice}, {@code number}, {@code text} or {@code consent}
 * @param optional absent: no
 * @param options of a choice and a multiple choice
 * @param several beside the options, of a multiple choice
 * @param number of a number
 * @param words of a text
 * @param version of the text of a consent; kept by the house
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuestionForm(
        @NotNull @Pattern(
                regexp = "choice|multi_choice|number|text|consent",
                message = "choice, multi_choice, number, text или consent")
        String type,

        @NotBlank @Size(max = 24) String key,

        @NotBlank @Size(max = 40) String title,

        @NotBlank @Size(max = 700) String text,

        @Nullable Boolean optional,

        @Nullable @Valid ConditionForm onlyIf,

        @Nullable @Size(max = 12) List<@NotNull @Valid OptionForm> options,

        @Nullable @Valid SeveralForm several,

        @Nullable @Valid NumberForm number,

        @Nullable @Valid WordsForm words,

        @Nullable @Min(1) @Max(1_000_000) Integer version) {

    static QuestionForm of(Question question) {
        return switch (question) {
            case Question.Choice q -> form("choice", q, OptionForm.of(q.options()), null, null, null, null);
            case Question.Ticks q ->
                form("multi_choice", q, OptionForm.of(q.options()), SeveralForm.of(q), null, null, null);
            case Question.Quantity q -> form("number", q, null, null, NumberForm.of(q), null, null);
            case Question.FreeText q -> form("text", q, null, null, null, WordsForm.of(q), null);
            case Question.Consent q -> form("consent", q, null, null, null, null, q.version());
        };
    }

    private static QuestionForm form(
            String type,
            Question question,
            @Nullable List<OptionForm> options,
            @Nullable SeveralForm several,
            @Nullable NumberForm number,
            @Nullable WordsForm words,
            @Nullable Integer version) {
        return new QuestionForm(
                type,
                question.key(),
                question.title(),
                question.text(),
                question.optional(),
                ConditionForm.of(question.onlyIf()),
                options,
                several,
                number,
                words,
                version);
    }

    /**
     * @param path of this question in the request
     * @throws Invalid when what this type needs is missing
     */
    Question read(String path) {
        boolean optionally = Boolean.TRUE.equals(optional);
        var condition = ConditionForm.read(onlyIf);
        return switch (type) {
            case "choice" -> new Question.Choice(key, title, text, optionally, condition, readOptions());
            case "multi_choice" -> {
                var more = several == null ? SeveralForm.NONE : several;
                yield new Question.Ticks(
                        key,
                        title,
                        text,
                        optionally,
                        condition,
                        readOptions(),
                        more.none(),
                        more.other(),
                        more.details(),
                        more.readFilling());
            }
            case "number" -> {
                var bounds = needed(number, path + ".number");
                yield new Question.Quantity(
                        key,
                        title,
                        text,
                        optionally,
                        condition,
                        bounds.min(),
                        bounds.max(),
                        bounds.decimals() == null ? 0 : bounds.decimals(),
                        bounds.readUnit(),
                        bounds.suggested() == null ? List.of() : bounds.suggested(),
                        bounds.readRemarks());
            }
            case "text" -> {
                var limits = needed(words, path + ".words");
                yield new Question.FreeText(
                        key,
                        title,
                        text,
                        optionally,
                        condition,
                        limits.maxLength(),
                        ConditionForm.read(limits.requiredIf()),
                        limits.ticks());
            }
            default -> new Question.Consent(key, title, text, optionally, condition, version == null ? 1 : version);
        };
    }

    private List<Option> readOptions() {
        return options == null
                ? List.of()
                : options.stream().map(OptionForm::read).toList();
    }

    private static <T> T needed(@Nullable T part, String field) {
        if (part == null) {
            throw new Invalid(field, "required", "Нужно для вопроса этого вида.");
        }
        return part;
    }
}
