package io.orbita.pipeline;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.ClientsImported;
import io.orbita.clients.ClientsWithdrawn;
import io.orbita.clients.OnBoard;
import io.orbita.clients.TimelineEntry;
import io.orbita.clients.spi.FirstStages;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The funnel of clients who come, or go again, in great numbers: what {@link AutomaticMoves#appeared} and {@link Mover} write for one, for all of them at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportedClients implements FirstStages {
    private final StageRows stages;
    private final Clients clients;
    private final OnBoard board;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    ImportedClients(
            StageRows stages,
            Clients clients,
            OnBoard board,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.stages = stages;
        this.clients = clients;
        this.board = board;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public long hold(BusinessId business, @Nullable Long asked) {
        if (asked != null && stages.hold(business, asked)) {
            return asked;
        }
        while (true) {
            long first = stages.list(business).first(StageRole.FIRST_CONTACT).id();
            if (stages.hold(business, first)) {
                return first;
            }
        }
    }

    @EventListener
    public void on(ClientsImported event) {
        BusinessId business = event.business();
        Instant now = clock.instant();
        Long[] ids = event.clients().stream()
                .map(arrived -> arrived.client().value())
                .toArray(Long[]::new);
        Long[] to = event.clients().stream().map(ClientsImported.Arrived::stage).toArray(Long[]::new);
        facts(business, ids, now);
        List<ClientsPlaced.Placed> placed = moves(business, ids, to, event.by(), now);
        cards(business, ids, to, now);
        Map<ClientId, TimelineEntry> lines = new LinkedHashMap<>();
        placed.forEach(one -> lines.put(
                one.client(),
                new TimelineEntry(
                        "pipeline.move",
                        "move:" + one.move(),
                        now,
                        Map.of("move", one.move(), "to", one.to(), "cause", ClientsImported.CAUSE, "cycle", 1),
                        null,
                        event.by())));
        clients.rememberAll(business, lines);
        events.publishEvent(new ClientsPlaced(business, placed, ClientsImported.CAUSE));
    }

    private void facts(BusinessId business, Long[] ids, Instant now) {
        jdbc.sql("""
                        insert into pipeline.fact (business_id, key, client_id, kind, at)
                        select :business, 'appeared:' || client, client, :kind, :now from unnest(:clients::bigint[]) as c (client)
                        """)
                .param("business", business.value())
                .param("clients", ids)
                .param("kind", Happening.APPEARED.name())
                .param("now", Sql.at(now))
                .update();
    }

    private List<ClientsPlaced.Placed> moves(
            BusinessId business, Long[] ids, Long[] to, @Nullable Long by, Instant now) {
        return jdbc.sql("""
                        insert into pipeline.move (business_id, client_id, to_stage, moved_at, moved_by, cause, fact, cycle)
                        select :business, client, stage, :now, :by, :cause, 'appeared:' || client, 1
                          from unnest(:clients::bigint[], :stages::bigint[]) with ordinality as c (client, stage, place) order by place
                        returning id, client_id, to_stage
                        """)
                .param("business", business.value())
                .param("clients", ids)
                .param("stages", to)
                .param("now", Sql.at(now))
                .param("by", by)
                .param("cause", ClientsImported.CAUSE)
                .query((row, _) -> new ClientsPlaced.Placed(
                        new ClientId(row.getLong("client_id")), row.getLong("id"), row.getLong("to_stage")))
                .list();
    }

    private void cards(BusinessId business, Long[] ids, Long[] to, Instant now) {
        String[] positions = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            positions[i] = Position.top(now, ids[i]);
        }
        jdbc.sql("""
                        insert into pipeline.card (business_id, client_id, stage_id, position, since)
                        select :business, client, stage, position, :now
                          from unnest(:clients::bigint[], :stages::bigint[], :positions::text[]) as c (client, stage, position)
                        """)
                .param("business", business.value())
                .param("clients", ids)
                .param("stages", to)
                .param("positions", positions)
                .param("now", Sql.at(now))
                .update();
        board.placedAt(business, ids, positions);
    }

    /** The clients go as if they had never come; what moved them cannot stay alone. */
    @EventListener
    public void on(ClientsWithdrawn event) {
        jdbc.sql("select pipeline.withdraw_all(:business, :clients)")
                .param("business", event.business().value())
                .param("clients", event.clients().stream().map(ClientId::value).toArray(Long[]::new))
                .query((_, _) -> true)
                .single();
    }
}
