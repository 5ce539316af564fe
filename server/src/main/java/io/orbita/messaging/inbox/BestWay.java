package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Carrier;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a client is best reached: in the order that staff has set, then by where they wrote last, Telegram before VK before e-mail. A chat on the site
 * comes last: it is read only while the page is open.
 */
@Component
@Transactional
public class BestWay {
    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final ChannelOrders orders;
    private final Clients clients;
    private final Map<Channel, Carrier> carriers;

    BestWay(
            JdbcClient jdbc,
            Conversations conversations,
            ChannelOrders orders,
            Clients clients,
            List<Carrier> carriers) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.orders = orders;
        this.clients = clients;
        this.carriers = carriers.stream().collect(Collectors.toMap(Carrier::channel, Function.identity()));
    }

    /** The first in order that takes messages; one that the business has not set up only when there is no other. */
    public Optional<Talk> to(BusinessId business, ClientId client) {
        var open = ways(business, client).stream()
                .filter(it -> it.talk().reachable())
                .toList();
        return open.stream()
                .filter(Way::ready)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(Way::talk);
    }

    /** The first in order over that channel. */
    Optional<Talk> over(BusinessId business, ClientId client, Channel channel) {
        return ways(business, client).stream()
                .map(Way::talk)
                .filter(it -> it.channel() == channel)
                .findFirst();
    }

    /** The first in order that works, past the conversation that does not. What is sent to a page that may be closed has reached nobody. */
    public Optional<Talk> around(BusinessId business, ClientId client, long conversation) {
        return ways(business, client).stream()
                .filter(it -> it.talk().id() != conversation && it.open() && !it.failing())
                .map(Way::talk)
                .filter(it -> it.channel() != Channel.SITE)
                .findFirst();
    }

    /** All ways to the person, the best first. The mailbox that we know is one, though nothing was sent there yet. */
    List<Way> ways(BusinessId business, ClientId client) {
        Collection<Long> members = clients.members(business, client);
        List<String> emails = clients.contacts(business, client).emails();
        if (!emails.isEmpty()) {
            conversations.mail(business, client, emails.getFirst());
        }
        var order = orders.of(business, members);
        var ways = new ArrayList<>(all(business, members));
        ways.removeIf(it -> it.talk().channel() == Channel.EMAIL && !current(business, it.talk(), emails));
        ways.sort(Comparator.<Way>comparingInt(it -> rank(order, it.talk().channel()))
                .thenComparing(Way::heardAt, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(it -> it.talk().channel())
                .thenComparing(it -> it.talk().id(), Comparator.reverseOrder()));
        return ways;
    }

    private static int rank(List<Channel> order, Channel channel) {
        int named = order.indexOf(channel);
        if (named >= 0) {
            return named;
        }
        return switch (channel) {
            case SITE -> 102;
            case EMAIL -> 101;
            default -> 100;
        };
    }

    /** A mailbox that the person no longer has is no way to them. */
    private boolean current(BusinessId business, Talk talk, List<String> emails) {
        return talk.sealedAddress() != null && emails.contains(conversations.address(business, talk));
    }

    private List<Way> all(BusinessId business, Collection<Long> members) {
        return jdbc.sql("select " + Talk.COLUMNS + """
                        , unreachable_why, last_inbound_at,
                               exists (select 1 from messaging.outbound_message o
                                        where o.business_id = c.business_id and o.conversation_id = c.id
                                          and o.state in ('queued', 'sending') and o.failing_since is not null) as failing,
                               (select o.finished_at from messaging.message m
                                  join messaging.outbound_message o on o.business_id = m.business_id and o.message_id = m.id
                                 where m.business_id = c.business_id and m.conversation_id = c.id and m.direction = 'out'
                                   and o.state = 'sent'
                                 order by m.id desc limit 1) as used_at
                          from messaging.conversation c
                         where c.business_id = :business and c.client_id = any (:members)
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, index) -> way(business, row, index))
                .list();
    }

    private Way way(BusinessId business, ResultSet row, int index) throws SQLException {
        Talk talk = Talk.read(row, index);
        Carrier carrier = carriers.get(talk.channel());
        return new Way(
                talk,
                carrier != null && carrier.ready(business),
                row.getBoolean("failing"),
                row.getString("unreachable_why"),
                instant(row.getTimestamp("last_inbound_at")),
                instant(row.getTimestamp("used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
