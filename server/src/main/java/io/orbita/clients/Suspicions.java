package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of cards that may be one person: the same phone or e-mail, not proven by both. Only people decide what follows from it. */
@Component
class Suspicions {
    /** The other card of a pair. */
    record Suspect(long clientId, String name, String reason) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspicions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down that the client may be one with each of the others; a pair is written once, and never again when it was dismissed. */
    void suspect(BusinessId business, long client, Collection<Long> others, Identity.Kind kind) {
        jdbc.sql("""
                        insert into clients.suspicion (business_id, client_id, other_id, reason, at)
                        select :business, least(:client, other), greatest(:client, other), :reason, :now from unnest(:others) as other
                         where other <> :client
                        on conflict do nothing
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("others", others.toArray(Long[]::new))
                .param("reason", kind.name().toLowerCase(Locale.ROOT))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Whom these cards of one person may be the same as; cards that were merged since are left out. */
    List<Suspect> of(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        with pair as (
                          select other_id as other, reason from clients.suspicion
                           where business_id = :business and client_id = any(:members) and dismissed_at is null
                          union all
                          select client_id, reason from clients.suspicion
                           where business_id = :business and other_id = any(:members) and dismissed_at is null)
                        select distinct on (s.id) s.id as client_id, s.name, pair.reason from pair
                          join clients.client o on o.business_id = :business and o.id = pair.other
                          join clients.client s on s.business_id = :business and s.id = o.stands_as
                         where s.id <> all(:members) order by s.id, pair.reason
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Suspect.class)
                .list();
    }

    /** These two are not one person. Returns whether they were suspected. */
    boolean dismiss(BusinessId business, Collection<Long> members, Collection<Long> others) {
        return jdbc.sql("""
                                update clients.suspicion set dismissed_at = :now
                                 where business_id = :business and dismissed_at is null
                                   and ((client_id = any(:members) and other_id = any(:others))
                                     or (client_id = any(:others) and other_id = any(:members)))
                                """)
                        .param("business", business.value())
                        .param("members", members.toArray(Long[]::new))
                        .param("others", others.toArray(Long[]::new))
                        .param("now", Sql.at(clock.instant()))
                        .update()
                > 0;
    }
}
