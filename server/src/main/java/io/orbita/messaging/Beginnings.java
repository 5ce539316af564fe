package io.orbita.messaging;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When people began to talk with the bot, for figures. */
@Component
@Transactional(readOnly = true)
public class Beginnings {
    /** The client's own card and the first word of one chat with the bot. */
    public record Beginning(long client, Instant at) {}

    private final JdbcClient jdbc;

    Beginnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Chats with the bot that began from the first moment to before the second, in the order in which they did. */
    public List<Beginning> between(BusinessId business, Instant from, Instant until) {
        return jdbc.sql("""
                        select client_id, created_at from messaging.conversation
                         where business_id = :business and created_at >= :from and created_at < :until
                           and client_id is not null and channel in ('TELEGRAM', 'VK', 'SANDBOX')
                         order by created_at, id
                        """)
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> new Beginning(
                        row.getLong("client_id"), row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
