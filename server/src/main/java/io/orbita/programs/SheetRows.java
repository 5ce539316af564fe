package io.orbita.programs;

import static io.orbita.platform.jdbc.Sql.at;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.sheet.SheetRemark;
import io.orbita.programs.template.Gender;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The owner's sheets in the database: where they are, which good one is in force, how the last reading went. */
@Component
class SheetRows {
    private static final TypeReference<List<SheetRemark>> REMARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SheetRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One gender's sheet.
     *
     * @param link null when the owner has given none
     * @param snapshot the good reading in force; null for the library of the distribution
     * @param outcome of the last reading: {@code accepted}, {@code unchanged}, {@code refused}, {@code unreachable}; null before the first
     */
    record State(
            @Nullable String link,
            @Nullable String tab,
            @Nullable Long snapshot,
            @Nullable Instant checkedAt,
            @Nullable String outcome,
            List<SheetRemark> problems,
            List<SheetRemark> warnings) {
        static final State NONE = new State(null, null, null, null, null, List.of(), List.of());
    }

    /** A good reading without its bytes. */
    record Snapshot(long id, String origin, String sha256, int templates, Instant takenAt) {}

    /** The bytes of a good reading. */
    record Sheet(byte[] bytes, @Nullable String tab) {}

    static String word(Gender gender) {
        return gender == Gender.MALE ? "men" : "women";
    }

    State state(BusinessId business, Gender gender) {
        return jdbc.sql("""
                        select link, tab, snapshot_id, checked_at, outcome, problems, warnings from programs.sheet
                         where business_id = :business and gender = :gender
                        """)
                .param("business", business.value())
                .param("gender", word(gender))
                .query(this::state)
                .optional()
                .orElse(State.NONE);
    }

    private State state(ResultSet row, int index) throws SQLException {
        Timestamp checked = row.getTimestamp("checked_at");
        return new State(
                row.getString("link"),
                row.getString("tab"),
                row.getObject("snapshot_id", Long.class),
                checked == null ? null : checked.toInstant(),
                row.getString("outcome"),
                json.readValue(row.getString("problems"), REMARKS),
                json.readValue(row.getString("warnings"), REMARKS));
    }

    /** Where the owner keeps the sheet; nulls go back to the library, and what was read before is out of force. */
    void link(BusinessId business, Gender gender, @Nullable String link, @Nullable String tab) {
        jdbc.sql("""
                        insert into programs.sheet (business_id, gender, link, tab) values (:business, :gender, :link, :tab)
                        on conflict (business_id, gender) do update
                           set link = excluded.link, tab = excluded.tab, checked_at = null, outcome = null, problems = '[]', warnings = '[]',
                               snapshot_id = case when excluded.link is null then null else programs.sheet.snapshot_id end
                        """)
                .param("business", business.value())
                .param("gender", word(gender))
                .param("link", link)
                .param("tab", tab)
                .update();
    }

    /** From now on the sheet comes by hand: the link is forgotten, what is in force stays. */
    void detach(BusinessId business, Gender gender) {
        jdbc.sql("update programs.sheet set link = null, tab = null where business_id = :business and gender = :gender")
                .param("business", business.value())
                .param("gender", word(gender))
                .update();
    }

    /** How a reading went. A null snapshot leaves the one that is in force. */
    void checked(
            BusinessId business,
            Gender gender,
            String outcome,
            List<SheetRemark> problems,
            List<SheetRemark> warnings,
            @Nullable Long snapshot,
            Instant now) {
        jdbc.sql("""
                        insert into programs.sheet (business_id, gender, snapshot_id, checked_at, outcome, problems, warnings)
                        values (:business, :gender, :snapshot, :now, :outcome, :problems::jsonb, :warnings::jsonb)
                        on conflict (business_id, gender) do update
                           set snapshot_id = coalesce(excluded.snapshot_id, programs.sheet.snapshot_id), checked_at = excluded.checked_at,
                               outcome = excluded.outcome, problems = excluded.problems, warnings = excluded.warnings
                        """)
                .param("business", business.value())
                .param("gender", word(gender))
                .param("snapshot", snapshot)
                .param("now", at(now))
                .param("outcome", outcome)
                .param("problems", json.writeValueAsString(problems))
                .param("warnings", json.writeValueAsString(warnings))
                .update();
    }

    long keep(
            BusinessId business,
            Gender gender,
            String origin,
            String sha256,
            Sheet sheet,
            int templates,
            @Nullable Long by,
            Instant now) {
        return jdbc.sql("""
                        insert into programs.snapshot (business_id, gender, origin, sha256, sheet, tab, templates, taken_at, taken_by)
                        values (:business, :gender, :origin, :sha256, :sheet, :tab, :templates, :now, :by) returning id
                        """)
                .param("business", business.value())
                .param("gender", word(gender))
                .param("origin", origin)
                .param("sha256", sha256)
                .param("sheet", sheet.bytes())
                .param("tab", sheet.tab())
                .param("templates", templates)
                .param("now", at(now))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    Optional<Snapshot> snapshot(BusinessId business, long id) {
        return jdbc.sql("""
                        select id, origin, sha256, templates, taken_at from programs.snapshot
                         where business_id = :business and id = :id
                        """)
                .param("business", business.value())
                .param("id", id)
                .query(Snapshot.class)
                .optional();
    }

    Optional<Sheet> sheet(BusinessId business, long id) {
        return jdbc.sql("select sheet, tab from programs.snapshot where business_id = :business and id = :id")
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> new Sheet(row.getBytes("sheet"), row.getString("tab")))
                .optional();
    }
}
