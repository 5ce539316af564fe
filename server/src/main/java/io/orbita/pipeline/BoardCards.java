package io.orbita.pipeline;

import io.orbita.platform.jdbc.LateRows;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cards on the board: in which column, at what place. */
@Component
class BoardCards {
    /** A card; {@code since} is when it came to its column. */
    record Card(long clientId, long stageId, String position, Instant since) {}

    private final JdbcClient jdbc;
    private final LateRows late;

    BoardCards(JdbcClient jdbc, LateRows late) {
        this.jdbc = jdbc;
        this.late = late;
    }

    /** The cards as they are with what was put a moment ago. */
    private JdbcClient.StatementSpec sql(String sql) {
        late.flush();
        return jdbc.sql(sql);
    }

    Optional<Card> find(BusinessId business, long client) {
        return sql("""
                        select client_id, stage_id, position, since from pipeline.card
                         where business_id = :business and client_id = :client
                        """)
                .param("business", business.value())
                .param("client", client)
                .query(Card.class)
                .optional();
    }

    /** Puts the card into a column, on top, when the transaction ends or its cards are looked at; a hidden one stays hidden. */
    void put(BusinessId business, long client, long stage, Instant now) {
        late.add("""
                insert into pipeline.card (business_id, client_id, stage_id, position, since)
                values (?, ?, ?, ?, ?)
                on conflict (business_id, client_id) do update
                   set stage_id = excluded.stage_id, position = excluded.position, since = excluded.since
                """, business.value(), client, stage, Position.top(now, client), Sql.at(now));
    }

    void place(BusinessId business, long client, String position) {
        sql("update pipeline.card set position = :position where business_id = :business and client_id = :client")
                .param("business", business.value())
                .param("client", client)
                .param("position", position)
                .update();
    }

    /** Puts a card to where it stood before, in the column where it is. */
    void back(BusinessId business, Card card) {
        sql("""
                        update pipeline.card set position = :position, since = :since
                         where business_id = :business and client_id = :client and stage_id = :stage
                        """)
                .param("business", business.value())
                .param("client", card.clientId())
                .param("stage", card.stageId())
                .param("position", card.position())
                .param("since", Sql.at(card.since()))
                .update();
    }

    /** Takes a card off the board, or puts it back: what is hidden keeps its column and its place. */
    void hide(BusinessId business, long client, boolean hidden) {
        sql("update pipeline.card set hidden = :hidden where business_id = :business and client_id = :client")
                .param("business", business.value())
                .param("client", client)
                .param("hidden", hidden)
                .update();
    }

    /** The place of the next card below; null for the bottom. {@code moving} is not counted. */
    @Nullable String below(BusinessId business, long stage, Card card, long moving) {
        return sql("""
                        select position from pipeline.card
                         where business_id = :business and stage_id = :stage and not hidden and client_id <> :moving
                           and (position, client_id) > (:position, :client)
                         order by position, client_id limit 1
                        """)
                .param("business", business.value())
                .param("stage", stage)
                .param("moving", moving)
                .param("position", card.position())
                .param("client", card.clientId())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The place of the next card above; null for the top. */
    @Nullable String above(BusinessId business, long stage, Card card, long moving) {
        return sql("""
                        select position from pipeline.card
                         where business_id = :business and stage_id = :stage and not hidden and client_id <> :moving
                           and (position, client_id) < (:position, :client)
                         order by position desc, client_id desc limit 1
                        """)
                .param("business", business.value())
                .param("stage", stage)
                .param("moving", moving)
                .param("position", card.position())
                .param("client", card.clientId())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** When these clients came to where they stand. */
    Map<Long, Instant> since(BusinessId business, Collection<Long> clients) {
        var since = new TreeMap<Long, Instant>();
        sql("""
                        select client_id, since from pipeline.card where business_id = :business and client_id = any(:clients)
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .query(row -> {
                    since.put(
                            row.getLong("client_id"), row.getTimestamp("since").toInstant());
                });
        return since;
    }

    Map<Long, Long> counts(BusinessId business) {
        var counts = new TreeMap<Long, Long>();
        sql("""
                        select stage_id, count(*) as cards from pipeline.card
                         where business_id = :business and not hidden group by stage_id
                        """).param("business", business.value()).query(row -> {
            counts.put(row.getLong("stage_id"), row.getLong("cards"));
        });
        return counts;
    }
}
