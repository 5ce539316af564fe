package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was asked for answers because they had paid, one row for each reason. */
@Component
class Askings {
    private final JdbcClient jdbc;

    Askings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when they were asked for this reason before. */
    boolean first(BusinessId business, String key, ClientId client, Instant at) {
        return jdbc.sql("""
                        insert into dialogues.asking (business_id, key, client_id, asked_at)
                        values (:business, :key, :client, :at)
                        on conflict (business_id, key) do nothing
                        """)
                        .param("business", business.value())
                        .param("key", key)
                        .param("client", client.value())
                        .param("at", Sql.at(at))
                        .update()
                > 0;
    }
}
