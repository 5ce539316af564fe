package io.orbita.dialogues;

import io.orbita.clients.Consents;
import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a person has answered and agreed to in earlier questionnaires. */
@Component
class Past {
    /**
     * The answers of the last finished questionnaire and what holds of them.
     *
     * @param consents the version of the text agreed to, by its purpose
     * @param answered whether there is a finished questionnaire
     * @param asked whether a questionnaire waits for someone who has never finished one
     */
    record Before(Answers answers, Map<String, Integer> consents, boolean answered, boolean asked) {}

    private final Runs runs;
    private final Askings askings;
    private final Consents consents;

    Past(Runs runs, Askings askings, Consents consents) {
        this.runs = runs;
        this.askings = askings;
        this.consents = consents;
    }

    Before of(Occasion occasion, Collection<Long> members) {
        var business = occasion.business();
        var finished = runs.lastFinished(business, members);
        var former = finished.map(run -> runs.answers(business, run)).orElse(Answers.NONE);
        return new Before(
                former,
                holding(occasion, former),
                finished.isPresent(),
                finished.isEmpty() && askings.open(business, members));
    }

    /** A consent holds for the very text that was agreed to, and until it is withdrawn. */
    private Map<String, Integer> holding(Occasion occasion, Answers former) {
        var holding = new HashMap<String, Integer>();
        for (var purpose : Consents.Purpose.values()) {
            String key = purpose.name().toLowerCase(Locale.ROOT);
            if (former.to(key) instanceof Answer.Agreed agreed
                    && agreed.yes()
                    && consents.given(occasion.business(), occasion.client(), purpose)) {
                holding.put(key, agreed.version());
            }
        }
        return holding;
    }
}
