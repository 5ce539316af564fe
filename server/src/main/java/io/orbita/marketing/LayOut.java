package io.orbita.marketing;

import io.orbita.businesses.BusinessCreated;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What a business finds here: rules to start from. Those that stood before this room was built get them as due work. */
@Component
class LayOut implements Due {
    static final String KIND = "marketing.lay-out";

    private static final int BETWEEN = 10;

    private record Seed(String code, RuleDraft rule) {}

    private final RuleRows rules;
    private final Replanning replanning;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    LayOut(RuleRows rules, Replanning replanning, JsonMapper json, TransactionTemplate transaction) {
        this.rules = rules;
        this.replanning = replanning;
        this.json = json;
        this.transaction = transaction;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BusinessCreated event) {
        layOut(event.business());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Of their clients only the silence is known; whatever else they do from now on counts. */
    @Override
    public void run(BusinessId business, String ref) {
        transaction.executeWithoutResult(_ -> {
            layOut(business);
            rules.rules(business).stream()
                    .filter(rule -> rule.since() == Happening.HEARD)
                    .findFirst()
                    .ifPresent(rule -> replanning.begin(business, rule));
        });
    }

    private void layOut(BusinessId business) {
        int rank = 0;
        for (Seed seed : seeds()) {
            rank += BETWEEN;
            rules.add(business, seed.code(), rank, true, seed.rule(), null);
        }
    }

    private List<Seed> seeds() {
        try (InputStream in = LayOut.class.getResourceAsStream("/marketing/reminders.ru.json")) {
            return List.of(json.readValue(Objects.requireNonNull(in), Seed[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
