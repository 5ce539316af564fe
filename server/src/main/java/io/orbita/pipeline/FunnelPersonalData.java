package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.PersonalData;
import io.orbita.platform.tenancy.BusinessId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the funnel keeps of a person: moves, whose notes may name somebody. */
@Component
@Transactional
class FunnelPersonalData implements PersonalData {
    private static final int MOST = 10_000;

    private final Moves moves;
    private final Clients clients;
    private final JdbcClient jdbc;

    FunnelPersonalData(Moves moves, Clients clients, JdbcClient jdbc) {
        this.moves = moves;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "pipeline";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> export(BusinessId business, ClientId client) {
        return Map.of("moves", moves.history(business, client, null, MOST).items());
    }

    @Override
    public void erase(BusinessId business, ClientId client) {
        clients.members(business, client)
                .forEach(member -> jdbc.sql("select pipeline.forget(:business, :client)")
                        .param("business", business.value())
                        .param("client", member)
                        .query((_, _) -> true)
                        .single());
    }
}
