package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Channel;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a client is best reached. A chat on the site comes last: it is read only while the page is open. */
@Component
public class BestWay {
    private final Conversations conversations;
    private final Clients clients;

    BestWay(Conversations conversations, Clients clients) {
        this.conversations = conversations;
        this.clients = clients;
    }

    /** The messenger they wrote in last; else their e-mail; else the chat on the site. Only what still takes messages. */
    @Transactional
    public Optional<Talk> to(BusinessId business, ClientId client) {
        var talks = conversations.of(business, clients.members(business, client)).stream()
                .filter(Talk::reachable)
                .toList();
        Predicate<Talk> messenger = it -> it.channel() == Channel.TELEGRAM || it.channel() == Channel.SANDBOX;
        return talks.stream()
                .filter(messenger)
                .findFirst()
                .or(() -> clients.contacts(business, client).emails().stream()
                        .findFirst()
                        .map(email -> conversations.mail(business, client, email))
                        .filter(Talk::reachable))
                .or(() -> talks.stream()
                        .filter(it -> it.channel() == Channel.SITE)
                        .findFirst());
    }
}
