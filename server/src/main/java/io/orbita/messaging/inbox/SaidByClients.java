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

/** What this room knows of a person: everything that was said. */
@Component
@Transactional
class SaidByClients implements PersonalData {
    private final JdbcClient jdbc;
    private final Clients clients;

    SaidByClients(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
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
        return Map.of("messages", said);
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
