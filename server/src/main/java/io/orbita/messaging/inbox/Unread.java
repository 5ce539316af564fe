package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.OnBoard;
import io.orbita.platform.tenancy.BusinessId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many messages of a client nobody has read, told to the room of the clients, whose lists filter by it. */
@Component
@Transactional
class Unread {
    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Clients clients;
    private final OnBoard board;

    Unread(JdbcClient jdbc, Conversations conversations, Clients clients, OnBoard board) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.clients = clients;
        this.board = board;
    }

    /** Staff has read everything up to that message. */
    public void read(BusinessId business, Talk talk, long upTo) {
        conversations.read(business, talk.id(), upTo);
        recount(business, talk.clientId());
    }

    /** Something came, or was read; {@code client} is null while nobody knows whose conversation it is. */
    public void recount(BusinessId business, @Nullable ClientId client) {
        if (client != null && clients.exists(business, client)) {
            board.unread(business, client, () -> count(business, client));
        }
    }

    private int count(BusinessId business, ClientId client) {
        return jdbc.sql("""
                        select count(*) from messaging.conversation v
                          join messaging.message m on m.business_id = v.business_id and m.conversation_id = v.id and m.id > v.read_up_to
                         where v.business_id = :business and v.client_id = :client
                           and m.direction = 'in' and m.author = 'client' and m.kind not in ('press', 'command')
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .query(Integer.class)
                .single();
    }
}
