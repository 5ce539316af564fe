package io.orbita.clients;

import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** «Merge all pairs that this rule suspects»: the elder card stands, each merge in a transaction of its own and with the rule as its cause. */
@Component
class MassMerge {
    private static final int AT_ONCE = 500;

    record Merged(long id, long standing, long merged) {}

    /** A pair that stays two cards: {@code two-chats} (each has a chat of its own of the same kind: two people until somebody says otherwise). */
    record Left(long client, long other, String why) {}

    /** @param more whether there may be others: ask again */
    record Outcome(List<Merged> merged, List<Left> left, boolean more) {}

    private final Suspicions suspicions;
    private final Merges merges;
    private final Arrivals arrivals;
    private final ClientRows rows;
    private final Audit audit;
    private final TransactionTemplate transaction;

    MassMerge(
            Suspicions suspicions,
            Merges merges,
            Arrivals arrivals,
            ClientRows rows,
            Audit audit,
            TransactionTemplate transaction) {
        this.suspicions = suspicions;
        this.merges = merges;
        this.arrivals = arrivals;
        this.rows = rows;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** With {@code dryRun} everything is done in one transaction that is taken back. */
    Outcome merge(Caller caller, String rule, boolean dryRun) {
        if (dryRun) {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return all(caller, rule);
            }));
        }
        Outcome outcome = all(caller, rule);
        if (!outcome.merged().isEmpty()) {
            transaction.executeWithoutResult(_ -> audit.record(
                    caller.business(),
                    caller.key(),
                    "clients.merges",
                    rule,
                    Map.of(
                            "merged",
                            outcome.merged().size(),
                            "left",
                            outcome.left().size())));
        }
        return outcome;
    }

    private Outcome all(Caller caller, String rule) {
        BusinessId business = caller.business();
        List<Suspicions.Pair> pairs =
                Objects.requireNonNull(transaction.execute(_ -> suspicions.pairs(business, rule, 0, 0, AT_ONCE)));
        var merged = new ArrayList<Merged>();
        var left = new ArrayList<Left>();
        for (Suspicions.Pair pair : pairs) {
            transaction.executeWithoutResult(_ -> {
                // A merge before this one may have made another card stand for either, or one person of both.
                long one = rows.standing(business, pair.client()).orElseThrow();
                long other = rows.standing(business, pair.other()).orElseThrow();
                if (one == other) {
                    return;
                }
                if (!arrivals.onePerson(business, one, other)) {
                    left.add(new Left(pair.client(), pair.other(), "two-chats"));
                    return;
                }
                merges.merge(business, Math.min(one, other), Math.max(one, other), "scan." + rule, caller.user())
                        .ifPresent(merge -> merged.add(new Merged(merge.id(), merge.standing(), merge.merged())));
            });
        }
        return new Outcome(List.copyOf(merged), List.copyOf(left), pairs.size() == AT_ONCE && !merged.isEmpty());
    }
}
