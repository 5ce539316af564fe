package io.orbita.pipeline;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was heard of clients, each thing once. */
@Component
class HeardFacts {
    private final JdbcClient jdbc;
    private final Clock clock;

    HeardFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a fact down; false when it was heard before. */
    boolean heard(BusinessId business, String key, long client, Happening kind, @Nullable Instant until) {
        return jdbc.sql("""
                                insert into pipeline.fact (business_id, key, client_id, kind, at, until)
                                values (:business, :key, :client, :kind, :now, :until) on conflict do nothing
                                """)
                        .param("business", business.value())
                        .param("key", key)
                        .param("client", client)
                        .param("kind", kind.name())
                        .param("now", Sql.at(clock.instant()))
                        .param("until", Sql.atOrNull(until))
                        .update()
                == 1;
    }

    Rules.Past past(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select count(*) filter (where kind = 'PAYMENT_COMPLETED') as purchases,
                               count(*) filter (where kind = 'PAID_PROGRAM') as deliveries
                          from pipeline.fact
                         where business_id = :business and client_id = any(array(select unnest(:members::bigint[]))) and kind in ('PAYMENT_COMPLETED', 'PAID_PROGRAM')
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Rules.Past.class)
                .single();
    }

    /** A paid programme as it was handed over; one that came while another was running begins when that ends. */
    record Paid(long clientId, Instant at, Instant until) {}

    /** The paid programmes of these cards that have an end, those that end first first. */
    List<Paid> programs(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select client_id, at, until from pipeline.fact
                         where business_id = :business and client_id = any(:members) and kind = 'PAID_PROGRAM' and until is not null
                         order by until
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Paid.class)
                .list();
    }

    /** When the weeks of all delivered programmes are over. */
    Optional<Instant> until(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select until from pipeline.fact
                         where business_id = :business and client_id = any(:members) and kind = 'PAID_PROGRAM' and until is not null
                         order by until desc limit 1
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, _) -> row.getTimestamp("until").toInstant())
                .optional();
    }
}
