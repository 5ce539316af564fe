package io.orbita.clients;

import io.orbita.businesses.Businesses;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes summaries of many clients with a fixed number of queries. */
@Component
class Summaries {
    private record Row(
            long id,
            String name,
            @Nullable String username,
            @Nullable Long stageId,
            String source,
            @Nullable Long assignedTo,
            long paidTotalMinor,
            @Nullable Instant lastContactAt,
            @Nullable Instant nextContactAt,
            Instant createdAt,
            boolean archived) {}

    private final JdbcClient jdbc;
    private final Identities identities;
    private final StageNames stages;
    private final Businesses businesses;

    Summaries(JdbcClient jdbc, Identities identities, StageNames stages, Businesses businesses) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.stages = stages;
        this.businesses = businesses;
    }

    /** By the ids that were asked for, in their order; a merged client has the summary of the one that stands, an unknown one none. */
    Map<Long, ClientSummary> of(BusinessId business, Collection<Long> clients) {
        Map<Long, Long> standing = standing(business, clients);
        Long[] persons = standing.values().stream().distinct().toArray(Long[]::new);
        Map<Long, List<Identities.Known>> known = identities.ofPersons(business, persons);
        Map<Long, List<String>> tags = tags(business, persons);
        Map<Long, StageNames.Stage> names = stages.stages(business);
        String currency = businesses.get(business).currency();
        var summaries = new HashMap<Long, ClientSummary>();
        for (Row row : rows(business, persons)) {
            List<Identities.Known> identitiesOfPerson = known.getOrDefault(row.id(), List.of());
            summaries.put(
                    row.id(),
                    new ClientSummary(
                            row.id(),
                            row.name(),
                            Identities.values(identitiesOfPerson, Identity.Kind.PHONE),
                            Identities.values(identitiesOfPerson, Identity.Kind.EMAIL),
                            row.username(),
                            row.stageId() == null ? null : names.get(row.stageId()),
                            row.source(),
                            tags.getOrDefault(row.id(), List.of()),
                            row.assignedTo(),
                            new Money(row.paidTotalMinor(), currency),
                            row.lastContactAt(),
                            row.nextContactAt(),
                            row.createdAt(),
                            row.archived()));
        }
        var ordered = new java.util.LinkedHashMap<Long, ClientSummary>();
        for (Long client : clients) {
            ClientSummary summary = summaries.get(standing.getOrDefault(client, 0L));
            if (summary != null) {
                ordered.put(client, summary);
            }
        }
        return ordered;
    }

    private Map<Long, Long> standing(BusinessId business, Collection<Long> clients) {
        var standing = new HashMap<Long, Long>();
        jdbc.sql("select id, stands_as from clients.client where business_id = :business and id = any(:clients)")
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(row -> {
                    standing.put(row.getLong("id"), row.getLong("stands_as"));
                });
        return standing;
    }

    private List<Row> rows(BusinessId business, Long[] persons) {
        return jdbc.sql("""
                        select id, name, username, stage_id, source, assigned_to, paid_total_minor, last_contact_at, next_contact_at,
                               created_at, archived_at is not null as archived
                          from clients.client where business_id = :business and id = any(:persons)
                        """)
                .param("business", business.value())
                .param("persons", persons)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                row.getString("username"),
                row.getObject("stage_id", Long.class),
                row.getString("source"),
                row.getObject("assigned_to", Long.class),
                row.getLong("paid_total_minor"),
                instant(row, "last_contact_at"),
                instant(row, "next_contact_at"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("archived"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Map<Long, List<String>> tags(BusinessId business, Long[] persons) {
        var tags = new HashMap<Long, List<String>>();
        jdbc.sql("""
                        select client_id, tag from clients.tag
                         where business_id = :business and client_id = any(:persons) order by tag collate platform.people
                        """)
                .param("business", business.value())
                .param("persons", persons)
                .query(row -> {
                    tags.computeIfAbsent(row.getLong("client_id"), _ -> new ArrayList<>())
                            .add(row.getString("tag"));
                });
        return tags;
    }
}
