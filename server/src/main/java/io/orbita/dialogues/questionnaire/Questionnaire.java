package io.orbita.dialogues.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * One published version of the questions of a business.
 *
 * @param version 1 for the one of the distribution; each change of an owner is the next
 */
public record Questionnaire(int version, List<Question> questions) {

    public Questionnaire {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    public Optional<Question> question(String key) {
        return questions.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    /** The same without these questions: a consent that was given before is not asked again. */
    public Questionnaire without(List<String> keys) {
        return new Questionnaire(
                version,
                questions.stream()
                        .filter(question -> !keys.contains(question.key()))
                        .toList());
    }

    public Questionnaire as(int version) {
        return new Questionnaire(version, questions);
    }
}
