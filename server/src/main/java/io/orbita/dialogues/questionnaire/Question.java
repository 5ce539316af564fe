package io.orbita.dialogues.questionnaire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question. The type says how it is asked and what counts as an answer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Question.Ticks.class, name = "multi_choice"),
    @JsonSubTypes.Type(value = Question.Quantity.class, name = "number"),
    @JsonSubTypes.Type(value = Question.FreeText.class, name = "text"),
    @JsonSubTypes.Type(value = Question.Consent.class, name = "consent")
})
public sealed interface Question {

    /** Stable name, {@code [a-z][a-z0-9_]{0,23}}; answers, facts and figures hang on it. */
    String key();

    /** Short name for a summary, a card or a chart: «Рост». */
    String title();

    String text();

    /** Whether the client may leave it out. */
    boolean optional();

    @Nullable Condition onlyIf();

    /** Whether a stored answer still counts under this wording of the question. */
    boolean accepts(Answer answer);

    /** Exactly one of a few. */
    record Choice(
            String key,
            String title,
            String text,
            boolean optional,
            @Nullable Condition onlyIf,
            List<Option> options) implements Question {
        public Choice {
            key = filled(key);
            title = filled(title);
            text = filled(text);
            options = options == null ? List.of() : List.copyOf(options);
        }

        Choice showing(List<Option> shown) {
            return new Choice(key, title, text, optional, onlyIf, shown);
        }

        @Override
        public boolean accepts(Answer answer) {
            return switch (answer) {
                case Answer.Chosen chosen -> codes(options).contains(chosen.code());
                case Answer.Skipped skipped -> optional;
                default -> false;
            };
        }
    }

    /**
     * Any number of a few.
     *
     * @param none the option that excludes all others; «Готово» with nothing ticked means it
     * @param other the option that stands for what is not in the list
     * @param details key of the text question that takes what was typed beyond the list
     */
    record Ticks(
            String key,
            String title,
            String text,
            boolean optional,
            @Nullable Condition onlyIf,
            List<Option> options,
            @Nullable String none,
            @Nullable String other,
            @Nullable String details,
            @Nullable Filling filling)
            implements Question {
        public Ticks {
            key = filled(key);
            title = filled(title);
            text = filled(text);
            options = options == null ? List.of() : List.copyOf(options);
        }

        Ticks showing(List<Option> shown) {
            return new Ticks(key, title, text, optional, onlyIf, shown, none, other, details, filling);
        }

        @Override
        public boolean accepts(Answer answer) {
            return switch (answer) {
                case Answer.Ticked ticked -> codes(options).containsAll(ticked.codes());
                case Answer.Skipped skipped -> optional;
                default -> false;
            };
        }

        /** The codes as an answer: in the order of the options, an excluding one alone, nothing ticked as «none». */
        public Answer.Ticked answer(Collection<String> codes) {
            var known = codes(options).stream().filter(codes::contains).toList();
            if (none == null) {
                return new Answer.Ticked(known);
            }
            var real = known.stream().filter(code -> !code.equals(none)).toList();
            boolean noneIsOffered = codes(options).contains(none);
            return new Answer.Ticked(real.isEmpty() && noneIsOffered ? List.of(none) : real);
        }
    }

    /**
     * A number.
     *
     * @param min smallest accepted value, in {@code unit}
     * @param max greatest accepted value, in {@code unit}
     * @param decimals digits after the comma, 0 (a whole number) to 2
     * @param suggested values that get a button; empty when the number is only typed
     */
    record Quantity(
            String key,
            String title,
            String text,
            boolean optional,
            @Nullable Condition onlyIf,
            BigDecimal min,
            BigDecimal max,
            int decimals,
            Unit unit,
            List<Integer> suggested,
            List<Remark> remarks)
            implements Question {
        public Quantity {
            key = filled(key);
            title = filled(title);
            text = filled(text);
            min = min == null ? BigDecimal.ZERO : min;
            max = max == null ? BigDecimal.ZERO : max;
            suggested = suggested == null ? List.of() : List.copyOf(suggested);
            remarks = remarks == null ? List.of() : List.copyOf(remarks);
            unit = unit == null ? Unit.NONE : unit;
        }

        @Override
        public boolean accepts(Answer answer) {
            return switch (answer) {
                case Answer.Amount amount ->
                    inRange(amount.value()) && amount.value().scale() <= decimals;
                case Answer.Skipped skipped -> optional;
                default -> false;
            };
        }

        public boolean inRange(BigDecimal value) {
            return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        }

        public List<String> remarksOn(BigDecimal value) {
            return remarks.stream()
                    .filter(remark -> remark.fits(value))
                    .map(Remark::text)
                    .toList();
        }
    }

    /**
     * A text in the client's own words.
     *
     * @param requiredIf with this the text may not be left out although the question is optional
     * @param ticks key of the multiple choice whose options are looked for in the text
     */
    record FreeText(
            String key,
            String title,
            String text,
            boolean optional,
            @Nullable Condition onlyIf,
            int maxLength,
            @Nullable Condition requiredIf,
            @Nullable String ticks)
            implements Question {
        public FreeText {
            key = filled(key);
            title = filled(title);
            text = filled(text);
        }

        @Override
        public boolean accepts(Answer answer) {
            return switch (answer) {
                case Answer.Words words -> words.text().length() <= maxLength;
                case Answer.Skipped skipped -> optional;
                default -> false;
            };
        }
    }

    /**
     * Agreement to a text of its own.
     *
     * @param optional false: without a yes the questionnaire does not end
     * @param version of the text; a new text has a greater one
     */
    record Consent(
            String key,
            String title,
            String text,
            boolean optional,
            @Nullable Condition onlyIf,
            int version) implements Question {
        public Consent {
            key = filled(key);
            title = filled(title);
            text = filled(text);
        }

        /** The same text as that version of it. */
        public Consent numbered(int number) {
            return new Consent(key, title, text, optional, onlyIf, number);
        }

        @Override
        public boolean accepts(Answer answer) {
            return answer instanceof Answer.Agreed agreed && agreed.version() == version && (agreed.yes() || optional);
        }
    }

    /** The options of a closed question, else none. */
    default List<Option> choices() {
        return switch (this) {
            case Choice choice -> choice.options();
            case Ticks ticks -> ticks.options();
            default -> List.of();
        };
    }

    private static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }

    /** A definition from outside may lack anything; what is missing is reported by {@link Rules}, not thrown. */
    private static String filled(@Nullable String given) {
        return given == null ? "" : given;
    }
}
