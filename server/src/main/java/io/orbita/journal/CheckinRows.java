package io.orbita.journal;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.clients.ClientId;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.WeekOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Check-ins in the database; of a week the newest one counts. */
@Component
class CheckinRows {
    private final JdbcClient jdbc;

    CheckinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a week went.
     *
     * @param programId the programme
     * @param pattern the movement that hurts; null for any other outcome, or when it was not said
     * @param comment in the client's words
     * @param source {@code bot} or {@code staff}
     */
    record Checkin(
            long id,
            long clientId,
            long programId,
            int week,
            WeekOutcome outcome,
            @Nullable String pattern,
            @Nullable String comment,
            String source,
            @Nullable Long by,
            Instant at) {}

    /** What is said of a week. */
    record Said(
            WeekOutcome outcome,
            @Nullable String pattern,
            @Nullable String comment) {}

    void add(BusinessId business, ClientId client, long program, int week, Said said, Writer writer, Instant now) {
        jdbc.sql("""
                        insert into journal.checkin (business_id, client_id, program_id, week, outcome, pattern, comment, source, by_user, at)
                        values (:business, :client, :program, :week, :outcome, :pattern, :comment, :source, :by, :now)
                        """)
                .param("business", business.value())
                .param("client", client.value())
                .param("program", program)
                .param("week", week)
                .param("outcome", said.outcome().wire())
                .param("pattern", said.pattern())
                .param("comment", said.comment())
                .param("source", writer.source())
                .param("by", writer.user())
                .param("now", at(now))
                .update();
    }

    Optional<Checkin> ofWeek(BusinessId business, long program, int week) {
        return jdbc.sql("""
                        select * from journal.checkin
                         where business_id = :business and program_id = :program and week = :week order by id desc limit 1
                        """)
                .param("business", business.value())
                .param("program", program)
                .param("week", week)
                .query(CheckinRows::row)
                .optional();
    }

    /** Every one ever given, the newest first. */
    List<Checkin> of(BusinessId business, Collection<Long> members) {
        return jdbc.sql("""
                        select * from journal.checkin
                         where business_id = :business and client_id = any(:members) order by id desc
                        """)
                .param("business", business.value())
                .param("members", members.toArray(Long[]::new))
                .query(CheckinRows::row)
                .list();
    }

    private static Checkin row(ResultSet row, int index) throws SQLException {
        return new Checkin(
                row.getLong("id"),
                row.getLong("client_id"),
                row.getLong("program_id"),
                row.getInt("week"),
                WeekOutcome.of(row.getString("outcome")).orElseThrow(),
                row.getString("pattern"),
                row.getString("comment"),
                row.getString("source"),
                row.getObject("by_user", Long.class),
                row.getTimestamp("at").toInstant());
    }
}
