package io.orbita.dialogues;

import io.orbita.clients.BotLinks;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.dialogues.wording.Phrase;
import io.orbita.dialogues.wording.Wording;
import io.orbita.messaging.Button;
import io.orbita.messaging.Content;
import io.orbita.messaging.Messaging;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The letter to somebody who has no chat with us yet: it leads into the bot, where the questionnaire is. */
@Component
class BotLetter {
    private final Clients clients;
    private final BotLinks links;
    private final Messaging messaging;
    private final Wording wording = Wording.russian();

    BotLetter(Clients clients, BotLinks links, Messaging messaging) {
        this.clients = clients;
        this.links = links;
        this.messaging = messaging;
    }

    /** Empty when the business has no bot to lead to. */
    Optional<Content> to(BusinessId business, ClientId client) {
        String name = name(business, client);
        return messaging
                .botLink(business, links.issue(business, client))
                .map(link -> new Content(
                        wording.say(Phrase.MAIL_ASK, "comma_name", name.isBlank() ? "" : ", " + name),
                        List.of(List.of(Button.link(wording.say(Phrase.MAIL_OPEN), link))),
                        null,
                        false,
                        wording.say(Phrase.MAIL_SUBJECT)));
    }

    String name(BusinessId business, ClientId client) {
        return clients.contacts(business, client).name();
    }
}
