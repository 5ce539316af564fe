package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.Mentions;
import io.orbita.clients.spi.PersonFile;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.files.FileRemoval;
import io.orbita.platform.files.FileStore;
import io.orbita.platform.files.FileUse;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What this room knows of a person: everything that was said, what waits to be said, and over what. */
@Component
@Transactional
class SaidByClients implements PersonalData, FileUse {
    private final JdbcClient jdbc;
    private final Clients clients;
    private final ChannelOrders orders;
    private final FileStore store;
    private final FileRemoval removal;

    SaidByClients(JdbcClient jdbc, Clients clients, ChannelOrders orders, FileStore store, FileRemoval removal) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.orders = orders;
        this.store = store;
        this.removal = removal;
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

    private record Carried(long id, String file, String name) {}

    private List<Carried> carried(BusinessId business, ClientId client) {
        return jdbc.sql("""
                        select m.id, m.file, coalesce(m.file_name, 'file') as name
                          from messaging.message m
                          join messaging.conversation c on c.business_id = m.business_id and c.id = m.conversation_id
                         where m.business_id = :business and c.client_id = any (:members) and m.file is not null
                         order by m.id
                        """)
                .param("business", business.value())
                .param("members", members(business, client))
                .query(Carried.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonFile> files(BusinessId business, ClientId client) {
        return carried(business, client).stream()
                .flatMap(one -> store.get(business, one.file()).stream()
                        .map(bytes -> new PersonFile(one.id() + " " + one.name().replaceAll("[/\\\\]", "_"), bytes)))
                .toList();
    }

    @Override
    public boolean uses(BusinessId business, String name) {
        return jdbc.sql("""
                        select exists (select from messaging.message where business_id = :business and file = :name)
                            or exists (select from messaging.sandbox_message where business_id = :business and file = :name)
                            or exists (select from messaging.sandbox_mail where business_id = :business and file = :name)
                        """)
                .param("business", business.value())
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Set<ClientId> gossips(BusinessId business) {
        return Set.copyOf(jdbc.sql("""
                        select distinct c.client_id from messaging.staff_chat s
                          join messaging.conversation c on c.business_id = s.business_id and c.id = s.conversation_id
                         where s.business_id = :business and c.client_id is not null
                        """)
                .param("business", business.value())
                .query((row, index) -> new ClientId(row.getLong(1)))
                .list());
    }

    @Override
    public void eraseMentions(BusinessId business, Mentions mentions) {
        jdbc.sql("select messaging.forget_mentions(:business, :others, :names, :addresses, :digits, :words)")
                .param("business", business.value())
                .param("others", mentions.others().stream().map(ClientId::value).toArray(Long[]::new))
                .param("names", mentions.names().toArray(String[]::new))
                .param("addresses", mentions.addresses().toArray(String[]::new))
                .param("digits", mentions.digits().toArray(String[]::new))
                .param("words", mentions.words().toArray(String[]::new))
                .query((row, index) -> true)
                .single();
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        removal.ask(
                business,
                carried(business, client).stream().map(Carried::file).distinct().toList());
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
