package io.orbita.dialogues.parsing;

import io.orbita.dialogues.parsing.Quantities.Quantity;
import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Unit;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Height in metres or centimetres, weight with grams, «тридцать два»: one number out of what people type. */
record NumberParser(Wording wording) {

    Parsed parse(Question.Quantity question, String plain) {
        var all = Quantities.in(plain, question.unit());
        var candidates = candidates(all, question.unit());
        if (candidates.isEmpty()) {
            return miss(Phrase.MISS_NUMBER, question);
        }
        var fitting =
                candidates.stream().filter(q -> question.inRange(q.value())).toList();
        if (fitting.isEmpty()) {
            return miss(Phrase.MISS_NUMBER_RANGE, question);
        }
        var value = fitting.getFirst().value();
        if (fitting.stream().anyMatch(other -> other.value().compareTo(value) != 0)) {
            return miss(Phrase.MISS_NUMBER_SEVERAL, question);
        }
        if (question.decimals() == 0 && value.stripTrailingZeros().scale() > 0) {
            return miss(Phrase.MISS_NUMBER_WHOLE, question);
        }
        var rounded = value.setScale(question.decimals(), RoundingMode.HALF_UP);
        return question.inRange(rounded)
                ? new Parsed.Accepted(new Answer.Amount(rounded), null, leftover(all, fitting.getFirst()))
                : miss(Phrase.MISS_NUMBER_RANGE, question);
    }

    /** What is said to count the wanted thing, else what does not say; never what counts another thing. */
    private static List<Quantity> candidates(List<Quantity> all, Unit wanted) {
        var ours = all.stream().filter(q -> q.unit() == wanted).toList();
        return ours.isEmpty()
                ? all.stream()
                        .filter(q -> !q.foreign() && (q.unit() == null || wanted == Unit.NONE))
                        .toList()
                : ours;
    }

    private static @Nullable String leftover(List<Quantity> all, Quantity taken) {
        var others = all.stream().filter(q -> q != taken && !q.foreign()).toList();
        if (others.size() != 1) {
            return null;
        }
        var other = others.getFirst();
        String number = other.value().toPlainString();
        if (other.unit() == Unit.KILOGRAMS) {
            return number + " кг";
        }
        if (other.unit() == Unit.CENTIMETRES) {
            return number + " см";
        }
        return other.unit() == null ? number : null;
    }

    private Parsed miss(Phrase phrase, Question.Quantity question) {
        var shown = new Shown(wording);
        return Parsed.NotUnderstood.of(
                wording.say(phrase, Map.of("range", shown.range(question), "example", shown.example(question))));
    }
}
