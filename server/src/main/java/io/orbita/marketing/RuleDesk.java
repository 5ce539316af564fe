package io.orbita.marketing;

import io.orbita.businesses.Audit;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the owner does with the rules. */
@Component
@Transactional
class RuleDesk {
    static final int MOST = 100;

    @Refusal.Code(
            value = "reminders.too-many-rules",
            status = 409,
            meaning = "The business has as many reminder rules as it may; change one that is off.")
    static final class TooManyRules extends Refusal {
        private static final long serialVersionUID = 1;

        TooManyRules() {
            super("Правил уже " + MOST + ". Переделайте одно из выключенных.", "There are too many rules.");
        }
    }

    private final RuleRows rules;
    private final Replanning replanning;
    private final Reminders reminders;
    private final Letters letters;
    private final Businesses businesses;
    private final Audit audit;

    RuleDesk(
            RuleRows rules,
            Replanning replanning,
            Reminders reminders,
            Letters letters,
            Businesses businesses,
            Audit audit) {
        this.rules = rules;
        this.replanning = replanning;
        this.reminders = reminders;
        this.letters = letters;
        this.businesses = businesses;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public RuleRows.Kept get(BusinessId business, long id) {
        return rules.find(business, id)
                .orElseThrow(() -> new NotFound("Такого правила нет.", "There is no such rule."));
    }

    public RuleRows.Kept add(Caller caller, RuleDraft draft) {
        BusinessId business = caller.business();
        RuleReading.read(0, 1, 0, false, draft);
        var all = rules.all(business);
        if (all.size() >= MOST) {
            throw new TooManyRules();
        }
        int last = all.isEmpty() ? 0 : all.getLast().rule().rank();
        long id = rules.add(business, null, last + 10, false, draft, caller.user())
                .orElseThrow();
        record(caller, "reminders.rule-added", id, 1);
        return get(business, id);
    }

    public RuleRows.Kept change(Caller caller, long id, RuleDraft draft) {
        BusinessId business = caller.business();
        get(business, id);
        RuleReading.read(id, 1, 0, false, draft);
        record(caller, "reminders.rule-changed", id, rules.change(business, id, draft, caller.user()));
        var changed = get(business, id);
        replanning.begin(business, changed.rule());
        return changed;
    }

    /** Doing it twice changes nothing. */
    public RuleRows.Kept activate(Caller caller, long id, boolean active) {
        BusinessId business = caller.business();
        get(business, id);
        boolean changed = rules.activate(business, id, active);
        var kept = get(business, id);
        if (changed) {
            record(
                    caller,
                    active ? "reminders.rule-on" : "reminders.rule-off",
                    id,
                    kept.rule().version());
            replanning.begin(business, kept.rule());
        }
        return kept;
    }

    @Transactional(readOnly = true)
    public String tryText(BusinessId business, String since, String text, @Nullable Long client) {
        Happening happening =
                Happening.of(since).orElseThrow(() -> new Invalid("since", "unknown", "Такого начала у правил нет"));
        Template.fault(text, happening).ifPresent(what -> {
            throw new Invalid("text", "variable", what);
        });
        Map<Variable, String> values = new EnumMap<>(Map.of(
                Variable.NAME, "Анна",
                Variable.BUSINESS, businesses.get(business).name(),
                Variable.WEEK, "3",
                Variable.WEEKS, "12",
                Variable.WEEKS_LEFT, "9 недель",
                Variable.TARIFF, "Программа на 12 недель",
                Variable.SUM, "2 990 ₽"));
        if (client != null) {
            Known known = reminders.known(business, new ClientId(client));
            values.put(Variable.NAME, letters.firstName(known));
        }
        return Template.fill(text, values);
    }

    private void record(Caller caller, String what, long rule, int version) {
        audit.record(caller.business(), caller.key(), what, Long.toString(rule), Map.of("version", version));
    }
}
