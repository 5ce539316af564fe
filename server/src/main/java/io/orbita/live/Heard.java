package io.orbita.live;

import io.orbita.clients.ClientAppeared;
import io.orbita.clients.ClientArchived;
import io.orbita.clients.ClientId;
import io.orbita.clients.ClientReturned;
import io.orbita.clients.ClientsImported;
import io.orbita.clients.ClientsMerged;
import io.orbita.clients.ClientsWithdrawn;
import io.orbita.clients.MergeUndone;
import io.orbita.messaging.MessageFailed;
import io.orbita.pipeline.Moved;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What rooms tell each other anyway; the rest they say to {@link News} themselves. */
@Component
class Heard {
    private final News news;

    Heard(News news) {
        this.news = news;
    }

    @EventListener
    void on(Moved moved) {
        news.tell(
                moved.business(), Kind.MOVE.wire(), moved.move(), moved.client().value());
    }

    @EventListener
    void on(MessageFailed failed) {
        ClientId client = failed.client();
        news.tell(
                failed.business(),
                Kind.MESSAGE.wire(),
                failed.conversation().value(),
                client == null ? null : client.value());
    }

    @EventListener
    void on(ClientAppeared appeared) {
        client(appeared.business(), appeared.client());
    }

    @EventListener
    void on(ClientArchived archived) {
        client(archived.business(), archived.client());
    }

    @EventListener
    void on(ClientReturned returned) {
        client(returned.business(), returned.client());
    }

    @EventListener
    void on(ClientsImported imported) {
        imported.clients().forEach(arrived -> client(imported.business(), arrived.client()));
    }

    @EventListener
    void on(ClientsWithdrawn withdrawn) {
        withdrawn.clients().forEach(client -> client(withdrawn.business(), client));
    }

    @EventListener
    void on(ClientsMerged merged) {
        client(merged.business(), merged.standing());
        client(merged.business(), merged.merged());
    }

    @EventListener
    void on(MergeUndone undone) {
        client(undone.business(), undone.standing());
        client(undone.business(), undone.merged());
    }

    private void client(BusinessId business, ClientId client) {
        news.tell(business, Kind.CLIENT.wire(), client.value(), client.value());
    }
}
