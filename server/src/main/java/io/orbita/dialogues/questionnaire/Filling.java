package io.orbita.dialogues.questionnaire;

import java.util.List;

/** An answer given by the questionnaire itself when the question is not asked: a gym has its full kit. */
public record Filling(Condition when, List<String> codes) {

    public Filling {
        codes = List.copyOf(codes);
    }
}
