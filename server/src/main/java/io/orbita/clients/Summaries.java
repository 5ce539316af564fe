package io.orbita.clients;

import io.orbita.businesses.Businesses;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes summaries of many clients with one query. */
@Component
class Summaries {
    /** What {@link #rows} reads, of a row {@code c} of clients.client that stands for a person. */
    static final String COLUMNS = """
            c.id, c.name, c.username, c.stage_id, c.source, c.assigned_to, c.paid_total_minor, c.last_contact_at, c.next_contact_at, c.created_at,
            c.archived_at is not null as archived,
            array(select t.tag from clients.tag t
                   where t.business_id = :business and t.client_id = c.id order by t.tag collate platform.people) as tags,
            """ + IdentityColumn.SQL + " as known ";

    private final JdbcClient jdbc;
    private final IdentityColumn identities;
    private final StageNames stages;
    private final Businesses businesses;

    Summaries(JdbcClient jdbc, IdentityColumn identities, StageNames stages, Businesses businesses) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.stages = stages;
        this.businesses = businesses;
    }

    /** By the ids that were asked for, in their order; a merged client has the summary of the one that stands, an unknown one none. */
    Map<Long, ClientSummary> of(BusinessId business, Collection<Long> clients) {
        var found = new HashMap<Long, ClientSummary>();
        if (!clients.isEmpty()) {
            Rows summaries = rows(business);
            jdbc.sql("select o.id as asked, " + COLUMNS + """
                             from clients.client o
                             join clients.client c on c.business_id = o.business_id and c.id = o.stands_as
                             where o.business_id = :business and o.id = any(:clients)
                            """)
                    .param("business", business.value())
                    .param("clients", clients.toArray(Long[]::new))
                    .query((row, index) -> Map.entry(row.getLong("asked"), summaries.mapRow(row, index)))
                    .list()
                    .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        }
        var ordered = new LinkedHashMap<Long, ClientSummary>();
        for (Long client : clients) {
            ClientSummary summary = found.get(client);
            if (summary != null) {
                ordered.put(client, summary);
            }
        }
        return ordered;
    }

    /** Reads rows of {@link #COLUMNS}. */
    Rows rows(BusinessId business) {
        return new Rows(
                business, stages.stages(business), businesses.get(business).currency());
    }

    /** Reads rows of {@link #COLUMNS} of one business. */
    final class Rows implements RowMapper<ClientSummary> {
        private final BusinessId business;
        private final Map<Long, StageNames.Stage> names;
        private final String currency;

        private Rows(BusinessId business, Map<Long, StageNames.Stage> names, String currency) {
            this.business = business;
            this.names = names;
            this.currency = currency;
        }

        List<Identities.Known> known(ResultSet row) throws SQLException {
            return identities.read(business, row.getString("known"));
        }

        @Override
        public ClientSummary mapRow(ResultSet row, int index) throws SQLException {
            return summary(row, known(row));
        }

        ClientSummary summary(ResultSet row, List<Identities.Known> known) throws SQLException {
            Long stage = row.getObject("stage_id", Long.class);
            return new ClientSummary(
                    row.getLong("id"),
                    row.getString("name"),
                    Identities.values(known, Identity.Kind.PHONE),
                    Identities.values(known, Identity.Kind.EMAIL),
                    row.getString("username"),
                    stage == null ? null : names.get(stage),
                    row.getString("source"),
                    Profiles.texts(row.getArray("tags")),
                    row.getObject("assigned_to", Long.class),
                    new Money(row.getLong("paid_total_minor"), currency),
                    instant(row, "last_contact_at"),
                    instant(row, "next_contact_at"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getBoolean("archived"));
        }
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
