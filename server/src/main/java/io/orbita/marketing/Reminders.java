package io.orbita.marketing;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what a client will receive, by the same engine that sends it. */
@Component
public class Reminders {
    /**
     * One step as it will happen if nothing changes.
     *
     * @param localTime the same moment by the client's clock, ISO 8601 without a zone
     * @param reason why it will not be sent; null when it will
     * @param channel {@code messenger} or {@code email}; null when it will not be sent
     * @param text as the client will read it; null when it will not be sent
     */
    public record Expected(
            Instant at,
            String localTime,
            long ruleId,
            String rule,
            int step,
            @Nullable String reason,
            @Nullable String channel,
            @Nullable String text) {}

    private final RuleRows rules;
    private final Situations situations;
    private final Letters letters;
    private final Clients clients;
    private final Clock clock;

    Reminders(RuleRows rules, Situations situations, Letters letters, Clients clients, Clock clock) {
        this.rules = rules;
        this.situations = situations;
        this.letters = letters;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * What the client receives within that time from now, and what is skipped and why, in order.
     *
     * @throws NotFound when there is no such client
     */
    @Transactional(readOnly = true)
    public List<Expected> expected(BusinessId business, ClientId client, Duration ahead) {
        Known known = known(business, client);
        Instant now = clock.instant();
        return Simulation.of(rules.rules(business), known.situation(), known.past(), now, now.plus(ahead)).stream()
                .map(next -> shown(known, next))
                .toList();
    }

    Known known(BusinessId business, ClientId client) {
        long standing = clients.standing(business, client).value();
        Known known =
                situations.of(business, List.of(standing), clock.instant()).get(standing);
        if (known == null) {
            throw new NotFound("Такого клиента нет.", "There is no such client.");
        }
        return known;
    }

    private Expected shown(Known known, Next next) {
        var reason = next.reason();
        var way = next.way();
        return new Expected(
                next.at(),
                next.at().atZone(known.situation().zone()).toLocalDateTime().toString(),
                next.rule().id(),
                next.rule().name(),
                next.step(),
                reason == null ? null : reason.wire(),
                way == null ? null : way.wire(),
                next.isSent()
                        ? Template.fill(
                                next.rule().step(next.step()).text(),
                                letters.values(known, next.rule(), next.occasion(), next.at()))
                        : null);
    }
}
