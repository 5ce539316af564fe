package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who asked for silence: no reminders of any kind. */
@Component
class Silences {
    private final JdbcClient jdbc;
    private final Clock clock;

    Silences(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean asked(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select exists (select 1 from dialogues.silence
                                        where business_id = :business and client_id = any(:members))
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }

    void begin(BusinessId business, ClientId client) {
        jdbc.sql("""
                        insert into dialogues.silence (business_id, client_id, since) values (:business, :client, :now)
                        on conflict (business_id, client_id) do nothing
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void end(BusinessId business, Collection<Long> members) {
        jdbc.sql("delete from dialogues.silence where business_id = :business and client_id = any(:members)")
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .update();
    }
}
