package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of cards that may be one person, with the reasons. Only people decide what follows from it; «two people» is remembered. */
@Component
class Suspicions {
    /** The other card of a pair. */
    record Suspect(long clientId, String name, String reason) {}

    /** Two persons, the elder card first. */
    record Pair(long client, long other, List<String> reasons, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Suspicions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down that the client may be one with each of the others; a pair is written once, and never again when it was dismissed. */
    void suspect(BusinessId business, long client, Collection<Long> others, Identity.Kind kind) {
        if (others.stream().allMatch(other -> other == client)) {
            return;
        }
        jdbc.sql("""
                        insert into clients.suspicion as s (business_id, client_id, other_id, reason, reasons, at)
                        select :business, least(:client, other), greatest(:client, other), :reason, array[:reason], :now
                          from unnest(:others) as other where other <> :client
                        on conflict (business_id, client_id, other_id) do update
                           set reasons = array(select distinct unnest(array[s.reason] || s.reasons || excluded.reasons) order by 1)
                         where not excluded.reasons <@ (array[s.reason] || s.reasons)
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
                         where s.id <> all(:members) and s.deleted_at is null and s.erased_at is null order by s.id, pair.reason
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Suspect.class)
                .list();
    }

    /** These two are not one person: remembered, also when nobody has suspected it yet. */
    void dismiss(BusinessId business, Collection<Long> members, Collection<Long> others) {
        jdbc.sql("""
                        insert into clients.suspicion as s (business_id, client_id, other_id, reason, at, dismissed_at)
                        select :business, least(a, b), greatest(a, b), 'phone', :now, :now
                          from unnest(:members) as a, unnest(:others) as b where a <> b
                        on conflict (business_id, client_id, other_id) do update set dismissed_at = :now where s.dismissed_at is null
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("others", others.toArray(Long[]::new))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /**
     * Pairs of persons who stand for themselves, are not in the trash, and were not told apart.
     *
     * @param rule only those with this reason; null for all
     * @param after the pair to go on after, {@code 0, 0} for the beginning
     */
    List<Pair> pairs(BusinessId business, @Nullable String rule, long afterClient, long afterOther, int limit) {
        return jdbc.sql("""
                        with pair as (
                          select least(c.stands_as, o.stands_as) as client, greatest(c.stands_as, o.stands_as) as other,
                                 s.reason, s.reasons, s.at, s.dismissed_at
                            from clients.suspicion s
                            join clients.client c on c.business_id = s.business_id and c.id = s.client_id
                            join clients.client o on o.business_id = s.business_id and o.id = s.other_id
                           where s.business_id = :business and c.stands_as <> o.stands_as)
                        select client, other, min(at) as at,
                               array(select distinct r from pair q, unnest(array[q.reason] || q.reasons) as r
                                      where q.client = p.client and q.other = p.other order by r) as reasons
                          from pair p
                          join clients.client a on a.business_id = :business and a.id = p.client and a.deleted_at is null and a.erased_at is null
                          join clients.client b on b.business_id = :business and b.id = p.other and b.deleted_at is null and b.erased_at is null
                         where (client, other) > (:client, :other)
                         group by client, other
                        having bool_and(dismissed_at is null)
                           and (:rule::text is null or bool_or(reason = :rule or :rule = any(p.reasons)))
                         order by client, other limit :limit
                        """)
                .param("business", business.value())
                .param("rule", rule)
                .param("client", afterClient)
                .param("other", afterOther)
                .param("limit", limit)
                .query((row, _) -> pair(row))
                .list();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                row.getLong("client"),
                row.getLong("other"),
                Profiles.texts(row.getArray("reasons")),
                row.getTimestamp("at").toInstant());
    }
}
