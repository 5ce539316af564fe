package io.orbita.dialogues;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Questionnaire;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as facts of a client's profile: codes and numbers for what the house knows, words for an owner's own questions. */
final class Facts {
    private static final Map<String, String> NAMES = Map.of(
            "height", "height_cm",
            "weight", "weight_kg",
            "health", "limitations",
            "limitations", "limitations_text");

    private Facts() {}

    /** @param answers those that count; the key {@code health} with nothing to tell clears what was told before */
    static Map<String, Object> of(Questionnaire questionnaire, Answers answers, Questionnaire builtIn) {
        var facts = new LinkedHashMap<String, Object>();
        for (var question : questionnaire.questions()) {
            var answer = answers.to(question.key());
            if (answer == null || question instanceof Question.Consent) {
                continue;
            }
            boolean own = builtIn.question(question.key()).isEmpty();
            Object value = value(question, answer, own);
            if (value != null) {
                facts.put(NAMES.getOrDefault(question.key(), question.key()), value);
            }
        }
        if (facts.containsKey("limitations")) {
            facts.putIfAbsent("limitations_text", "");
        }
        return facts;
    }

    private static @Nullable Object value(Question question, Answer answer, boolean own) {
        return switch (answer) {
            case Answer.Chosen chosen -> own ? label(question, chosen.code()) : chosen.code();
            case Answer.Ticked ticked -> codes(question, ticked);
            case Answer.Amount amount ->
                question.key().equals("height") ? amount.value().setScale(0, RoundingMode.HALF_UP) : amount.value();
            case Answer.Words words -> words.text();
            case Answer.Agreed agreed -> null;
            case Answer.Skipped skipped -> null;
        };
    }

    private static List<String> codes(Question question, Answer.Ticked ticked) {
        String none = question instanceof Question.Ticks ticks ? ticks.none() : null;
        return ticked.codes().stream().filter(code -> !code.equals(none)).toList();
    }

    private static String label(Question question, String code) {
        return question.choices().stream()
                .filter(option -> option.code().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(code);
    }
}
