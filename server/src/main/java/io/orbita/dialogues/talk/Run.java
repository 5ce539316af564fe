package io.orbita.dialogues.talk;

import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.dialogues.questionnaire.Walk;
import java.util.List;

/**
 * One unfinished pass through the questionnaire.
 *
 * @param number of this pass in its conversation, from 1; buttons carry it, so that old keyboards are told from new ones
 * @param version of the questionnaire; a pass ends with the version it began with
 * @param given consents that hold already and are not asked again
 * @param answers given in this pass
 * @param former answers of earlier passes; each is offered to be kept
 * @param current key of the question the client stands before
 * @param ticks what is ticked in the current multiple choice and not yet confirmed
 * @param misses how often in a row the answer was not understood
 */
public record Run(
        int number,
        int version,
        List<String> given,
        Answers answers,
        Answers former,
        String current,
        List<String> ticks,
        int misses) {

    public Run {
        given = List.copyOf(given);
        ticks = List.copyOf(ticks);
    }

    Walk walk(Questionnaire questionnaire) {
        return Walk.of(questionnaire.without(given), answers);
    }

    Run at(String question, List<String> ticked) {
        return new Run(number, version, given, answers, former, question, ticked, 0);
    }

    Run with(Answers next) {
        return new Run(number, version, given, next, former, current, ticks, 0);
    }

    Run ticking(List<String> ticked) {
        return new Run(number, version, given, answers, former, current, ticked, misses);
    }

    Run missed() {
        return new Run(number, version, given, answers, former, current, ticks, misses + 1);
    }
}
