package io.orbita.clients;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where persons came from and when: what the first of a person's cards says. */
@Component
@Transactional(readOnly = true)
public class Origins {
    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    /**
     * @param person the card that stands for the person
     * @param utm marks of the campaign, may be empty
     * @param at when the first card was made
     */
    public record Origin(long person, String source, Map<String, String> utm, Instant at) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Origins(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Persons who came for the first time from the first moment to before the second, in the order in which they did. */
    public List<Origin> between(BusinessId business, Instant from, Instant until) {
        return jdbc.sql("""
                        select c.stands_as, c.source, c.utm, c.created_at from clients.client c
                         where c.business_id = :business and c.created_at >= :from and c.created_at < :until
                           and not exists (select from clients.client o
                                            where o.business_id = :business and o.stands_as = c.stands_as
                                              and (o.created_at, o.id) < (c.created_at, c.id))
                         order by c.created_at, c.id
                        """)
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> new Origin(
                        row.getLong("stands_as"),
                        row.getString("source"),
                        json.readValue(row.getString("utm"), MARKS),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /** The origins of these persons. */
    public Map<Long, Origin> of(BusinessId business, Collection<Long> persons) {
        var origins = new HashMap<Long, Origin>();
        jdbc.sql("""
                        select distinct on (c.stands_as) c.stands_as, c.source, c.utm, c.created_at from clients.client c
                         where c.business_id = :business and c.stands_as = any(:persons)
                         order by c.stands_as, c.created_at, c.id
                        """)
                .param("business", business.value())
                .param("persons", persons.toArray(Long[]::new))
                .query(row -> {
                    origins.put(
                            row.getLong("stands_as"),
                            new Origin(
                                    row.getLong("stands_as"),
                                    row.getString("source"),
                                    json.readValue(row.getString("utm"), MARKS),
                                    row.getTimestamp("created_at").toInstant()));
                });
        return origins;
    }
}
