package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Presses of buttons under questions. A button answers only the question it was made for: under an earlier question of
 * this pass it corrects that answer, under one of an earlier pass it does nothing.
 */
final class QuestionPresses {

    private final Wording wording;
    private final Survey survey;
    private final Asking asking;
    private final Lobby lobby;

    QuestionPresses(Wording wording, Survey survey, Lobby lobby) {
        this.wording = wording;
        this.survey = survey;
        this.asking = survey.asking();
        this.lobby = lobby;
    }

    void pressed(Turn turn, Press press, @Nullable Long message) {
        var run = turn.state().run();
        long number = press.number(0).orElse(-1L);
        if (run == null) {
            boolean last = number == turn.state().runs() && number > 0;
            lobby.say(turn, last ? Phrase.ALREADY_FINISHED : Phrase.UNKNOWN_BUTTON);
            return;
        }
        turn.become(turn.state().in(new Mode.Asking()));
        if (number != run.number()) {
            asking.repeat(turn, wording.say(Phrase.OLD_BUTTON));
            return;
        }
        var question = asking.walk(turn).question(press.part(1)).orElse(null);
        if (question == null) {
            asking.repeat(turn, wording.say(Phrase.NOT_ASKED));
        } else if (question.key().equals(asking.current(turn).key())) {
            onCurrent(turn, press, question, message);
        } else {
            onAnother(turn, press, question);
        }
    }

    private void onCurrent(Turn turn, Press press, Question question, @Nullable Long message) {
        switch (press.verb()) {
            case Press.ANSWER ->
                answer(question, press.rest(2))
                        .ifPresentOrElse(
                                answer -> survey.accept(turn, question, answer, null, null),
                                () -> asking.repeat(turn, wording.say(Phrase.OLD_BUTTON)));
            case Press.TICK -> tick(turn, question, press.part(2), true, message);
            case Press.UNTICK -> tick(turn, question, press.part(2), false, message);
            case Press.DONE -> survey.confirmTicks(turn);
            case Press.KEEP -> survey.keep(turn);
            case Press.SKIP -> survey.skip(turn);
            default -> back(turn);
        }
    }

    void back(Turn turn) {
        if (!asking.back(turn)) {
            lobby.menu(turn, Phrase.MENU);
        }
    }

    private void onAnother(Turn turn, Press press, Question question) {
        if (press.verb().equals(Press.BACK)) {
            turn.reply(new Reply.Toast(wording.say(Phrase.ALREADY_THERE)));
            return;
        }
        var recorded = asking.run(turn).answers().to(question.key());
        var pressed = press.verb().equals(Press.ANSWER) ? answer(question, press.rest(2)) : Optional.<Answer>empty();
        if (pressed.isPresent() && !pressed.get().equals(recorded)) {
            survey.accept(turn, question, pressed.get(), null, null);
            return;
        }
        if (recorded == null) {
            asking.repeat(turn, wording.say(Phrase.OLD_BUTTON));
            return;
        }
        String what = new Shown(wording).answer(question, recorded);
        asking.repeat(turn, wording.say(Phrase.ALREADY_ANSWERED, "what", what));
    }

    /** The button says what the tick should become, so the same tap twice changes nothing more. */
    private void tick(Turn turn, Question question, String code, boolean on, @Nullable Long message) {
        if (!(question instanceof Question.Ticks ticks)
                || ticks.options().stream().noneMatch(option -> option.code().equals(code))) {
            asking.repeat(turn, wording.say(Phrase.OLD_BUTTON));
            return;
        }
        var run = asking.run(turn);
        var codes = new ArrayList<>(run.ticks());
        codes.remove(code);
        if (on && code.equals(ticks.none())) {
            codes.clear();
        }
        if (on) {
            codes.remove(ticks.none());
            codes.add(code);
        }
        turn.become(turn.state().with(run.ticking(inOrder(ticks, codes))));
        asking.retick(turn, message);
    }

    private static List<String> inOrder(Question.Ticks ticks, List<String> codes) {
        return ticks.options().stream()
                .map(Option::code)
                .filter(codes::contains)
                .toList();
    }

    /** What the button stands for, if the question really has such a button. */
    private static Optional<Answer> answer(Question question, String value) {
        return switch (question) {
            case Question.Choice choice ->
                choice.options().stream()
                        .filter(option -> option.code().equals(value))
                        .findFirst()
                        .map(option -> new Answer.Chosen(option.code()));
            case Question.Quantity quantity ->
                quantity.suggested().stream()
                        .filter(suggested -> suggested.toString().equals(value))
                        .findFirst()
                        .map(suggested -> new Answer.Amount(BigDecimal.valueOf(suggested)));
            case Question.Consent consent ->
                value.equals("yes") || value.equals("no")
                        ? Optional.of(new Answer.Agreed(value.equals("yes"), consent.version()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
