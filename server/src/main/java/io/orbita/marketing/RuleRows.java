package io.orbita.marketing;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rules of a business and their versions. */
@Component
@Transactional
class RuleRows {
    /** A rule with how it is written. */
    record Kept(Rule rule, @Nullable String code, RuleDraft draft, Instant changedAt) {}

    /** One version. */
    record Version(
            int version,
            RuleDraft definition,
            Instant at,
            @Nullable Long by) {}

    private static final String SELECT = """
            select r.id, r.code, r.rank, r.version, r.active, r.changed_at, v.definition
              from marketing.rule r
              join marketing.rule_version v on v.business_id = r.business_id and v.rule_id = r.id and v.version = r.version
             where r.business_id = :business
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RuleRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Kept> all(BusinessId business) {
        return jdbc.sql(SELECT + " order by r.rank, r.id")
                .param("business", business.value())
                .query(this::read)
                .list();
    }

    @Transactional(readOnly = true)
    public List<Rule> rules(BusinessId business) {
        return all(business).stream().map(Kept::rule).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(BusinessId business, long id) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("business", business.value())
                .param("id", id)
                .query(this::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Version> versions(BusinessId business, long id) {
        return jdbc.sql("""
                        select version, definition, at, by_user from marketing.rule_version
                         where business_id = :business and rule_id = :id order by version desc limit 200
                        """)
                .param("business", business.value())
                .param("id", id)
                .query((row, _) -> new Version(
                        row.getInt("version"),
                        json.readValue(row.getString("definition"), RuleDraft.class),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("by_user", Long.class)))
                .list();
    }

    /** Adds a rule; empty when there is one with that code. */
    public Optional<Long> add(
            BusinessId business, @Nullable String code, int rank, boolean active, RuleDraft draft, @Nullable Long by) {
        var id = jdbc.sql("""
                        insert into marketing.rule (business_id, code, rank, active, created_at, changed_at)
                        values (:business, :code, :rank, :active, :now, :now)
                        on conflict (business_id, code) where code is not null do nothing returning id
                        """)
                .param("business", business.value())
                .param("code", code)
                .param("rank", rank)
                .param("active", active)
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .optional();
        id.ifPresent(it -> version(business, it, 1, draft, by));
        return id;
    }

    /** The rule becomes this; returns its new version. */
    public int change(BusinessId business, long id, RuleDraft draft, @Nullable Long by) {
        int version = jdbc.sql("""
                        update marketing.rule set version = version + 1, changed_at = :now
                         where business_id = :business and id = :id returning version
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("business", business.value())
                .param("id", id)
                .query(Integer.class)
                .single();
        version(business, id, version, draft, by);
        return version;
    }

    /** False when it stood so already. */
    public boolean activate(BusinessId business, long id, boolean active) {
        return jdbc.sql("""
                        update marketing.rule set active = :active, changed_at = :now
                         where business_id = :business and id = :id and active <> :active
                        """)
                        .param("active", active)
                        .param("now", Sql.at(clock.instant()))
                        .param("business", business.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    private void version(BusinessId business, long id, int version, RuleDraft draft, @Nullable Long by) {
        jdbc.sql("""
                        insert into marketing.rule_version (business_id, rule_id, version, definition, at, by_user)
                        values (:business, :rule, :version, :definition::jsonb, :now, :by)
                        """)
                .param("business", business.value())
                .param("rule", id)
                .param("version", version)
                .param("definition", json.writeValueAsString(draft))
                .param("now", Sql.at(clock.instant()))
                .param("by", by)
                .update();
    }

    private Kept read(ResultSet row, int index) throws SQLException {
        var draft = json.readValue(row.getString("definition"), RuleDraft.class);
        return new Kept(
                RuleReading.read(
                        row.getLong("id"), row.getInt("version"), row.getInt("rank"), row.getBoolean("active"), draft),
                row.getString("code"),
                draft,
                row.getTimestamp("changed_at").toInstant());
    }
}
