package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Walk;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts questions: the next one, the same once more, the one before; and knows when there are none left. */
final class Asking {

    private static final int LONGEST_SUMMARY = 3000;

    private final Wording wording;
    private final Shown shown;
    private final Keyboard keyboard;

    Asking(Wording wording) {
        this.wording = wording;
        this.shown = new Shown(wording);
        this.keyboard = new Keyboard(wording);
    }

    Run run(Turn turn) {
        return Objects.requireNonNull(turn.state().run(), "no questionnaire is running");
    }

    Walk walk(Turn turn) {
        var run = run(turn);
        return run.walk(turn.known().questionnaire(run));
    }

    /** The question the client stands before; the first open one when that one fell out of the way. */
    Question current(Turn turn) {
        var walk = walk(turn);
        return walk.question(run(turn).current())
                .or(walk::firstGap)
                .orElseGet(() -> walk.asked().getLast());
    }

    /** The first open question, or the end. */
    void next(Turn turn, List<String> lead) {
        var gap = walk(turn).firstGap();
        if (gap.isPresent()) {
            boolean comesToConsent = gap.get() instanceof Question.Consent
                    && !(current(turn) instanceof Question.Consent)
                    && !run(turn).current().isEmpty();
            var lines = new ArrayList<>(lead);
            if (comesToConsent) {
                lines.add(summary(turn));
            }
            ask(turn, gap.get(), lines);
        } else {
            finish(turn, lead);
        }
    }

    /** The question before the current one; empty-handed at the first. */
    boolean back(Turn turn) {
        var before = walk(turn).before(current(turn).key());
        before.ifPresent(question -> ask(turn, question, List.of()));
        return before.isPresent();
    }

    /** The same question once more, its ticks as they are. */
    void repeat(Turn turn, @Nullable String lead) {
        var question = current(turn);
        turn.say(text(turn, question, lead == null ? List.of() : List.of(lead)), rows(turn, question));
    }

    /** The same question after a pause, with the way to begin anew. */
    void resume(Turn turn, String lead) {
        var question = current(turn);
        var rows = new ArrayList<>(rows(turn, question));
        if (!run(turn).answers().byKey().isEmpty()) {
            rows.add(List.of(Button.press(
                    wording.say(Phrase.START_AGAIN),
                    Press.data(Press.OVER, run(turn).number()))));
        }
        turn.say(text(turn, question, List.of(lead)), rows);
    }

    void retick(Turn turn, @Nullable Long message) {
        var question = current(turn);
        var text = text(turn, question, List.of());
        var rows = rows(turn, question);
        if (message == null) {
            turn.say(text, rows);
        } else {
            turn.reply(new Reply.Retick(message, text, rows));
        }
    }

    List<List<Button>> rows(Turn turn, Question question) {
        return keyboard.of(run(turn), walk(turn), question);
    }

    /** What stands ticked when the question is put: the earlier answer, or nothing. */
    List<String> offeredTicks(Run run, Walk walk, Question question) {
        return Keyboard.earlier(run, walk, question)
                .filter(Answer.Ticked.class::isInstance)
                .map(answer -> ((Answer.Ticked) answer).codes())
                .orElse(List.of());
    }

    /** How long a text the details of a multiple choice take, in characters. */
    int longestText(Turn turn, @Nullable String key) {
        return turn.known().questionnaire(run(turn)).questions().stream()
                .filter(question -> question.key().equals(key) && question instanceof Question.FreeText)
                .mapToInt(question -> ((Question.FreeText) question).maxLength())
                .findFirst()
                .orElse(0);
    }

    /** «5 из 12», for offers to go on. */
    Map<String, Integer> place(Turn turn) {
        var walk = walk(turn);
        return Map.of("at", walk.position(current(turn).key()), "of", walk.length());
    }

    private void ask(Turn turn, Question question, List<String> lead) {
        var run = run(turn).at(question.key(), offeredTicks(run(turn), walk(turn), question));
        turn.become(turn.state().with(run).in(new Mode.Asking()));
        turn.effect(new Effect.Asked(run.number(), question.key()));
        turn.say(text(turn, question, lead), rows(turn, question));
    }

    private void finish(Turn turn, List<String> lead) {
        var run = run(turn);
        turn.effect(new Effect.Finished(run.number(), run.version(), walk(turn).counted()));
        turn.become(turn.state().with(null).in(new Mode.Idle()));
        var lines = new ArrayList<>(lead);
        lines.add(wording.say(Phrase.FINISHED));
        turn.say(String.join("\n\n", lines), List.of());
    }

    private String text(Turn turn, Question question, List<String> lead) {
        var lines = new ArrayList<>(lead);
        lines.add(wording.say(Phrase.STEP, place(turn)) + "\n" + question.text());
        return String.join("\n\n", lines);
    }

    private String summary(Turn turn) {
        var walk = walk(turn);
        String lines = walk.asked().stream()
                .filter(question -> walk.counted().has(question.key()))
                .filter(question -> !(walk.counted().to(question.key()) instanceof Answer.Skipped))
                .map(question -> wording.say(
                        Phrase.SUMMARY_LINE,
                        Map.of(
                                "title",
                                question.title(),
                                "what",
                                shown.answer(
                                        question,
                                        Objects.requireNonNull(walk.counted().to(question.key()))))))
                .collect(Collectors.joining("\n"));
        return wording.say(
                Phrase.SUMMARY, "lines", lines.length() > LONGEST_SUMMARY ? Shown.cut(lines, LONGEST_SUMMARY) : lines);
    }
}
