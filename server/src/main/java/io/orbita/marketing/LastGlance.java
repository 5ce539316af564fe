package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.marketing.Next.Reason;
import io.orbita.messaging.spi.LastLook;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Right before a reminder leaves: whether it still has a meaning, and whether the hours are still not quiet. What waited for days while a channel was
 * down is not sent at all.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LastGlance implements LastLook {
    private final RuleRows rules;
    private final Situations situations;
    private final ReminderRows reminders;
    private final Clients clients;
    private final Clock clock;

    LastGlance(RuleRows rules, Situations situations, ReminderRows reminders, Clients clients, Clock clock) {
        this.rules = rules;
        this.situations = situations;
        this.reminders = reminders;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DedupeKey.KIND;
    }

    @Override
    public Verdict look(BusinessId business, String dedupeKey) {
        Instant now = clock.instant();
        Past.Key key = DedupeKey.read(dedupeKey).orElseThrow();
        var kept = reminders.find(business, key);
        if (kept.isEmpty()) {
            return Verdict.DROP;
        }
        long standing =
                clients.standing(business, new ClientId(kept.get().client())).value();
        Map<Long, Known> known = situations.of(business, java.util.List.of(standing), now);
        Rule rule = rules.find(business, key.rule()).map(RuleRows.Kept::rule).orElse(null);
        Situation situation = known.containsKey(standing) ? known.get(standing).situation() : null;
        Reason reason = why(rule, key, kept.get().at(), situation, now);
        if (reason != null || rule == null || situation == null) {
            reminders.settle(business, key, "cancelled", reason, now);
            return Verdict.DROP;
        }
        Instant open = rule.quiet().open(now, situation.zone());
        return open.isAfter(now) ? Verdict.later(open) : Verdict.SEND;
    }

    private static @Nullable Reason why(
            @Nullable Rule rule, Past.Key key, Instant decided, @Nullable Situation situation, Instant now) {
        if (situation == null || decided.plus(Engine.PATIENCE).isBefore(now)) {
            return Reason.SENSELESS;
        }
        return Engine.senseless(rule, key.occasion(), key.step(), situation, now);
    }
}
