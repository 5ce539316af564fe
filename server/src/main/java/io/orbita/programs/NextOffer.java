package io.orbita.programs;

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
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What comes after a programme, offered at its end to those who agreed to be offered things and have not bought more already. */
@Component
class NextOffer {
    private static final String KIND = "programs.next";

    private final ProgramRows rows;
    private final Clients clients;
    private final Consents consents;
    private final Dialogues dialogues;
    private final Messaging messaging;
    private final Delivery delivery;

    NextOffer(
            ProgramRows rows,
            Clients clients,
            Consents consents,
            Dialogues dialogues,
            Messaging messaging,
            Delivery delivery) {
        this.rows = rows;
        this.clients = clients;
        this.consents = consents;
        this.dialogues = dialogues;
        this.messaging = messaging;
        this.delivery = delivery;
    }

    /** Once for a programme; false when it was not offered. */
    boolean after(BusinessId business, ProgramRow program) {
        if (!welcome(business, program)) {
            return false;
        }
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
                        Content.of(
                                "Программа пройдена, и остановиться сейчас было бы жаль: дальше нагрузка растёт от того, чего вы уже добились. "
                                        + "Соберём следующую?",
                                buttons),
                        KIND,
                        "program:" + program.id() + ":next",
                        Promise.AT_MOST_ONCE,
                        Author.BOT,
                        null,
                        null));
        return true;
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
}
