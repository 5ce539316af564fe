package io.orbita.marketing;

import io.orbita.marketing.Next.Reason;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was decided for clients, and what became of it. */
@Component
@Transactional
class ReminderRows {
    /** No occasion is worth while for so long; should one be, the unique index still keeps its steps from happening twice. */
    private static final Duration MEMORY = Duration.ofDays(400);

    /** A decision as it is kept. */
    record Kept(long id, long client, Past.Key key, int version, String state, Instant at) {
        boolean isQueued() {
            return state.equals("queued");
        }

        Past.Decided decided() {
            return new Past.Decided(key, at, isQueued() || state.equals("sent") || state.equals("unknown"));
        }
    }

    private static final String COLUMNS =
            "select id, client_id, rule_id, rule_version, occasion, step, state, at from marketing.reminder ";

    private final JdbcClient jdbc;

    ReminderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What still counts of these clients, each in its own name. */
    @Transactional(readOnly = true)
    public List<Kept> recent(BusinessId business, Collection<Long> clients, Instant now) {
        return jdbc.sql(COLUMNS + """
                         where business_id = :business and client_id = any(:clients) and at >= :since
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .param("since", Sql.at(now.minus(MEMORY)))
                .query(ReminderRows::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(BusinessId business, Past.Key key) {
        return jdbc.sql(COLUMNS + """
                         where business_id = :business and rule_id = :rule and occasion = :occasion and step = :step
                        """)
                .param("business", business.value())
                .param("rule", key.rule())
                .param("occasion", key.occasion())
                .param("step", key.step())
                .query(ReminderRows::read)
                .optional();
    }

    /** Writes decisions down and returns those that are new: a step that was decided before must not be sent. */
    public Set<Past.Key> decide(BusinessId business, List<Long> clients, List<Next> nexts) {
        if (nexts.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        insert into marketing.reminder
                               (business_id, client_id, rule_id, rule_version, occasion, step, state, reason, channel, at, finished_at)
                        select :business, client, rule, version, occasion, step,
                               case when reason is null then 'queued' else 'skipped' end, reason, channel, at,
                               case when reason is null then null else at end
                          from unnest(:clients::bigint[], :rules::bigint[], :versions::int[], :occasions::text[], :steps::int[],
                                      :reasons::text[], :channels::text[], :ats::timestamptz[])
                               as d (client, rule, version, occasion, step, reason, channel, at)
                        on conflict (business_id, rule_id, occasion, step) do nothing
                        returning rule_id as rule, occasion, step
                        """)
                .param("business", business.value())
                .param("clients", clients.toArray(Long[]::new))
                .param("rules", nexts.stream().map(one -> one.rule().id()).toArray(Long[]::new))
                .param(
                        "versions",
                        nexts.stream().map(one -> one.rule().version()).toArray(Integer[]::new))
                .param(
                        "occasions",
                        nexts.stream().map(one -> one.occasion().key()).toArray(String[]::new))
                .param("steps", nexts.stream().map(Next::step).toArray(Integer[]::new))
                .param("reasons", nexts.stream().map(ReminderRows::reason).toArray(String[]::new))
                .param("channels", nexts.stream().map(ReminderRows::channel).toArray(String[]::new))
                .param("ats", nexts.stream().map(one -> one.at().toString()).toArray(String[]::new))
                .query(Past.Key.class)
                .list());
    }

    private static @Nullable String reason(Next next) {
        Reason reason = next.reason();
        return reason == null ? null : reason.wire();
    }

    private static @Nullable String channel(Next next) {
        Rule.Way way = next.way();
        return way == null ? null : way.wire();
    }

    /** The channel took it as that message; one taken for lost may turn out to have arrived. */
    public void arrived(BusinessId business, Past.Key key, long message, Instant now) {
        settle(business, key, "sent", null, now);
        jdbc.sql("""
                        update marketing.reminder set message_id = :message
                         where business_id = :business and rule_id = :rule and occasion = :occasion and step = :step
                        """)
                .param("message", message)
                .param("business", business.value())
                .param("rule", key.rule())
                .param("occasion", key.occasion())
                .param("step", key.step())
                .update();
    }

    /** What became of a queued one. */
    public void settle(BusinessId business, Past.Key key, String state, @Nullable Reason reason, Instant now) {
        jdbc.sql("""
                        update marketing.reminder set state = :state, reason = :reason, finished_at = :now
                         where business_id = :business and rule_id = :rule and occasion = :occasion and step = :step
                           and state in ('queued', 'unknown')
                        """)
                .param("state", state)
                .param("reason", reason == null ? null : reason.wire())
                .param("now", Sql.at(now))
                .param("business", business.value())
                .param("rule", key.rule())
                .param("occasion", key.occasion())
                .param("step", key.step())
                .update();
    }

    private static Kept read(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getLong("client_id"),
                new Past.Key(row.getLong("rule_id"), row.getString("occasion"), row.getInt("step")),
                row.getInt("rule_version"),
                row.getString("state"),
                row.getTimestamp("at").toInstant());
    }
}
