package io.orbita.site;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits of somebody who left a request: given out with the rest, and made a stranger's when they are to be forgotten. */
@Component
@Transactional
class VisitsPersonalData implements PersonalData {
    private static final int MOST = 1_000;

    private record Shown(Instant firstAt, Instant lastAt, int pages, String page, String referrer) {}

    private final JdbcClient jdbc;
    private final Clients clients;

    VisitsPersonalData(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
    }

    @Override
    public String part() {
        return "site";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        List<Shown> visits = jdbc.sql("""
                        select first_at, last_at, pages, page, referrer from site.visit
                         where business_id = :business and client_id in (:clients) order by first_at desc limit :most
                        """)
                .param("business", business.value())
                .param("clients", clients.members(business, client))
                .param("most", MOST)
                .query((row, _) -> new Shown(
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant(),
                        row.getInt("pages"),
                        row.getString("page"),
                        row.getString("referrer")))
                .list();
        return Map.of("visits", visits);
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        jdbc.sql("""
                        update site.visit set client_id = null, page = '', referrer = '', utm = '{}'
                         where business_id = :business and client_id in (:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.members(business, client))
                .update();
    }
}
