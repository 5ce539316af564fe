package io.orbita.marketing;

import io.orbita.clients.Addressees;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A rule was changed or switched on: everybody whom it may concern is looked at anew, some hundreds at a time. */
@Component
class Replanning implements Due {
    static final String KIND = "marketing.replan";

    private static final int AT_ONCE = 500;
    private static final Duration WHILE_A_PROGRAMME_LASTS = Duration.ofDays(370);

    private final RuleRows rules;
    private final FactRows facts;
    private final Addressees addressees;
    private final Clients clients;
    private final DueWork due;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Replanning(
            RuleRows rules,
            FactRows facts,
            Addressees addressees,
            Clients clients,
            DueWork due,
            TransactionTemplate transaction,
            Clock clock) {
        this.rules = rules;
        this.facts = facts;
        this.addressees = addressees;
        this.clients = clients;
        this.due = due;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the transaction of the change. */
    void begin(BusinessId business, Rule rule) {
        due.now(KIND, business, rule.id() + ":" + rule.version() + ":0");
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        String[] parts = ref.split(":", 3);
        transaction.executeWithoutResult(_ -> rules.find(business, Long.parseLong(parts[0]))
                .map(RuleRows.Kept::rule)
                .filter(rule -> rule.version() == Integer.parseInt(parts[1]))
                .ifPresent(rule -> some(business, rule, Long.parseLong(parts[2]))));
    }

    private void some(BusinessId business, Rule rule, long after) {
        List<Long> found = concerned(business, rule, after);
        found.forEach(client -> due.now(
                Pass.KIND,
                business,
                clients.standing(business, new ClientId(client)).toString()));
        if (found.size() == AT_ONCE) {
            due.now(KIND, business, rule.id() + ":" + rule.version() + ":" + found.getLast());
        }
    }

    private List<Long> concerned(BusinessId business, Rule rule, long after) {
        if (rule.since() == Happening.HEARD) {
            return addressees.page(business, after, AT_ONCE);
        }
        Duration back = rule.repeats()
                ? WHILE_A_PROGRAMME_LASTS
                : rule.reach().plus(Engine.PATIENCE).plusDays(2);
        Instant since = clock.instant().minus(back);
        return facts.clients(business, rule.since(), since, after, AT_ONCE);
    }
}
