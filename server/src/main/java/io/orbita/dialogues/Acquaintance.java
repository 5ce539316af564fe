package io.orbita.dialogues;

import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.talk.DialogueState;
import io.orbita.dialogues.talk.Known;
import io.orbita.messaging.Messaging;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is known of the person in a conversation before the step is taken. */
@Component
class Acquaintance {
    private final Clients clients;
    private final Consents consents;
    private final Runs runs;
    private final Silences silences;
    private final Askings askings;
    private final Questionnaires questionnaires;
    private final FrontDesk frontDesk;
    private final Messaging messaging;

    Acquaintance(
            Clients clients,
            Consents consents,
            Runs runs,
            Silences silences,
            Askings askings,
            Questionnaires questionnaires,
            FrontDesk frontDesk,
            Messaging messaging) {
        this.clients = clients;
        this.consents = consents;
        this.runs = runs;
        this.silences = silences;
        this.askings = askings;
        this.questionnaires = questionnaires;
        this.frontDesk = frontDesk;
        this.messaging = messaging;
    }

    Known with(Occasion occasion, DialogueState state) {
        var business = occasion.business();
        var members = clients.members(business, occasion.client());
        var finished = runs.lastFinished(business, members);
        var former = finished.map(run -> runs.answers(business, run)).orElse(Answers.NONE);
        var current = questionnaires.current(business);
        var run = state.run();
        var running = run == null || run.version() == current.version()
                ? current
                : questionnaires.version(business, run.version()).orElse(current);
        var guest = new Known.Guest(
                occasion.name(),
                !occasion.created(),
                occasion.fromSite(),
                former,
                consents(occasion, former),
                finished.isPresent(),
                finished.isEmpty() && askings.open(business, members),
                silences.asked(business, members),
                occasion.staff() == null && messaging.withStaff(business, occasion.conversation()));
        return new Known(occasion.at(), current, running, guest, frontDesk.house(occasion));
    }

    /** A consent holds for the very text that was agreed to, and until it is withdrawn. */
    private Map<String, Integer> consents(Occasion occasion, Answers former) {
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
