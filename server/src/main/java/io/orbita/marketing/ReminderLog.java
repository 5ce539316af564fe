package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of reminders, for people to read. */
@Component
@Transactional(readOnly = true)
class ReminderLog {
    private static final Set<String> STATES = Set.of("queued", "sent", "skipped", "cancelled", "failed", "unknown");

    /**
     * One line.
     *
     * @param occasion what it was about, such as {@code payment:12}
     * @param state {@code queued}, {@code sent}, {@code skipped}, {@code cancelled}, {@code failed} or {@code unknown}
     * @param reason why it was not sent, or not known to be
     * @param at when it was decided
     * @param finishedAt when that came out; null while it waits
     */
    record Line(
            long id,
            long clientId,
            String clientName,
            long ruleId,
            String rule,
            int ruleVersion,
            int step,
            String occasion,
            String state,
            @Nullable String reason,
            @Nullable String channel,
            @Nullable Long messageId,
            Instant at,
            @Nullable Instant finishedAt) {
        Line named(Map<Long, String> names) {
            return new Line(
                    id,
                    clientId,
                    names.getOrDefault(clientId, ""),
                    ruleId,
                    rule,
                    ruleVersion,
                    step,
                    occasion,
                    state,
                    reason,
                    channel,
                    messageId,
                    at,
                    finishedAt);
        }
    }

    private final JdbcClient jdbc;
    private final Clients clients;

    ReminderLog(JdbcClient jdbc, Clients clients) {
        this.jdbc = jdbc;
        this.clients = clients;
    }

    /** Each filter absent: any. */
    public Page<Line> page(
            BusinessId business,
            @Nullable Long client,
            @Nullable Long rule,
            @Nullable String state,
            @Nullable String cursor,
            int limit) {
        if (state != null && !STATES.contains(state)) {
            throw new Invalid(
                    "state",
                    "unknown",
                    String.join(", ", STATES.stream().sorted().toList()));
        }
        Cursor after = Cursor.read(cursor, 1);
        Set<Long> members = client == null ? Set.of(0L) : clients.members(business, new ClientId(client));
        List<Line> found = jdbc.sql("""
                        select r.id, r.client_id, '' as client_name, r.rule_id, v.definition ->> 'name' as rule, r.rule_version, r.step,
                               r.occasion, r.state, r.reason, r.channel, r.message_id, r.at, r.finished_at
                          from marketing.reminder r
                          join marketing.rule_version v on v.business_id = r.business_id and v.rule_id = r.rule_id
                                                       and v.version = r.rule_version
                         where r.business_id = :business
                           and (:everybody or r.client_id = any(:clients))
                           and (:rule::bigint is null or r.rule_id = :rule)
                           and (:state::text is null or r.state = :state)
                           and (:after::bigint is null or r.id < :after)
                         order by r.id desc limit :limit
                        """)
                .param("business", business.value())
                .param("everybody", client == null)
                .param("clients", members.toArray(Long[]::new))
                .param("rule", rule)
                .param("state", state)
                .param("after", after == null ? null : after.number(0))
                .param("limit", limit + 1)
                .query(Line.class)
                .list();
        Page<Line> page = Page.cut(found, limit, last -> Cursor.of(last.id()));
        var names = clients.names(
                business, page.items().stream().map(Line::clientId).distinct().toList());
        return new Page<>(page.items().stream().map(line -> line.named(names)).toList(), page.nextCursor(), null);
    }
}
