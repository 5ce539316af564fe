package io.orbita.programs;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the rules made of reported weeks. Every verb runs in the caller's transaction, under the programme's lock. */
@Component
class AdaptationRows {
    static final String NOTHING = "nothing";
    static final String PROPOSED = "proposed";
    static final String DUE = "due";
    static final String APPLIED = "applied";
    static final String DECLINED = "declined";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AdaptationRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A reported week.
     *
     * @param id 0 for one that is not kept yet
     * @param base the version that the change is made of while {@code over} is the newest one
     * @param version what came of it; null until it is applied
     */
    record Adaptation(
            long id,
            long program,
            WeekReport report,
            String state,
            int from,
            int base,
            int over,
            @Nullable Integer version,
            List<String> reasons,
            Instant reportedAt,
            @Nullable Instant decidedAt,
            @Nullable Long decidedBy) {}

    /** Keeps what is said of the week now; returns its id. */
    long keep(BusinessId business, Adaptation one) {
        return jdbc.sql("""
                        insert into programs.adaptation as a
                          (business_id, program_id, week, outcome, pattern, state, from_week, base_version, over_version, reasons, reported_at)
                        values (:business, :program, :week, :outcome, :pattern, :state, :from, :base, :over, :reasons::jsonb, :at)
                        on conflict (business_id, program_id, week) do update
                           set outcome = excluded.outcome, pattern = excluded.pattern, state = excluded.state, from_week = excluded.from_week,
                               base_version = excluded.base_version, over_version = excluded.over_version, version = null,
                               reasons = excluded.reasons, reported_at = excluded.reported_at, decided_at = null, decided_by = null
                        returning id
                        """)
                .param("business", business.value())
                .param("program", one.program())
                .param("week", one.report().week())
                .param("outcome", one.report().outcome().wire())
                .param("pattern", one.report().pattern())
                .param("state", one.state())
                .param("from", one.from())
                .param("base", one.base())
                .param("over", one.over())
                .param("reasons", json.writeValueAsString(one.reasons()))
                .param("at", at(one.reportedAt()))
                .query(Long.class)
                .single();
    }

    /** Somebody nodded, or shook their head. */
    void decided(BusinessId business, long id, String state, @Nullable Long by, Instant now) {
        jdbc.sql("""
                        update programs.adaptation set state = :state, decided_at = :now, decided_by = :by
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("state", state)
                .param("now", at(now))
                .param("by", by)
                .update();
    }

    void applied(BusinessId business, long id, int base, int version, List<String> reasons) {
        jdbc.sql("""
                        update programs.adaptation
                           set state = 'applied', base_version = :base, version = :version, reasons = :reasons::jsonb
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("base", base)
                .param("version", version)
                .param("reasons", json.writeValueAsString(reasons))
                .update();
    }

    void nothing(BusinessId business, long id, List<String> reasons) {
        jdbc.sql("""
                        update programs.adaptation set state = 'nothing', reasons = :reasons::jsonb
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .param("reasons", json.writeValueAsString(reasons))
                .update();
    }

    Optional<Adaptation> find(BusinessId business, long id) {
        return jdbc.sql("select * from programs.adaptation where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(this::row)
                .optional();
    }

    Optional<Adaptation> ofWeek(BusinessId business, long program, int week) {
        return of(business, program).stream()
                .filter(one -> one.report().week() == week)
                .findFirst();
    }

    /** Of a programme, the newest week first. */
    List<Adaptation> of(BusinessId business, long program) {
        return jdbc.sql("""
                        select * from programs.adaptation
                         where business_id = :business and program_id = :program order by week desc
                        """)
                .param("business", business.value())
                .param("program", program)
                .query(this::row)
                .list();
    }

    private Adaptation row(ResultSet row, int index) throws SQLException {
        String reasons = row.getString("reasons");
        Timestamp decided = row.getTimestamp("decided_at");
        return new Adaptation(
                row.getLong("id"),
                row.getLong("program_id"),
                new WeekReport(
                        row.getInt("week"),
                        WeekOutcome.of(row.getString("outcome")).orElseThrow(),
                        row.getString("pattern")),
                row.getString("state"),
                row.getInt("from_week"),
                row.getInt("base_version"),
                row.getInt("over_version"),
                row.getObject("version", Integer.class),
                reasons == null ? List.of() : List.of(json.readValue(reasons, String[].class)),
                row.getTimestamp("reported_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getObject("decided_by", Long.class));
    }
}
