package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of buttons under a question. */
record Keyboard(Wording wording) {

    private static final int LONGEST_KEPT = 32;

    List<List<Button>> of(Run run, Walk walk, Question question) {
        var rows = new ArrayList<List<Button>>();
        switch (question) {
            case Question.Choice choice ->
                rows.addAll(inRows(choice.options().stream()
                        .map(option -> Button.press(option.label(), answer(run, question, option.code())))
                        .toList()));
            case Question.Ticks ticks -> {
                rows.addAll(inRows(ticks.options().stream()
                        .map(option -> tick(run, question, option))
                        .toList()));
                rows.add(List.of(button(Phrase.DONE, Press.data(Press.DONE, run.number(), question.key()))));
            }
            case Question.Quantity quantity ->
                rows.addAll(inRows(quantity.suggested().stream()
                        .map(value -> Button.press(value.toString(), answer(run, question, value.toString())))
                        .toList()));
            case Question.FreeText text -> {}
            case Question.Consent consent -> {
                var shown = new Shown(wording);
                rows.add(List.of(Button.press(shown.consent(consent, true), answer(run, question, "yes"))));
                rows.add(List.of(Button.press(shown.consent(consent, false), answer(run, question, "no"))));
            }
        }
        kept(run, walk, question).ifPresent(answer -> rows.add(List.of(keep(run, question, answer))));
        if (walk.maySkip(question)) {
            rows.add(List.of(button(Phrase.SKIP, Press.data(Press.SKIP, run.number(), question.key()))));
        }
        rows.add(List.of(button(Phrase.BACK, Press.data(Press.BACK, run.number(), question.key()))));
        return rows;
    }

    /** The earlier answer that may be kept with one press. Ticks are simply shown ticked; a consent is given anew. */
    Optional<Answer> kept(Run run, Walk walk, Question question) {
        return switch (question) {
            case Question.Ticks ticks -> Optional.empty();
            case Question.Consent consent -> Optional.empty();
            default -> earlier(run, walk, question).filter(answer -> !(answer instanceof Answer.Skipped));
        };
    }

    /** What was answered before, in this pass or an earlier one, as far as it still fits. */
    static Optional<Answer> earlier(Run run, Walk walk, Question question) {
        var inThisPass = run.answers().to(question.key());
        var before = inThisPass == null ? run.former().to(question.key()) : inThisPass;
        return Optional.ofNullable(before).flatMap(answer -> walk.fitting(question, answer));
    }

    private Button keep(Run run, Question question, Answer answer) {
        String what = Shown.quoted(new Shown(wording).answer(question, answer), LONGEST_KEPT);
        return Button.press(
                wording.say(Phrase.KEPT, "what", what), Press.data(Press.KEEP, run.number(), question.key()));
    }

    private Button tick(Run run, Question question, Option option) {
        boolean ticked = run.ticks().contains(option.code());
        return Button.press(
                wording.say(ticked ? Phrase.TICKED : Phrase.UNTICKED, Map.of("label", option.label())),
                Press.data(ticked ? Press.UNTICK : Press.TICK, run.number(), question.key(), option.code()));
    }

    private Button button(Phrase phrase, String data) {
        return Button.press(wording.say(phrase), data);
    }

    private static String answer(Run run, Question question, String value) {
        return Press.data(Press.ANSWER, run.number(), question.key(), value);
    }

    /** Short labels share a row: five numbers, three short words, two longer ones. */
    private static List<List<Button>> inRows(List<Button> buttons) {
        int longest = buttons.stream()
                .mapToInt(button -> button.text().length())
                .max()
                .orElse(0);
        int inARow = longest <= 3 ? 5 : longest <= 10 ? 3 : longest <= 18 ? 2 : 1;
        var rows = new ArrayList<List<Button>>();
        for (int i = 0; i < buttons.size(); i += inARow) {
            rows.add(buttons.subList(i, Math.min(buttons.size(), i + inARow)));
        }
        return rows;
    }
}
