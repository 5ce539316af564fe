package io.orbita.dialogues.parsing;

import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Free texts and consents. */
record TextParser(Wording wording) {

    private static final Set<List<String>> NOTHING_TO_SAY = Set.of(
            List.of("нет"),
            List.of("нету"),
            List.of("ничего"),
            List.of("не", "знаю"),
            List.of("не", "помню"),
            List.of("пропустить"),
            List.of("пропуск"));
    private static final Set<String> YES = Set.copyOf(Words.of(
                    "да даю согласен согласна согласны принимаю ок окей хорошо конечно ага давайте присылайте можно yes")
            .words());
    private static final Set<String> NO =
            Set.copyOf(Words.of("нет не против отказываюсь незачем никогда no").words());
    private static final int LONGEST_YES = 8;

    Parsed parse(Question.FreeText question, String raw) {
        String text = Clean.text(raw);
        boolean dash = text.equals("-") || text.equals("—") || text.equals("–");
        if (question.optional()
                && (dash || NOTHING_TO_SAY.contains(Words.of(text).words()))) {
            return Parsed.Accepted.of(new Answer.Skipped());
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Parsed.NotUnderstood.of(wording.say(Phrase.MISS_TEXT));
        }
        if (text.length() > question.maxLength()) {
            return Parsed.NotUnderstood.of(
                    wording.say(Phrase.MISS_TEXT_LONG, Map.of("n", text.length(), "most", question.maxLength())));
        }
        return Parsed.Accepted.of(new Answer.Words(text));
    }

    Parsed parse(Question.Consent question, String raw) {
        var words = Words.of(raw).words();
        boolean notAgainst = words.equals(List.of("не", "против")) || words.equals(List.of("не", "возражаю"));
        boolean yes = notAgainst || words.stream().anyMatch(YES::contains);
        boolean no = !notAgainst && words.stream().anyMatch(NO::contains);
        if (no && words.getFirst().equals("не")) {
            yes = false;
        }
        if (yes == no || words.size() > LONGEST_YES) {
            var shown = new Shown(wording);
            return Parsed.NotUnderstood.of(wording.say(
                    Phrase.MISS_CONSENT,
                    Map.of("yes", shown.consent(question, true), "no", shown.consent(question, false))));
        }
        return Parsed.Accepted.of(new Answer.Agreed(yes, question.version()));
    }
}
