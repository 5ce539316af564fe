package io.orbita.journal;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marked sets in the database. Every verb runs in the caller's transaction. */
@Component
class MarkRows {
    /** One training of a programme. */
    record Session(long programId, int week, int day) {
        String ref() {
            return programId + ":" + week + ":" + day;
        }
    }

    /** How far a training got. */
    record Progress(long clientId, int done, int marked, Instant lastAt) {}

    private final JdbcClient jdbc;

    MarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes a mark over an earlier one of the same set; false when the one that stands is later, or the same. */
    boolean write(BusinessId business, ClientId client, long program, Mark mark, Instant now) {
        return jdbc.sql("""
                        insert into journal.mark as m (business_id, program_id, week, day, place, set_number, exercise, client_id,
                                                       done, weight, reps, key, made_at, written_at)
                        values (:business, :program, :week, :day, :place, :set, :exercise, :client, :done, :weight, :reps, :key, :at, :now)
                        on conflict (business_id, program_id, week, day, place, set_number, exercise) do update
                           set done = excluded.done, weight = excluded.weight, reps = excluded.reps, key = excluded.key,
                               made_at = excluded.made_at, written_at = excluded.written_at
                         where (excluded.made_at, excluded.key) > (m.made_at, m.key)
                        """)
                        .param("business", business.value())
                        .param("program", program)
                        .param("week", mark.week())
                        .param("day", mark.day())
                        .param("place", mark.place())
                        .param("set", mark.set())
                        .param("exercise", mark.exercise())
                        .param("client", client.value())
                        .param("done", mark.done())
                        .param("weight", mark.weight())
                        .param("reps", mark.reps())
                        .param("key", mark.key())
                        .param("at", at(mark.at()))
                        .param("now", at(now))
                        .update()
                > 0;
    }

    /** All marks of a programme, in the order of the plan. */
    List<Mark> of(BusinessId business, long program) {
        return jdbc.sql("""
                        select key, week, day, place, exercise, set_number, done, weight, reps, made_at from journal.mark
                         where business_id = :business and program_id = :program
                         order by week, day, place, set_number, exercise
                        """)
                .param("business", business.value())
                .param("program", program)
                .query((row, _) -> new Mark(
                        row.getString("key"),
                        row.getInt("week"),
                        row.getInt("day"),
                        row.getInt("place"),
                        row.getString("exercise"),
                        row.getInt("set_number"),
                        row.getBoolean("done"),
                        row.getBigDecimal("weight"),
                        row.getObject("reps", Integer.class),
                        row.getTimestamp("made_at").toInstant()))
                .list();
    }

    Optional<Progress> progress(BusinessId business, Session session) {
        return jdbc.sql("""
                        select max(client_id) as client_id, count(*) filter (where done) as done, count(*) as marked,
                               max(written_at) as last_at
                          from journal.mark
                         where business_id = :business and program_id = :program and week = :week and day = :day
                        having count(*) > 0
                        """)
                .param("business", business.value())
                .param("program", session.programId())
                .param("week", session.week())
                .param("day", session.day())
                .query((row, _) -> new Progress(
                        row.getLong("client_id"),
                        row.getInt("done"),
                        row.getInt("marked"),
                        row.getTimestamp("last_at").toInstant()))
                .optional();
    }

    List<Session> sessions(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select distinct program_id, week, day from journal.mark
                         where business_id = :business and client_id = any(:members)
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(Session.class)
                .list();
    }

    List<Map<String, Object>> export(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select program_id, week, day, exercise, set_number, done, weight, reps, made_at::text as made_at from journal.mark
                         where business_id = :business and client_id = any(:members)
                         order by program_id, week, day, place, set_number
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query()
                .listOfRows();
    }

    void remove(BusinessId business, Collection<Long> members) {
        jdbc.sql("delete from journal.mark where business_id = :business and client_id = any(:members)")
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .update();
    }
}
