package io.orbita.dialogues.talk;

import io.orbita.dialogues.parsing.AnswerParser;
import io.orbita.dialogues.parsing.Parsed;
import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Unit;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pass through the questionnaire: asking, taking answers, going back, coming to the end. */
final class Survey {

    private static final int MISSES_BEFORE_HELP = 2;
    private static final int SHORTEST_QUESTION = 10;

    private final Wording wording;
    private final AnswerParser parser;
    private final Asking asking;

    Survey(Wording wording) {
        this.wording = wording;
        this.parser = new AnswerParser(wording);
        this.asking = new Asking(wording);
    }

    Asking asking() {
        return asking;
    }

    /** A new pass; what is known from earlier ones is offered, not taken. */
    void begin(Turn turn, Phrase lead, Answers former) {
        var questionnaire = turn.known().current();
        var given = questionnaire.questions().stream()
                .filter(Question.Consent.class::isInstance)
                .map(Question.Consent.class::cast)
                .filter(consent -> Integer.valueOf(consent.version())
                        .equals(turn.known().guest().consents().get(consent.key())))
                .map(Question::key)
                .toList();
        int number = turn.state().runs() + 1;
        var run = new Run(number, questionnaire.version(), given, Answers.NONE, former, "", List.of(), 0);
        turn.become(turn.state().with(run).in(new Mode.Asking()));
        turn.effect(new Effect.Started(number, questionnaire.version()));
        asking.next(turn, List.of(wording.say(lead)));
    }

    void typed(Turn turn, String text) {
        var run = asking.run(turn);
        var question = asking.current(turn);
        switch (parser.parse(question, text)) {
            case Parsed.Accepted accepted -> {
                understood(turn, run, question, accepted);
                if (question instanceof Question.FreeText && asksUs(text)) {
                    turn.effect(new Effect.HandedOver());
                }
            }
            case Parsed.NotUnderstood miss -> {
                missed(turn, question, asksUs(text) ? wording.say(Phrase.ASKED_TRAINER) : miss.line(), miss.ticks());
                if (asksUs(text)) {
                    turn.effect(new Effect.HandedOver());
                }
            }
        }
    }

    /** A question in place of an answer is for a person. */
    private static boolean asksUs(String text) {
        return text.strip().endsWith("?") && text.strip().length() > SHORTEST_QUESTION;
    }

    private void understood(Turn turn, Run run, Question question, Parsed.Accepted accepted) {
        if (accepted.answer() instanceof Answer.Skipped) {
            skip(turn);
            return;
        }
        String details = accepted.details();
        if (details != null && question instanceof Question.Ticks ticks) {
            int most = asking.longestText(turn, ticks.details());
            if (details.length() > most) {
                missed(
                        turn,
                        question,
                        wording.say(Phrase.MISS_TEXT_LONG, Map.of("n", details.length(), "most", most)),
                        List.of());
                return;
            }
        }
        if (question instanceof Question.Ticks ticks && accepted.answer() instanceof Answer.Ticked typed) {
            tickedAndTyped(turn, run, ticks, typed, details);
            return;
        }
        accept(turn, question, accepted.answer(), details, accepted.leftover());
    }

    /** Ticks made by hand stand beside a typed list; ticks that were only offered give way to it. */
    private void tickedAndTyped(
            Turn turn, Run run, Question.Ticks question, Answer.Ticked typed, @Nullable String details) {
        boolean byHand = !new LinkedHashSet<>(run.ticks())
                        .equals(new LinkedHashSet<>(asking.offeredTicks(run, asking.walk(turn), question)))
                && !run.ticks().isEmpty();
        boolean saysNone = question.none() != null && typed.codes().equals(List.of(question.none()));
        if (byHand && saysNone && !run.ticks().equals(typed.codes())) {
            if (run.misses() > 0) {
                confirmTicks(turn); // Said twice, «нет» means «no more than that».
                return;
            }
            String ticked = new Shown(wording).answer(question, new Answer.Ticked(run.ticks()));
            missed(turn, question, wording.say(Phrase.MISS_TICKS_NONE, "ticked", ticked), List.of());
            return;
        }
        var all = new LinkedHashSet<>(typed.codes());
        if (byHand) {
            all.addAll(run.ticks());
        }
        accept(turn, question, question.answer(all), details, null);
    }

    private void missed(Turn turn, Question question, String line, List<String> understood) {
        var run = asking.run(turn).missed();
        if (question instanceof Question.Ticks ticks && !understood.isEmpty()) {
            var all = new LinkedHashSet<>(run.ticks());
            all.addAll(understood);
            run = run.ticking(ticks.answer(all).codes());
        }
        turn.become(turn.state().with(run));
        var help = run.misses() >= MISSES_BEFORE_HELP ? "\n\n" + wording.say(Phrase.MISSES) : "";
        var rows = new ArrayList<>(asking.rows(turn, question));
        if (!help.isEmpty()) {
            rows.add(List.of(Button.press(wording.say(Phrase.TO_MENU), Press.MENU)));
        }
        turn.say(line + help, rows);
    }

    void skip(Turn turn) {
        var question = asking.current(turn);
        if (asking.walk(turn).maySkip(question)) {
            accept(turn, question, new Answer.Skipped(), null, null);
        } else {
            asking.repeat(turn, wording.say(Phrase.CANNOT_SKIP));
        }
    }

    void keep(Turn turn) {
        var question = asking.current(turn);
        var kept = new Keyboard(wording).kept(asking.run(turn), asking.walk(turn), question);
        if (kept.isPresent()) {
            accept(turn, question, kept.get(), null, null);
        } else {
            asking.repeat(turn, wording.say(Phrase.CANNOT_KEEP));
        }
    }

    /** Confirms the ticks as they stand; nothing ticked is an answer where the question has one for it. */
    void confirmTicks(Turn turn) {
        if (!(asking.current(turn) instanceof Question.Ticks ticks)) {
            asking.repeat(turn, wording.say(Phrase.OLD_BUTTON));
            return;
        }
        accept(turn, ticks, ticks.answer(asking.run(turn).ticks()), null, null);
    }

    /** Takes the answer, says what was noted and what goes with it, and goes on. */
    void accept(Turn turn, Question question, Answer answer, @Nullable String details, @Nullable String leftover) {
        if (question instanceof Question.Consent consent && answer instanceof Answer.Agreed agreed) {
            if (!agreed.yes() && !consent.optional()) {
                asking.repeat(turn, wording.say(Phrase.WITHOUT_CONSENT));
                return;
            }
            turn.effect(new Effect.ConsentAnswered(consent.key(), agreed.version(), agreed.yes()));
        }
        var run = asking.run(turn);
        boolean corrected =
                !run.current().equals(question.key()) && run.answers().has(question.key());
        var lead = new ArrayList<String>();
        String shown = new Shown(wording).answer(question, answer);
        lead.add(wording.say(corrected ? Phrase.CORRECTED : Phrase.NOTED, "what", shown));
        note(turn, question.key(), answer);
        lead.addAll(remarks(turn, question, answer, List.of()));
        if (details != null && question instanceof Question.Ticks ticks && ticks.details() != null) {
            note(turn, ticks.details(), new Answer.Words(details));
        }
        if (question instanceof Question.FreeText text && answer instanceof Answer.Words words) {
            lead.addAll(ticksFoundIn(turn, text, words.text()));
        }
        if (leftover != null) {
            takeLeftover(turn, leftover, lead);
        }
        asking.next(turn, lead);
    }

    private void note(Turn turn, String key, Answer answer) {
        var run = asking.run(turn);
        turn.become(turn.state().with(run.with(run.answers().with(key, answer))));
        turn.effect(new Effect.Answered(run.number(), key, answer));
    }

    /** «175 68» at the height: the second number answers the next question when that one asks for it. */
    private void takeLeftover(Turn turn, String leftover, List<String> lead) {
        var gap = asking.walk(turn).firstGap().orElse(null);
        if (gap instanceof Question.Quantity next
                && (next.unit() == Unit.KILOGRAMS || next.unit() == Unit.CENTIMETRES)
                && parser.parse(next, leftover) instanceof Parsed.Accepted accepted) {
            note(turn, next.key(), accepted.answer());
            lead.set(0, lead.getFirst() + ", " + new Shown(wording).answer(next, accepted.answer()));
            lead.addAll(remarks(turn, next, accepted.answer(), List.of()));
        }
    }

    /** «была операция на колене» in the details ticks the knees as well. */
    private List<String> ticksFoundIn(Turn turn, Question.FreeText text, String words) {
        var ticks = text.ticks() == null
                ? null
                : asking.walk(turn).question(text.ticks()).orElse(null);
        if (!(ticks instanceof Question.Ticks several)
                || !(asking.run(turn).answers().to(several.key()) instanceof Answer.Ticked before)) {
            return List.of();
        }
        var all = new LinkedHashSet<>(before.codes());
        if (!all.addAll(parser.mentioned(several, words))) {
            return List.of();
        }
        var more = several.answer(all);
        note(turn, several.key(), more);
        return remarks(turn, several, more, before.codes());
    }

    /** The kind words that belong to an answer; what the trainer must know goes to him at once. */
    private List<String> remarks(Turn turn, Question question, Answer answer, List<String> alreadySaid) {
        if (question instanceof Question.Quantity quantity && answer instanceof Answer.Amount amount) {
            return quantity.remarksOn(amount.value());
        }
        var codes = switch (answer) {
            case Answer.Chosen chosen -> List.of(chosen.code());
            case Answer.Ticked ticked -> ticked.codes();
            default -> List.<String>of();
        };
        var taken = question.choices().stream()
                .filter(option -> codes.contains(option.code()) && !alreadySaid.contains(option.code()))
                .toList();
        var alerting = taken.stream()
                .filter(option -> option.alert())
                .map(option -> option.code())
                .toList();
        if (!alerting.isEmpty()) {
            turn.effect(new Effect.Alerted(asking.run(turn).number(), question.key(), alerting));
        }
        var said = new ArrayList<String>();
        for (var option : taken) {
            if (option.note() != null) {
                said.add(option.note());
            }
        }
        return said;
    }
}
