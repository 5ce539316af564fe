package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Received;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.live.News;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The conversations of a business. Nothing but what came in, or was delivered, changes a row here: whoever only queues a message holds no lock on the
 * conversation, so that it cannot stand in the way of its answering.
 */
@Component
@Transactional
public class Conversations {
    private static final String EMAIL = "messaging.email";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final News news;
    private final Clock clock;

    Conversations(JdbcClient jdbc, Vault vault, News news, Clock clock) {
        this.news = news;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The conversation of that id. */
    @Transactional(readOnly = true)
    public Optional<Talk> find(BusinessId business, long id) {
        return jdbc.sql("select " + Talk.COLUMNS
                        + " from messaging.conversation where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(Talk::read)
                .optional();
    }

    /** The conversation with that chat. */
    @Transactional(readOnly = true)
    public Optional<Long> named(BusinessId business, Channel channel, String chat) {
        return jdbc.sql("""
                        select id from messaging.conversation
                         where business_id = :business and channel = :channel and address = :address
                        """)
                .param("business", business.value())
                .param("channel", channel.name())
                .param("address", chat)
                .query(Long.class)
                .optional();
    }

    /** Keeps others from answering in the conversation until the transaction ends; queueing a message stays possible. */
    Talk lock(BusinessId business, long id) {
        return jdbc.sql("select " + Talk.COLUMNS + """
                         from messaging.conversation
                         where business_id = :business and id = :id for no key update
                        """)
                .param("business", business.value())
                .param("id", id)
                .query(Talk::read)
                .single();
    }

    /** The conversation with that chat, made when there is none; what the person is called is kept as they say it now. */
    Talk open(BusinessId business, Channel channel, String chat, Received.Sender sender) {
        return jdbc.sql("""
                        insert into messaging.conversation as c
                               (business_id, channel, address, first_name, last_name, username, last_message_at, created_at)
                        values (:business, :channel, :address, :first, :last, :username, :now, :now)
                        on conflict (business_id, channel, address) do update
                           set first_name = coalesce(excluded.first_name, c.first_name),
                               last_name = coalesce(excluded.last_name, c.last_name),
                               username = coalesce(excluded.username, c.username)
                        returning\s""" + Talk.COLUMNS)
                .param("business", business.value())
                .param("channel", channel.name())
                .param("address", chat)
                .param("first", sender.firstName())
                .param("last", sender.lastName())
                .param("username", sender.username())
                .param("now", Sql.at(clock.instant()))
                .query(Talk::read)
                .single();
    }

    /**
     * The conversation over e-mail with that address, made when there is none; it belongs to the client from now on. Nobody can write to us here to say
     * that their mailbox works again, so that a refused address is tried anew after a week.
     */
    public Talk mail(BusinessId business, ClientId client, String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        return jdbc.sql("""
                        insert into messaging.conversation as c
                               (business_id, channel, address, sealed_address, client_id, last_message_at, created_at)
                        values (:business, 'EMAIL', :address, :sealed, :client, :now, :now)
                        on conflict (business_id, channel, address) do update
                           set client_id = excluded.client_id, reachable = c.reachable or c.unreachable_at < :weekAgo,
                               unreachable_why = case when c.unreachable_at < :weekAgo then null else c.unreachable_why end
                        returning\s""" + Talk.COLUMNS)
                .param("business", business.value())
                .param("address", vault.hash(business, EMAIL, address))
                .param("sealed", vault.seal(business, EMAIL, address))
                .param("client", client.value())
                .param("now", Sql.at(clock.instant()))
                .param("weekAgo", Sql.at(clock.instant().minus(Duration.ofDays(7))))
                .query(Talk::read)
                .single();
    }

    /** Where messages of the conversation go: the chat, or the e-mail in the clear. */
    public String address(BusinessId business, Talk talk) {
        return talk.sealedAddress() == null ? talk.address() : vault.open(business, EMAIL, talk.sealedAddress());
    }

    /** From now on the conversation belongs to that client. */
    public void belongsTo(BusinessId business, long id, ClientId client) {
        jdbc.sql("""
                        update messaging.conversation set client_id = :client
                         where business_id = :business and id = :id and client_id is distinct from :client
                        """)
                .param("client", client.value())
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    /** All conversations of these clients, the one written in last first. */
    @Transactional(readOnly = true)
    public List<Talk> of(BusinessId business, Collection<Long> clients) {
        return jdbc.sql("select " + Talk.COLUMNS + """
                         from messaging.conversation
                         where business_id = :business and client_id = any (:clients)
                         order by last_inbound_at desc nulls last, id desc
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(Talk::read)
                .list();
    }

    /** The conversation takes messages again; true when that is news. */
    public boolean reachable(BusinessId business, long id) {
        return reachable(business, id, true, null);
    }

    /**
     * The conversation takes no messages; true when that is news.
     *
     * @param why {@code blocked}, {@code deactivated}, {@code not_found} or {@code forbidden}
     */
    public boolean unreachable(BusinessId business, long id, String why) {
        return reachable(business, id, false, why);
    }

    private boolean reachable(BusinessId business, long id, boolean reachable, @Nullable String why) {
        news.tell(business, "message", id, null);
        return jdbc.sql("""
                        update messaging.conversation
                           set reachable = :reachable, unreachable_at = case when :reachable then null else :now end,
                               unreachable_why = :why
                         where business_id = :business and id = :id and reachable <> :reachable
                        """)
                        .param("reachable", reachable)
                        .param("why", why)
                        .param("now", Sql.at(clock.instant()))
                        .param("business", business.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** The chat has another address now. */
    public void moved(BusinessId business, long id, String address) {
        jdbc.sql("update messaging.conversation set address = :address where business_id = :business and id = :id")
                .param("address", address)
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    /** A message stands last in the conversation. */
    public void said(BusinessId business, long id, long message, Instant at, boolean inbound) {
        news.tell(business, "message", id, null);
        jdbc.sql("""
                        update messaging.conversation
                           set last_message_id = greatest(last_message_id, :message),
                               last_message_at = greatest(last_message_at, :at),
                               last_inbound_at = case when :inbound then greatest(last_inbound_at, :at) else last_inbound_at end
                         where business_id = :business and id = :id
                        """)
                .param("message", message)
                .param("at", Sql.at(at))
                .param("inbound", inbound)
                .param("business", business.value())
                .param("id", id)
                .update();
    }

    /** Staff has read everything that was said until now. */
    public void read(BusinessId business, long id) {
        jdbc.sql("""
                        update messaging.conversation set read_up_to = greatest(read_up_to, last_message_id)
                         where business_id = :business and id = :id
                        """).param("business", business.value()).param("id", id).update();
    }

    /** Staff has read everything up to that message. */
    void read(BusinessId business, long id, long upTo) {
        news.tell(business, "message", id, null);
        jdbc.sql("""
                        update messaging.conversation set read_up_to = greatest(read_up_to, :upTo)
                         where business_id = :business and id = :id
                        """)
                .param("upTo", upTo)
                .param("business", business.value())
                .param("id", id)
                .update();
    }
}
