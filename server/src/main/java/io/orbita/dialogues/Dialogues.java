package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.dialogues.talk.Press;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private final Faq faq;

    Dialogues(Clients clients, Runs runs, Silences silences, PaidFirst paidFirst, Faq faq) {
        this.clients = clients;
        this.runs = runs;
        this.silences = silences;
        this.paidFirst = paidFirst;
        this.faq = faq;
    }

    /** A frequent question with its answer, plain text. */
    public record Answered(String question, String answer) {}

    /** The frequent questions that the bot shows, in the order of the owner. */
    @Transactional(readOnly = true)
    public List<Answered> faq(BusinessId business) {
        return faq.active(business).stream()
                .map(entry -> new Answered(entry.question(), entry.answer()))
                .toList();
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

    /** Which of these clients asked for silence themselves; members of one person are asked for together by the caller. */
    @Transactional(readOnly = true)
    public Set<Long> silent(BusinessId business, Collection<Long> clients) {
        return silences.among(business, clients);
    }

    /**
     * The client wants no reminders any more, as with {@code /stop}: silence, and the consent to marketing is withdrawn.
     *
     * @param through {@code bot} or {@code email}
     */
    public void silence(BusinessId business, ClientId client, String through) {
        silences.begin(business, client, through);
    }

    /**
     * Asks the questionnaire of a client who has paid but not answered: in the chat at once when there is one, by e-mail with a bot link otherwise,
     * and tells {@link AskedForAnswers}. Who comes into the bot later, from the site or that letter, is asked there instead of being shown the menu.
     * Nothing happens when the client has answered already.
     *
     * @param key makes a second call for the same reason do nothing; at most 90 characters, ids only
     */
    public void ask(BusinessId business, ClientId client, String key) {
        if (!answered(business, client)) {
            paidFirst.ask(business, client, key);
        }
    }

    /**
     * What the client was asked for answers for is no more: all the money went back. They are met in the bot like others then.
     *
     * @param key the one of {@link #ask}
     */
    public void askNoMore(BusinessId business, ClientId client, String key) {
        paidFirst.refunded(business, client, key);
    }
}
