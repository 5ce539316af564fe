package io.orbita.dialogues.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way through a questionnaire that follows from the answers so far: which questions are asked, with which options,
 * and which answers count. An answer to a question that is no longer asked stays with the client but does not count, so
 * that «назад» and a changed mind never leave a contradiction.
 *
 * @param asked the questions of this way in order, with only the options that fit
 * @param counted the answers that count, with those that the questionnaire gives itself
 * @param open how many questions more may still come, depending on what is answered next
 */
public record Walk(List<Question> asked, Answers counted, int open) {

    public static Walk of(Questionnaire questionnaire, Answers answers) {
        var asked = new ArrayList<Question>();
        var counted = Answers.NONE;
        int open = 0;
        for (var question : questionnaire.questions()) {
            var condition = question.onlyIf();
            if (condition != null && !condition.holds(counted)) {
                if (question instanceof Question.Ticks ticks
                        && ticks.filling() != null
                        && ticks.filling().when().holds(counted)) {
                    counted = counted.with(
                            ticks.key(), new Answer.Ticked(ticks.filling().codes()));
                }
                open += counted.has(condition.question()) ? 0 : 1;
                continue;
            }
            var shown = shown(question, counted);
            asked.add(shown);
            var answer = answers.to(question.key());
            if (answer != null) {
                var still = stillGood(shown, answer, counted);
                counted = still.isPresent() ? counted.with(question.key(), still.get()) : counted;
            }
        }
        return new Walk(List.copyOf(asked), counted, open);
    }

    /** The first question without an answer that counts; empty when all are answered. */
    public Optional<Question> firstGap() {
        return asked.stream().filter(question -> !counted.has(question.key())).findFirst();
    }

    public Optional<Question> question(String key) {
        return asked.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    /** The question asked before this one; empty at the first, or when this one is not asked. */
    public Optional<Question> before(String key) {
        int at = position(key) - 1;
        return at > 0 ? Optional.of(asked.get(at - 1)) : Optional.empty();
    }

    /** Place of the question on this way from 1; 0 when it is not asked. */
    public int position(String key) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The longest this way can get; it only shrinks while the client goes on. */
    public int length() {
        return asked.size() + open;
    }

    /** Whether the client may leave this question out, given what was answered before. */
    public boolean maySkip(Question question) {
        return question.optional()
                && !(question instanceof Question.Consent)
                && !(question instanceof Question.FreeText text
                        && text.requiredIf() != null
                        && text.requiredIf().holds(counted));
    }

    /** The answer if it fits the question as it is shown now: codes that are no longer offered fall out. */
    public Optional<Answer> fitting(Question question, Answer answer) {
        return stillGood(question, answer, counted);
    }

    private static Optional<Answer> stillGood(Question shown, Answer answer, Answers counted) {
        if (shown instanceof Question.Ticks ticks && answer instanceof Answer.Ticked ticked) {
            var offered = ticks.options().stream()
                    .map(Option::code)
                    .filter(ticked.codes()::contains)
                    .toList();
            boolean allFellOut = offered.isEmpty() && !ticked.codes().isEmpty();
            return allFellOut ? Optional.empty() : Optional.of(new Answer.Ticked(offered));
        }
        if (answer instanceof Answer.Skipped
                && shown instanceof Question.FreeText text
                && text.requiredIf() != null
                && text.requiredIf().holds(counted)) {
            return Optional.empty();
        }
        return shown.accepts(answer) ? Optional.of(answer) : Optional.empty();
    }

    private static Question shown(Question question, Answers counted) {
        return switch (question) {
            case Question.Choice choice -> choice.showing(fitting(choice.options(), counted));
            case Question.Ticks ticks -> ticks.showing(fitting(ticks.options(), counted));
            case Question.Quantity quantity -> quantity;
            case Question.FreeText text -> text;
            case Question.Consent consent -> consent;
        };
    }

    private static List<Option> fitting(List<Option> options, Answers counted) {
        return options.stream()
                .filter(option -> option.onlyIf() == null || option.onlyIf().holds(counted))
                .toList();
    }
}
