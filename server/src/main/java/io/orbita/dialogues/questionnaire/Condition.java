package io.orbita.dialogues.questionnaire;

import java.util.List;

/**
 * True when the answer to an earlier choice or multiple choice holds one of the codes. A question that was not asked, or
 * was skipped, holds none.
 */
public record Condition(String question, List<String> anyOf) {

    public Condition {
        question = question == null ? "" : question;
        anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
    }

    boolean holds(Answers answers) {
        var answer = answers.to(question);
        if (answer instanceof Answer.Chosen chosen) {
            return anyOf.contains(chosen.code());
        }
        return answer instanceof Answer.Ticked ticked && ticked.codes().stream().anyMatch(anyOf::contains);
    }
}
