package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;

/** The door of the room: what other rooms may set going in a conversation. */
@Component
public class Dialogues {
    /** Whether the client has ever finished the questionnaire. */
    public boolean answered(BusinessId business, ClientId client) {
        throw new UnsupportedOperationException("the door is not open yet");
    }

    /**
     * Asks the questionnaire of a client who has paid but not answered: in the chat at once when there is one, by e-mail with a bot link otherwise.
     *
     * @param key makes a second call for the same reason do nothing
     */
    public void ask(BusinessId business, ClientId client, String key) {
        throw new UnsupportedOperationException("the door is not open yet");
    }
}
