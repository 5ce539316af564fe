package io.orbita.dialogues.wording;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers and bounds in words: «182 см», «гантели, турник», «от 14 до 90 лет». */
public record Shown(Wording wording) {

    private static final int LONGEST_QUOTE = 60;

    public String answer(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Chosen chosen -> labels(question, List.of(chosen.code()));
            case Answer.Ticked ticked -> labels(question, ticked.codes());
            case Answer.Amount amount ->
                question instanceof Question.Quantity quantity
                        ? amount(amount.value(), quantity.unit())
                        : Wording.number(amount.value());
            case Answer.Words words -> quoted(words.text(), LONGEST_QUOTE);
            case Answer.Agreed agreed -> consent(question, agreed.yes());
            case Answer.Skipped skipped -> wording.say(Phrase.SKIPPED);
        };
    }

    public String consent(Question question, boolean yes) {
        if (question.optional()) {
            return wording.say(yes ? Phrase.YES_MARKETING : Phrase.NO_MARKETING);
        }
        return wording.say(yes ? Phrase.YES_PROCESSING : Phrase.NO_PROCESSING);
    }

    public String amount(BigDecimal value, Unit unit) {
        return wording.say(
                switch (unit) {
                    case YEARS -> Phrase.UNIT_YEARS;
                    case DAYS -> Phrase.UNIT_DAYS;
                    case CENTIMETRES -> Phrase.UNIT_CENTIMETRES;
                    case KILOGRAMS -> Phrase.UNIT_KILOGRAMS;
                    case NONE -> Phrase.UNIT_NONE;
                },
                "n",
                value);
    }

    /** «от 120 до 230 см». */
    public String range(Question.Quantity question) {
        return wording.say(
                Phrase.RANGE,
                Map.of("min", Wording.number(question.min()), "max", amount(question.max(), question.unit())));
    }

    /** A number that would be accepted, near what people usually are. */
    public String example(Question.Quantity question) {
        var usual = switch (question.unit()) {
            case YEARS -> "34";
            case DAYS -> "3";
            case CENTIMETRES -> "175";
            case KILOGRAMS -> question.decimals() > 0 ? "78.5" : "78";
            case NONE -> "";
        };
        if (!usual.isEmpty() && question.inRange(new BigDecimal(usual))) {
            return Wording.number(new BigDecimal(usual));
        }
        return Wording.number(question.max());
    }

    /** «Дом», «Зал», «Улица». */
    public String options(List<Option> options) {
        return options.stream().map(option -> "«" + option.label() + "»").collect(Collectors.joining(", "));
    }

    /** A text cut at a word so that it fits. */
    public static String quoted(String text, int longest) {
        String line = text.replace('\n', ' ');
        if (line.codePointCount(0, line.length()) <= longest) {
            return line;
        }
        String cut = line.substring(0, line.offsetByCodePoints(0, longest - 1));
        int space = cut.lastIndexOf(' ');
        return (space > longest / 2 ? cut.substring(0, space) : cut).strip() + "…";
    }

    /** A text cut to so many UTF-16 units, line breaks kept. */
    public static String cut(String text, int longest) {
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private String labels(Question question, List<String> codes) {
        var labels = question.choices().stream()
                .filter(option -> codes.contains(option.code()))
                .map(Option::label)
                .toList();
        if (labels.isEmpty()) {
            return wording.say(Phrase.NOTHING_TICKED);
        }
        return String.join(", ", labels);
    }
}
