package io.orbita.pipeline;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The moves in the database: written once, never changed. */
@Component
class MoveRows {
    /** A move as it is stored. */
    record Row(
            long id,
            long clientId,
            @Nullable Long fromStage,
            long toStage,
            Instant movedAt,
            @Nullable Long movedBy,
            String cause,
            @Nullable String notes,
            int cycle) {}

    /**
     * A move to be written.
     *
     * @param fact what it follows from; the same fact moves nobody twice
     * @param undoes the move that it takes back
     * @param left the card as it stood before, for moves that may be taken back to the very place; null for others
     */
    record Draft(
            long client,
            @Nullable Long from,
            long to,
            String cause,
            String fact,
            @Nullable String notes,
            @Nullable Long by,
            int cycle,
            @Nullable Long undoes,
            BoardCards.@Nullable Card left) {
        Draft(
                long client,
                @Nullable Long from,
                long to,
                String cause,
                String fact,
                @Nullable String notes,
                @Nullable Long by,
                int cycle,
                @Nullable Long undoes) {
            this(client, from, to, cause, fact, notes, by, cycle, undoes, null);
        }
    }

    private static final String COLUMNS =
            "id, client_id, from_stage, to_stage, moved_at, moved_by, cause, notes, cycle";

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A move that was just written. */
    record Written(long id, Instant at) {}

    /** Returns it, or nothing when the fact has moved somebody before. */
    Optional<Written> insert(BusinessId business, Draft draft, Instant at) {
        BoardCards.Card left = draft.left();
        return jdbc.sql("""
                        insert into pipeline.move
                          (business_id, client_id, from_stage, to_stage, moved_at, moved_by, cause, fact, notes, cycle, undoes,
                           from_place, from_since)
                        values (:business, :client, :from, :to, :at, :by, :cause, :fact, :notes, :cycle, :undoes, :place, :since)
                        on conflict do nothing returning id, moved_at as at
                        """)
                .param("business", business.value())
                .param("client", draft.client())
                .param("from", draft.from())
                .param("to", draft.to())
                .param("at", Sql.at(at))
                .param("by", draft.by())
                .param("cause", draft.cause())
                .param("fact", draft.fact())
                .param("notes", draft.notes())
                .param("cycle", draft.cycle())
                .param("undoes", draft.undoes())
                .param("place", left == null ? null : left.position())
                .param("since", Sql.atOrNull(left == null ? null : left.since()))
                .query(Written.class)
                .optional();
    }

    Optional<Row> find(BusinessId business, long id) {
        return jdbc.sql("select " + COLUMNS + " from pipeline.move where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    /** Moves of these cards of one person, the oldest first, without those that merges and their undoing made. */
    List<Row> own(BusinessId business, Collection<Long> members) {
        return jdbc.sql("select " + COLUMNS + """
                         from pipeline.move
                         where business_id = :business and client_id = any(:members)
                           and fact not like 'merge:%' and fact not like 'merge-undone:%' order by id
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Row.class)
                .list();
    }

    /** The last move of these cards of one person, not counting the one of that fact. */
    Optional<Row> last(BusinessId business, Collection<Long> members, String besides) {
        return jdbc.sql("select " + COLUMNS + """
                         from pipeline.move
                         where business_id = :business and client_id = any(:members) and fact <> :besides order by id desc limit 1
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("besides", besides)
                .query(Row.class)
                .optional();
    }

    /** Where the card stood in that column when a merge, or the undoing of one, took it out of it the last time. */
    Optional<BoardCards.Card> left(BusinessId business, long client, long stage) {
        return jdbc.sql("""
                        select client_id, from_stage as stage_id, from_place as position, from_since as since from pipeline.move
                         where business_id = :business and client_id = :client and from_stage = :stage and from_place is not null
                         order by id desc limit 1
                        """)
                .param("business", business.value())
                .param("client", client)
                .param("stage", stage)
                .query(BoardCards.Card.class)
                .optional();
    }

    /** The oldest first, after the move of that id. Of a person of several cards, only the first card's coming is shown as such. */
    List<Row> page(BusinessId business, Collection<Long> members, long after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from pipeline.move
                         where business_id = :business and client_id = any(:members) and id > :after
                           and (from_stage is not null
                             or id = (select min(id) from pipeline.move
                                       where business_id = :business and client_id = any(:members) and from_stage is null))
                         order by id limit :limit
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(Row.class)
                .list();
    }
}
