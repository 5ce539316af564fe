package io.orbita.dialogues.questionnaire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** What a client answered to one question, in codes and numbers, never in the wording of a button. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Chosen.class, name = "chosen"),
    @JsonSubTypes.Type(value = Answer.Ticked.class, name = "ticked"),
    @JsonSubTypes.Type(value = Answer.Amount.class, name = "amount"),
    @JsonSubTypes.Type(value = Answer.Words.class, name = "words"),
    @JsonSubTypes.Type(value = Answer.Agreed.class, name = "agreed"),
    @JsonSubTypes.Type(value = Answer.Skipped.class, name = "skipped")
})
public sealed interface Answer {

    /** One option of a choice. */
    record Chosen(String code) implements Answer {}

    /** The ticked options in the order of the question; empty when nothing was ticked. */
    record Ticked(List<String> codes) implements Answer {
        public Ticked {
            codes = List.copyOf(codes);
        }
    }

    /** A number in the unit of its question, without trailing zeros, so that 80 and 80.0 are one answer. */
    record Amount(BigDecimal value) implements Answer {
        public Amount {
            value = value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }
    }

    /** A text as the client typed it, free of control characters. */
    record Words(String text) implements Answer {}

    /** A yes or no to the text of one consent; the version says to which text. */
    record Agreed(boolean yes, int version) implements Answer {}

    /** The client chose not to answer a question that may be left out. */
    record Skipped() implements Answer {}
}
