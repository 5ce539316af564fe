package io.orbita.clients;

import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What must be known of clients before something is said to many of them: read for a whole batch at once. */
@Component
@Transactional(readOnly = true)
public class Addressees {
    /**
     * One person.
     *
     * @param client the card that stands for the person
     * @param members all cards of the person, that one among them
     * @param zone null when it is not known
     * @param stage null for none
     * @param email whether an address is known that takes letters
     */
    public record Addressee(
            long client,
            List<Long> members,
            String name,
            @Nullable ZoneId zone,
            @Nullable Long stage,
            boolean archived,
            boolean email,
            Instant createdAt) {}

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these clients that stand for themselves, in no order; unknown and merged ones are left out. */
    public List<Addressee> of(BusinessId business, Collection<Long> clients) {
        return jdbc.sql("""
                        select c.id, c.name, c.zone, c.stage_id, c.archived_at, c.created_at,
                               (select array_agg(m.id) from clients.client m
                                 where m.business_id = :business and m.stands_as = c.id) as members,
                               exists (select 1 from clients.identity i
                                        where i.business_id = :business and i.kind = 'EMAIL' and i.reachable
                                          and i.client_id in (select m.id from clients.client m
                                                               where m.business_id = :business and m.stands_as = c.id)) as email
                          from clients.client c
                         where c.business_id = :business and c.id = any(:clients) and c.merged_into is null
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(Addressees::read)
                .list();
    }

    /** Which of these people, named by the card that stands, agreed to this last. */
    public Set<Long> consenting(BusinessId business, Collection<Long> standing, Consents.Purpose purpose) {
        return new HashSet<>(jdbc.sql("""
                        select person from (
                          select distinct on (c.stands_as) c.stands_as as person, k.given
                            from clients.client c
                            join clients.consent k on k.business_id = c.business_id and k.client_id = c.id
                           where c.business_id = :business and c.stands_as = any(:standing) and k.purpose = :purpose
                           order by c.stands_as, k.at desc, k.id desc) last
                         where given
                        """)
                .param("business", business.value())
                .param("standing", standing.toArray(Long[]::new))
                .param("purpose", purpose.name())
                .query(Long.class)
                .list());
    }

    /** The next so many people after that id who are not in the archive, in the order of ids; the first page after 0. */
    public List<Long> page(BusinessId business, long after, int limit) {
        return jdbc.sql("""
                        select id from clients.client
                         where business_id = :business and id > :after and merged_into is null and archived_at is null
                         order by id limit :limit
                        """)
                .param("business", business.value())
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private static Addressee read(ResultSet row, int index) throws SQLException {
        return new Addressee(
                row.getLong("id"),
                List.of((Long[]) row.getArray("members").getArray()),
                row.getString("name"),
                zone(row.getString("zone")),
                row.getObject("stage_id", Long.class),
                row.getTimestamp("archived_at") != null,
                row.getBoolean("email"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null || name.isBlank() ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
