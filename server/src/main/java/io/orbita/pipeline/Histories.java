package io.orbita.pipeline;

import io.orbita.clients.Clients;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the walks of persons from the moves: whole histories, however many cards a person has. */
@Component
class Histories {
    private static final String STEPS = """
            select m.id, m.client_id as card, m.to_stage as stage, m.moved_at as at from pipeline.move m
             where m.business_id = :business and m.moved_at < :until
               and m.cause <> 'merge' and (m.cause <> 'undo' or m.undoes is not null)
               and m.id not in (select u.undoes from pipeline.move u where u.business_id = :business and u.undoes is not null)
            """;

    /**
     * The last stay of each card by itself, in one pass over the moves in order: of those steps that came to another stage than the one before, the latest. The
     * moment is a number of microseconds: the driver would make a calendar of every date.
     */
    private static final String LAST_STAYS = """
            select distinct on (card) card, stage, (extract(epoch from at) * 1000000)::bigint
              from (select card, stage, at, id, lead(stage) over (partition by card order by at desc, id desc) as before
                      from (
            """ + STEPS + """
                           ) step) came
             where before is distinct from stage
             order by card, at desc, id desc
            """;

    /** By hand: there may be a million of them. */
    private static final RowMapper<Walks.Step> STEP = (row, _) -> new Walks.Step(
            row.getLong(1), row.getLong(2), row.getLong(3), row.getTimestamp(4).toInstant());

    private final JdbcClient jdbc;
    private final Clients clients;

    Histories(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
    }

    /**
     * The walks until a moment.
     *
     * @param from only of those who made a move since then
     */
    List<Walk> walks(BusinessId business, StageList stages, Instant from, Instant until) {
        List<Walks.Union> unions = unions(business);
        return Walks.of(of(business, movers(business, unions, from, until), until), unions, roles(stages));
    }

    /**
     * Everybody as of {@link #walks}, of each walk the last stay only: all that a snapshot asks for. The database finds it for the many whose card was never merged;
     * the others are walked step by step.
     */
    List<Walk> standing(BusinessId business, StageList stages, Instant until) {
        List<Walks.Union> unions = unions(business);
        Set<Long> merged = new HashSet<>();
        unions.forEach(union -> merged.addAll(List.of(union.standing(), union.merged())));
        List<Walk> walks = new ArrayList<>();
        jdbc.sql(LAST_STAYS)
                .param("business", business.value())
                .param("until", Sql.at(until))
                .query(row -> {
                    long card = row.getLong(1);
                    if (!merged.contains(card)) {
                        Instant since = Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS);
                        walks.add(new Walk(card, List.of(new Walk.Stay(row.getLong(2), since, null))));
                    }
                });
        if (!merged.isEmpty()) {
            walks.addAll(Walks.of(of(business, merged, until), unions, roles(stages)));
        }
        return walks;
    }

    private List<Walks.Union> unions(BusinessId business) {
        return clients.merges(business).stream()
                .map(merge -> new Walks.Union(merge.standing(), merge.merged(), merge.at()))
                .toList();
    }

    private static Function<Long, @Nullable StageRole> roles(StageList stages) {
        Map<Long, @Nullable StageRole> roles = new HashMap<>();
        stages.stages().forEach(stage -> roles.put(stage.id(), stages.roleAt(stage.id())));
        return roles::get;
    }

    /** The cards that moved in the period, and all other cards of the same persons. */
    private Set<Long> movers(BusinessId business, List<Walks.Union> unions, Instant from, Instant until) {
        List<Long> moved = jdbc.sql("""
                        select distinct client_id from pipeline.move
                         where business_id = :business and moved_at >= :from and moved_at < :until
                        """)
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query(Long.class)
                .list();
        Map<Long, Long> persons = Walks.persons(unions);
        Map<Long, List<Long>> cards = new HashMap<>();
        persons.forEach((card, person) ->
                cards.computeIfAbsent(person, _ -> new ArrayList<>()).add(card));
        Set<Long> all = new HashSet<>();
        moved.forEach(card -> {
            long person = persons.getOrDefault(card, card);
            all.add(person);
            all.addAll(cards.getOrDefault(person, List.of()));
        });
        return all;
    }

    private List<Walks.Step> of(BusinessId business, Set<Long> cards, Instant until) {
        return jdbc.sql(STEPS + " and m.client_id = any(:cards)")
                .param("business", business.value())
                .param("until", Sql.at(until))
                .param("cards", cards.toArray(Long[]::new))
                .query(STEP)
                .list();
    }
}
