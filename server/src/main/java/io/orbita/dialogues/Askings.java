package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was asked for answers because they had paid, one row for each reason and one more when the reason is gone. */
@Component
class Askings {
    private static final String OVER = ":over";

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

    /** The money went back: nothing waits for these answers any more. */
    void over(BusinessId business, String key, ClientId client, Instant at) {
        first(business, key + OVER, client, at);
    }

    /** Whether a purchase of these clients, one person, still waits for their answers, as far as it was not answered since. */
    boolean open(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select exists (select 1 from dialogues.asking a
                                        where a.business_id = :business and a.client_id = any(:members)
                                          and right(a.key, :length) <> :over
                                          and not exists (select 1 from dialogues.asking b
                                                           where b.business_id = :business and b.key = a.key || :over))
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("length", OVER.length())
                .param("over", OVER)
                .query(Boolean.class)
                .single();
    }
}
