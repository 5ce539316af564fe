package io.orbita.programs;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.dialogues.Dialogues;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Content;
import io.orbita.messaging.Conversation;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Author;
import io.orbita.messaging.Outgoing.Promise;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** In the third week of a four-week programme the longer one is offered, once, to those who agreed to be offered things. */
@Component
class Offering implements Due {
    static final String KIND = "programs.offer";

    private final ProgramRows rows;
    private final Clients clients;
    private final Consents consents;
    private final Dialogues dialogues;
    private final Messaging messaging;
    private final Delivery delivery;
    private final TransactionTemplate transaction;

    Offering(
            ProgramRows rows,
            Clients clients,
            Consents consents,
            Dialogues dialogues,
            Messaging messaging,
            Delivery delivery,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.clients = clients;
        this.consents = consents;
        this.dialogues = dialogues;
        this.messaging = messaging;
        this.delivery = delivery;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        transaction.executeWithoutResult(_ -> rows.find(business, Making.program(ref))
                .filter(program -> welcome(business, program))
                .ifPresent(program -> offer(business, program)));
    }

    private boolean welcome(BusinessId business, ProgramRow program) {
        boolean boughtMore = rows.of(business, clients.members(business, program.client())).stream()
                .anyMatch(
                        other -> other.paid() && other.id() > program.id() && other.state() != ProgramState.WITHDRAWN);
        return program.state() == ProgramState.DELIVERED
                && !boughtMore
                && consents.given(business, program.client(), Consents.Purpose.MARKETING)
                && !dialogues.wantsSilence(business, program.client());
    }

    private void offer(BusinessId business, ProgramRow program) {
        say(
                business,
                program,
                "Половина вашей программы позади: самое время решить, что дальше. "
                        + "Можно продолжить без паузы, новая программа начнётся, когда закончится эта.",
                "program:" + program.id() + ":offer");
    }

    /** What comes after it, at its end. */
    boolean next(BusinessId business, ProgramRow program) {
        return welcome(business, program)
                && say(
                        business,
                        program,
                        "Программа пройдена, и остановиться сейчас было бы жаль: дальше нагрузка растёт от того, чего вы уже добились. "
                                + "Соберём следующую?",
                        "program:" + program.id() + ":next");
    }

    boolean mayRemind(BusinessId business, ClientId client) {
        return !dialogues.wantsSilence(business, client);
    }

    private boolean say(BusinessId business, ProgramRow program, String text, String key) {
        Optional<Conversation> chat =
                messaging.bestFor(business, program.client()).filter(where -> where.channel() != Channel.EMAIL);
        if (chat.isEmpty()) {
            return false;
        }
        var buttons = delivery.offers(business, program, chat.get());
        if (buttons.isEmpty()) {
            return false;
        }
        messaging.send(
                business,
                new Outgoing(
                        chat.get().id(),
                        Content.of(text, buttons),
                        KIND,
                        key,
                        Promise.AT_MOST_ONCE,
                        Author.BOT,
                        null,
                        null));
        return true;
    }
}
