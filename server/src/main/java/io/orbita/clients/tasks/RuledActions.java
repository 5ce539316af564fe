package io.orbita.clients.tasks;

import io.orbita.clients.CardDeeds;
import io.orbita.clients.ClientId;
import io.orbita.clients.StaffAction;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the consequences of an action, in its transaction: when to get in touch again, and the step forward. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RuledActions {
    private final ActionRules rules;
    private final CardDeeds deeds;
    private final Clock clock;

    RuledActions(ActionRules rules, CardDeeds deeds, Clock clock) {
        this.rules = rules;
        this.deeds = deeds;
        this.clock = clock;
    }

    @EventListener
    public void on(StaffAction event) {
        ClientId client = event.client();
        rules.rule(event.business(), client, event.type()).ifPresent(rule -> {
            Integer hours = rule.nextContactHours();
            if (hours != null && !event.planned()) {
                deeds.next(event.business(), client.value(), clock.instant().plus(Duration.ofHours(hours)));
            }
            rules.move(event.business(), client, rule, event.action(), event.by());
        });
    }
}
