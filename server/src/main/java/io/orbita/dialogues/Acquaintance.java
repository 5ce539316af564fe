package io.orbita.dialogues;

import io.orbita.clients.Clients;
import io.orbita.dialogues.talk.DialogueState;
import io.orbita.dialogues.talk.Known;
import io.orbita.messaging.Messaging;
import org.springframework.stereotype.Component;

/** What is known of the person in a conversation before the step is taken. */
@Component
class Acquaintance {
    private final Clients clients;
    private final Past past;
    private final Silences silences;
    private final Questionnaires questionnaires;
    private final FrontDesk frontDesk;
    private final Messaging messaging;

    Acquaintance(
            Clients clients,
            Past past,
            Silences silences,
            Questionnaires questionnaires,
            FrontDesk frontDesk,
            Messaging messaging) {
        this.clients = clients;
        this.past = past;
        this.silences = silences;
        this.questionnaires = questionnaires;
        this.frontDesk = frontDesk;
        this.messaging = messaging;
    }

    Known with(Occasion occasion, DialogueState state) {
        var business = occasion.business();
        var members = clients.members(business, occasion.client());
        var before = past.of(occasion, members);
        var current = questionnaires.current(business);
        var run = state.run();
        var running = run == null || run.version() == current.version()
                ? current
                : questionnaires.version(business, run.version()).orElse(current);
        var guest = new Known.Guest(
                occasion.name(),
                !occasion.created(),
                occasion.fromSite(),
                before.answers(),
                before.consents(),
                before.answered(),
                before.asked(),
                silences.asked(business, members),
                occasion.staff() == null && messaging.withStaff(business, occasion.conversation()));
        return new Known(occasion.at(), current, running, guest, frontDesk.house(occasion));
    }
}
