package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.dialogues.talk.Press;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what other rooms may set going in a conversation. */
@Component
@Transactional
public class Dialogues {
    /** Data of a button that takes the client back to the questionnaire, or into it. */
    public static final String QUESTIONNAIRE_BUTTON = Press.RESUME;

    private final Clients clients;
    private final Runs runs;
    private final Silences silences;
    private final PaidFirst paidFirst;

    Dialogues(Clients clients, Runs runs, Silences silences, PaidFirst paidFirst) {
        this.clients = clients;
        this.runs = runs;
        this.silences = silences;
        this.paidFirst = paidFirst;
    }

    /** Whether the client has ever finished the questionnaire. */
    @Transactional(readOnly = true)
    public boolean answered(BusinessId business, ClientId client) {
        return runs.lastFinished(business, clients.members(business, client)).isPresent();
    }

    /** Whether the client asked for silence: no reminders then, of any kind. */
    @Transactional(readOnly = true)
    public boolean wantsSilence(BusinessId business, ClientId client) {
        return silences.asked(business, clients.members(business, client));
    }

    /**
     * Asks the questionnaire of a client who has paid but not answered: in the chat at once when there is one, by e-mail with a bot link otherwise;
     * reminds after an hour and after a day. Nothing happens when the client has answered already.
     *
     * @param key makes a second call for the same reason do nothing; at most 100 characters, ids only
     */
    public void ask(BusinessId business, ClientId client, String key) {
        if (!answered(business, client)) {
            paidFirst.ask(business, client, key);
        }
    }
}
