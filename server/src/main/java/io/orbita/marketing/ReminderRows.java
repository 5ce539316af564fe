package io.orbita.marketing;

import io.orbita.marketing.Next.Reason;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** Writes a decision down; false when this step was decided before, and then nothing must be sent. */
    public boolean decide(BusinessId business, long client, Next next) {
        Reason reason = next.reason();
        Rule.Way way = next.way();
        return jdbc.sql("""
                        insert into marketing.reminder
                               (business_id, client_id, rule_id, rule_version, occasion, step, state, reason, channel, at, finished_at)
                        values (:business, :client, :rule, :version, :occasion, :step, :state, :reason, :channel, :at, :finished)
                        on conflict (business_id, rule_id, occasion, step) do nothing
                        """)
                        .param("business", business.value())
                        .param("client", client)
                        .param("rule", next.rule().id())
                        .param("version", next.rule().version())
                        .param("occasion", next.occasion().key())
                        .param("step", next.step())
                        .param("state", next.isSent() ? "queued" : "skipped")
                        .param("reason", reason == null ? null : reason.wire())
                        .param("channel", way == null ? null : way.wire())
                        .param("at", Sql.at(next.at()))
                        .param("finished", next.isSent() ? null : Sql.at(next.at()))
                        .update()
                > 0;
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
