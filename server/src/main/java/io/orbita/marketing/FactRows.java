package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.platform.jdbc.LateRows;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was heard of clients, each thing once. */
@Component
@Transactional
class FactRows {
    private record Row(long client, Optional<Fact> fact) {}

    private final JdbcClient jdbc;
    private final LateRows rows;

    FactRows(JdbcClient jdbc, LateRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public void add(
            BusinessId business, ClientId client, Happening kind, String key, Instant at, @Nullable Instant until) {
        rows.add(
                "insert into marketing.fact (business_id, kind, key, client_id, at, until) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                business.value(),
                kind.wire(),
                key,
                client.value(),
                Sql.at(at),
                Sql.atOrNull(until));
    }

    /** By client, each in its own name; what a newer version wrote and this one does not know is left out. */
    @Transactional(readOnly = true)
    public Map<Long, List<Fact>> of(BusinessId business, Collection<Long> clients) {
        var facts = new HashMap<Long, List<Fact>>();
        jdbc.sql("""
                        select client_id, kind, key, at, id, until from marketing.fact
                         where business_id = :business and client_id = any(:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query((row, _) -> {
                    var until = row.getTimestamp("until");
                    Instant at = row.getTimestamp("at").toInstant();
                    String key = row.getString("key");
                    long order = row.getLong("id");
                    return new Row(
                            row.getLong("client_id"),
                            Happening.of(row.getString("kind"))
                                    .map(kind ->
                                            new Fact(kind, key, at, order, until == null ? null : until.toInstant())));
                })
                .list()
                .forEach(row -> row.fact()
                        .ifPresent(fact -> facts.computeIfAbsent(row.client(), _ -> new java.util.ArrayList<>())
                                .add(fact)));
        return facts;
    }

    /** Who had such a fact since that time, the next so many clients after that id. */
    @Transactional(readOnly = true)
    public List<Long> clients(BusinessId business, Happening kind, Instant since, long after, int limit) {
        return jdbc.sql("""
                        select distinct client_id from marketing.fact
                         where business_id = :business and kind = :kind and at >= :since and client_id > :after
                         order by client_id limit :limit
                        """)
                .param("business", business.value())
                .param("kind", kind.wire())
                .param("since", Sql.at(since))
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }
}
