package io.orbita.site;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.crypto.Vault;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Visits of the site, one a browser and day. Who it was is not kept: the key is a hash of address and browser under a salt that is thrown away after the day,
 * so that nobody can find it out later, or tell that two days were of one person.
 */
@Component
@Transactional
public class Visits {
    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};
    private static final String TOKEN = "site.visit-token";
    private static final int MOST_TOKENS = 50;

    /**
     * A visitor of one day.
     *
     * @param client the own card of who left a request, null for a stranger
     * @param utm marks of the campaign, may be empty
     */
    public record Visit(long id, Instant at, @Nullable Long client, Map<String, String> utm) {}

    /** What a page tells. */
    record Seen(String address, String agent, String page, String referrer, Map<String, String> utm) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clients clients;
    private final DueWork due;
    private final Clock clock;

    Visits(JdbcClient jdbc, Vault vault, JsonMapper json, Clients clients, DueWork due, Clock clock) {
        this.clients = clients;
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.due = due;
        this.clock = clock;
    }

    /** Counts a page that was opened; the first of a day says from where the visitor came. */
    void seen(BusinessId business, ZoneId zone, String visitor, Seen seen) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
        String key =
                vault.hash(business, "site.visit", salt(business, day) + "\n" + seen.address() + "\n" + seen.agent());
        long visit = jdbc.sql("""
                        insert into site.visit as v (business_id, day, key, first_at, last_at, page, referrer, utm)
                        values (:business, :day, :key, :now, :now, :page, :referrer, :utm::jsonb)
                        on conflict (business_id, day, key) do update
                           set pages = least(v.pages + 1, 1000000), last_at = greatest(v.last_at, excluded.last_at)
                        returning id
                        """)
                .param("business", business.value())
                .param("day", day)
                .param("key", key)
                .param("now", Sql.at(clock.instant()))
                .param("page", seen.page())
                .param("referrer", seen.referrer())
                .param("utm", json.writeValueAsString(seen.utm()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into site.visit_token (business_id, token, visit_id)
                        select :business, :token, :visit
                         where (select count(*) from site.visit_token where business_id = :business and visit_id = :visit) < :most
                        on conflict do nothing
                        """)
                .param("business", business.value())
                .param("token", token(business, visitor))
                .param("visit", visit)
                .param("most", MOST_TOKENS)
                .update();
        known(business, visitor);
    }

    /** When who holds this token has said who they are, in a form or in the chat, the visits with it are that client's. */
    void known(BusinessId business, String visitor) {
        clients.byIdentity(business, new Identity(Identity.Kind.VISITOR, visitor))
                .ifPresent(client -> belong(business, visitor, client));
    }

    private void belong(BusinessId business, String visitor, ClientId client) {
        jdbc.sql("""
                        update site.visit set client_id = :client
                         where business_id = :business and client_id is null
                           and id in (select visit_id from site.visit_token where business_id = :business and token = :token)
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("token", token(business, visitor))
                .update();
    }

    /** Visitors whose day began from the first moment to before the second, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<Visit> between(BusinessId business, Instant from, Instant until) {
        return jdbc.sql("""
                        select id, first_at, client_id, utm from site.visit
                         where business_id = :business and first_at >= :from and first_at < :until
                         order by first_at, id
                        """)
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> new Visit(
                        row.getLong("id"),
                        row.getTimestamp("first_at").toInstant(),
                        row.getObject("client_id", Long.class),
                        json.readValue(row.getString("utm"), MARKS)))
                .list();
    }

    /** The salt of the day. The first visitor of a day makes it, and has that of the day before thrown away. */
    private String salt(BusinessId business, LocalDate day) {
        boolean fresh = jdbc.sql("""
                                insert into site.visit_salt (business_id, day, salt) values (:business, :day, :salt) on conflict do nothing
                                """)
                        .param("business", business.value())
                        .param("day", day)
                        .param("salt", PublicId.random(40))
                        .update()
                == 1;
        if (fresh) {
            // Two days on in UTC the day is over in every zone.
            due.at(
                    VisitSweep.KIND,
                    business,
                    day.toString(),
                    day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return jdbc.sql("select salt from site.visit_salt where business_id = :business and day = :day")
                .param("business", business.value())
                .param("day", day)
                .query(String.class)
                .single();
    }

    private String token(BusinessId business, String visitor) {
        return vault.hash(business, TOKEN, visitor);
    }
}
