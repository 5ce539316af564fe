package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import java.util.LinkedHashSet;
import java.util.Set;

/** One option out of what people type: its label, an alias, a slip of the finger, the wrong keyboard layout. */
record ChoiceParser(Wording wording) {

    Parsed parse(Question.Choice question, String raw) {
        var codes = named(question, Words.of(raw));
        if (codes.isEmpty()) {
            codes = named(question, Words.of(Clean.otherLayout(raw)));
        }
        if (codes.size() == 1) {
            return Parsed.Accepted.of(new Answer.Chosen(codes.iterator().next()));
        }
        return Parsed.NotUnderstood.of(wording.say(
                codes.isEmpty() ? Phrase.MISS_CHOICE : Phrase.MISS_CHOICE_SEVERAL,
                "options",
                new Shown(wording).options(question.options())));
    }

    private static Set<String> named(Question.Choice question, Words text) {
        var namings = Naming.of(question.options());
        var exact = Naming.exactly(namings, text);
        if (!exact.isEmpty()) {
            return exact;
        }
        for (boolean slips : new boolean[] {false, true}) {
            var within = new LinkedHashSet<String>();
            namings.stream()
                    .filter(naming -> naming.affirmedIn(text, slips))
                    .forEach(naming -> within.add(naming.option().code()));
            if (!within.isEmpty()) {
                return within;
            }
        }
        return Set.of();
    }
}
