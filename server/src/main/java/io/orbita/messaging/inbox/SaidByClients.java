package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room knows of a person: everything that was said, what waits to be said, and over what. */
@Component
@Transactional
class SaidByClients implements PersonalData {
    private final JdbcClient jdbc;
    private final Clients clients;
    private final ChannelOrders orders;

    SaidByClients(JdbcClient jdbc, Clients clients, ChannelOrders orders) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.orders = orders;
    }

    @Override
    public String part() {
        return "messages";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        List<Map<String, Object>> said = jdbc.sql("""
                        select m.id, c.channel, m.direction, m.author, m.kind, coalesce(m.body, '') as text,
                               coalesce(m.file_name, '') as file_name, m.said_at
                          from messaging.message m
                          join messaging.conversation c on c.business_id = m.business_id and c.id = m.conversation_id
                         where m.business_id = :business and c.client_id = any (:members)
                         order by m.id
                        """)
                .param("business", business.value())
                .param("members", members(business, client))
                .query((row, index) -> Map.<String, Object>of(
                        "id", row.getLong("id"),
                        "channel", row.getString("channel"),
                        "direction", row.getString("direction"),
                        "author", row.getString("author"),
                        "kind", row.getString("kind"),
                        "text", row.getString("text"),
                        "file_name", row.getString("file_name"),
                        "said_at", row.getTimestamp("said_at").toInstant()))
                .list();
        List<Map<String, Object>> later = jdbc.sql("""
                        select id, coalesce(body, '') as text, send_at, state from messaging.scheduled_message
                         where business_id = :business and client_id = any (:members)
                         order by id
                        """)
                .param("business", business.value())
                .param("members", members(business, client))
                .query((row, index) -> Map.<String, Object>of(
                        "id", row.getLong("id"),
                        "text", row.getString("text"),
                        "send_at", row.getTimestamp("send_at").toInstant(),
                        "state", row.getString("state")))
                .list();
        return Map.of(
                "messages",
                said,
                "scheduled",
                later,
                "channel_order",
                orders.of(business, clients.members(business, client)));
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        jdbc.sql("select messaging.forget(:business, :members)")
                .param("business", business.value())
                .param("members", members(business, client))
                .query((row, index) -> true)
                .single();
    }

    private Long[] members(BusinessId business, ClientId client) {
        return clients.members(business, client).toArray(Long[]::new);
    }
}
