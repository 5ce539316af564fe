package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.wording.Wording;
import java.util.Set;

/** The one door of this package: a question and what was typed, in; an answer or one friendly line, out. */
public final class AnswerParser {

    /** Nobody needs more to name an option or a number; what is longer is a letter, not an answer. */
    private static final int LONGEST_SHORT_ANSWER = 300;

    private final NumberParser numbers;
    private final ChoiceParser choices;
    private final TicksParser ticks;
    private final TextParser texts;

    public AnswerParser(Wording wording) {
        numbers = new NumberParser(wording);
        choices = new ChoiceParser(wording);
        ticks = new TicksParser(wording);
        texts = new TextParser(wording);
    }

    /** @param question as it is shown now, with only the options that fit */
    public Parsed parse(Question question, String input) {
        String brief = input.length() <= LONGEST_SHORT_ANSWER ? input : "";
        return switch (question) {
            case Question.Choice choice -> choices.parse(choice, brief);
            case Question.Ticks several -> ticks.parse(several, several.details() == null ? brief : input);
            case Question.Quantity quantity -> numbers.parse(quantity, Clean.plain(brief));
            case Question.FreeText text -> texts.parse(text, input);
            case Question.Consent consent -> texts.parse(consent, brief);
        };
    }

    /** The options of a multiple choice that a free text speaks of as present. */
    public Set<String> mentioned(Question.Ticks question, String text) {
        return ticks.mentioned(question, text);
    }
}
