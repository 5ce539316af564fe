package io.orbita.journal;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the journal in the database. Every verb runs in the caller's transaction. */
@Component
class EntryRows {
    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who wrote a figure: {@code staff}, {@code bot} or {@code cabinet}, with the staff user if there was one. */
    record Writer(String source, @Nullable Long user) {
        static final Writer BOT = new Writer("bot", null);
        static final Writer CABINET = new Writer("cabinet", null);

        static Writer staff(@Nullable Long user) {
            return new Writer("staff", user);
        }
    }

    /** One figure as it was written, in the order of writing; a null value took it away. */
    record Written(
            long id,
            Measure measure,
            @Nullable BigDecimal value,
            String source,
            @Nullable Long by,
            Instant at) {}

    /** A new row; empty when this client has one for the programme and period already. */
    OptionalLong add(
            BusinessId business, ClientId client, @Nullable Long program, Period period, LocalDate day, Instant now) {
        return jdbc.sql("""
                        insert into journal.entry (business_id, client_id, program_id, period, measured_on, created_at)
                        values (:business, :client, :program, :period, :day, :now)
                        on conflict do nothing returning id
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("program", program)
                .param("period", period.wire())
                .param("day", day)
                .param("now", at(now))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** The row of a programme's period, of whichever of these clients; the oldest when there are several. */
    OptionalLong find(BusinessId business, Collection<Long> members, @Nullable Long program, Period period) {
        return jdbc.sql("""
                        select id from journal.entry
                         where business_id = :business and client_id = any(:members)
                           and coalesce(program_id, 0) = :program and period = :period
                         order by id limit 1
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .param("program", program == null ? 0 : program)
                .param("period", period.wire())
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Whose row it is, kept from other writers for the rest of the transaction. */
    ClientId lock(BusinessId business, long entry) {
        return jdbc.sql("select client_id from journal.entry where business_id = :business and id = :entry for update")
                .param("business", business.value())
                .param("entry", entry)
                .query(Long.class)
                .optional()
                .map(ClientId::new)
                .orElseThrow(EntryRows::unknown);
    }

    /** Whose row it is. */
    Optional<ClientId> owner(BusinessId business, long entry) {
        return jdbc.sql("select client_id from journal.entry where business_id = :business and id = :entry")
                .param("business", business.value())
                .param("entry", entry)
                .query(Long.class)
                .optional()
                .map(ClientId::new);
    }

    void measuredOn(BusinessId business, long entry, LocalDate day) {
        jdbc.sql("update journal.entry set measured_on = :day where business_id = :business and id = :entry")
                .param("business", business.value())
                .param("entry", entry)
                .param("day", day)
                .update();
    }

    void write(
            BusinessId business, long entry, Measure measure, @Nullable BigDecimal value, Writer writer, Instant now) {
        jdbc.sql("""
                        insert into journal.figure (business_id, entry_id, measure, value, source, by_user, at)
                        values (:business, :entry, :measure, :value, :source, :by, :now)
                        """)
                .param("business", business.value())
                .param("entry", entry)
                .param("measure", measure.wire())
                .param("value", value)
                .param("source", writer.source())
                .param("by", writer.user())
                .param("now", at(now))
                .update();
    }

    void note(BusinessId business, long entry, @Nullable String body, Writer writer, Instant now) {
        jdbc.sql("""
                        insert into journal.note (business_id, entry_id, body, by_user, at)
                        values (:business, :entry, :body, :by, :now)
                        """)
                .param("business", business.value())
                .param("entry", entry)
                .param("body", body)
                .param("by", writer.user())
                .param("now", at(now))
                .update();
    }

    /** Every figure ever written in the row, the oldest first. */
    List<Written> history(BusinessId business, long entry) {
        return jdbc.sql("""
                        select id, measure, value, source, by_user, at from journal.figure
                         where business_id = :business and entry_id = :entry order by id
                        """)
                .param("business", business.value())
                .param("entry", entry)
                .query((row, _) -> new Written(
                        row.getLong("id"),
                        Measure.stored(row.getString("measure")),
                        row.getBigDecimal("value"),
                        row.getString("source"),
                        row.getObject("by_user", Long.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Up to which figure the row's history has been told to the client's timeline. */
    long told(BusinessId business, long entry) {
        return jdbc.sql("select told from journal.entry where business_id = :business and id = :entry")
                .param("business", business.value())
                .param("entry", entry)
                .query(Long.class)
                .single();
    }

    void told(BusinessId business, long entry, long figure) {
        jdbc.sql("update journal.entry set told = :figure where business_id = :business and id = :entry")
                .param("business", business.value())
                .param("entry", entry)
                .param("figure", figure)
                .update();
    }

    /** The journal of a person in the order of programmes and periods. */
    List<Entry> of(BusinessId business, Collection<Long> members) {
        Map<Long, Current> current = current(business, members);
        return jdbc
                .sql("""
                        select e.id, e.client_id, e.program_id, e.period, e.measured_on, e.created_at,
                               (select n.body from journal.note n
                                 where n.business_id = :business and n.entry_id = e.id order by n.id desc limit 1) as notes
                          from journal.entry e
                         where e.business_id = :business and e.client_id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, _) -> {
                    Current own = current.getOrDefault(row.getLong("id"), new Current());
                    return new Entry(
                            row.getLong("id"),
                            new ClientId(row.getLong("client_id")),
                            row.getObject("program_id", Long.class),
                            Period.stored(row.getString("period")),
                            row.getObject("measured_on", LocalDate.class),
                            own.figures,
                            row.getString("notes"),
                            own.corrected,
                            row.getTimestamp("created_at").toInstant());
                })
                .list()
                .stream()
                .sorted(Entry.IN_TIME)
                .toList();
    }

    /** A person's newest measurement and how many there are. */
    record Latest(long client, LocalDate measuredOn, long entries) {}

    /**
     * Whoever has measurements, the one measured last first.
     *
     * @param merged cards that were merged, each with the one that stands for it
     * @param beforeDay with {@code beforeClient} where the page before ended; null for the first one
     */
    List<Latest> latest(
            BusinessId business, Map<Long, Long> merged, @Nullable LocalDate beforeDay, long beforeClient, int most) {
        List<Map.Entry<Long, Long>> pairs = List.copyOf(merged.entrySet());
        return jdbc.sql("""
                        with person as (
                          select coalesce(m.standing, e.client_id) as client, max(e.measured_on) as measured_on, count(*) as entries
                            from journal.entry e
                            left join unnest(:cards::bigint[], :standing::bigint[]) as m (card, standing) on m.card = e.client_id
                           where e.business_id = :business group by 1)
                        select client, measured_on, entries from person
                         where :day::date is null or (measured_on, client) < (:day::date, :client)
                         order by measured_on desc, client desc limit :most
                        """)
                .param("business", business.value())
                .param("cards", pairs.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("standing", pairs.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .param("day", beforeDay)
                .param("client", beforeClient)
                .param("most", most)
                .query((row, _) -> new Latest(
                        row.getLong("client"), row.getObject("measured_on", LocalDate.class), row.getLong("entries")))
                .list();
    }

    private static final class Current {
        private final Map<Measure, BigDecimal> figures = new EnumMap<>(Measure.class);
        private boolean corrected;
    }

    private Map<Long, Current> current(BusinessId business, Collection<Long> members) {
        var current = new HashMap<Long, Current>();
        jdbc.sql("""
                        select distinct on (f.entry_id, f.measure) f.entry_id, f.measure, f.value,
                               count(*) over (partition by f.entry_id, f.measure) as written
                          from journal.figure f
                          join journal.entry e on e.business_id = :business and e.id = f.entry_id
                         where f.business_id = :business and e.client_id = any(:members)
                         order by f.entry_id, f.measure, f.id desc
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query((row, _) -> {
                    Current own = current.computeIfAbsent(row.getLong("entry_id"), _ -> new Current());
                    BigDecimal value = row.getBigDecimal("value");
                    if (value != null) {
                        own.figures.put(Measure.stored(row.getString("measure")), value);
                    }
                    own.corrected |= row.getInt("written") > 1;
                    return Boolean.TRUE;
                })
                .list();
        return current;
    }

    static NotFound unknown() {
        return new NotFound("Такого замера нет.", "There is no such measurement.");
    }
}
