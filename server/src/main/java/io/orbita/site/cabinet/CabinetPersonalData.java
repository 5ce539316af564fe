package io.orbita.site.cabinet;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When somebody was in the cabinet is theirs to know; who was forgotten is let in nowhere. */
@Component
@Transactional
class CabinetPersonalData implements PersonalData {
    private final JdbcClient jdbc;
    private final Clients clients;
    private final Entrances entrances;

    CabinetPersonalData(JdbcClient jdbc, Clients clients, Entrances entrances) {
        this.jdbc = jdbc;
        this.clients = clients;
        this.entrances = entrances;
    }

    @Override
    public String part() {
        return "cabinet";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        List<Map<String, Object>> sessions = jdbc.sql("""
                        select created_at::text as begun_at, seen_at::text as seen_at from site.cabinet_session
                         where business_id = :business and client_id = any(:members) order by created_at
                        """)
                .param("business", business.value())
                .param("members", clients.members(business, client).toArray(Long[]::new))
                .query()
                .listOfRows();
        return Map.of("sessions", sessions);
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        entrances.endAll(business, clients.members(business, client));
    }
}
