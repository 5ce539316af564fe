package io.orbita.messaging.inbox;

import io.orbita.clients.ClientId;
import io.orbita.messaging.Channel;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In which order staff wants a person to be reached. */
@Component
@Transactional
class ChannelOrders {
    private final JdbcClient jdbc;
    private final Clock clock;

    ChannelOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was set last for any of these clients, who are one person; empty when nothing was. */
    @Transactional(readOnly = true)
    public List<Channel> of(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select channels from messaging.channel_order
                         where business_id = :business and client_id = any (:members)
                         order by changed_at desc, client_id desc limit 1
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, index) -> Arrays.stream(
                                (String[]) row.getArray("channels").getArray())
                        .map(Channel::valueOf)
                        .toList())
                .optional()
                .orElse(List.of());
    }

    /** Sets the order; an empty one is the usual one. */
    public void set(BusinessId business, ClientId client, List<Channel> channels, @Nullable Long by) {
        jdbc.sql("""
                        insert into messaging.channel_order (business_id, client_id, channels, changed_by, changed_at)
                        values (:business, :client, :channels, :by, :now)
                        on conflict (business_id, client_id) do update
                           set channels = excluded.channels, changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("channels", channels.stream().map(Channel::name).toArray(String[]::new))
                .param("by", by)
                .param("now", Sql.at(clock.instant()))
                .update();
    }
}
