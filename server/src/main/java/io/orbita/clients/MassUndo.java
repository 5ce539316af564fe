package io.orbita.clients;

import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** «Undo all merges by this rule since then»: the newest first, each in a transaction of its own, so that one which cannot be undone stops none. */
@Component
class MassUndo {
    private static final int AT_ONCE = 1_000;

    /**
     * A merge that stays, and why: {@code too-old} (30 days are over), {@code merged-since} (its card was merged itself: {@code by} is that merge),
     * {@code in-trash}.
     */
    record Left(long id, String why, @Nullable Long by) {}

    /**
     * @param undone their ids, in the order in which they were undone
     * @param more whether there are still others: ask again
     */
    record Outcome(List<Long> undone, List<Left> left, boolean more) {}

    private final Merges merges;
    private final MergeRows journal;
    private final Trash trash;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MassUndo(Merges merges, MergeRows journal, Trash trash, Audit audit, Clock clock, TransactionTemplate transaction) {
        this.merges = merges;
        this.journal = journal;
        this.trash = trash;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** With {@code dryRun} everything is done in one transaction that is taken back. */
    Outcome undo(Caller caller, String rule, Instant since, boolean dryRun) {
        BusinessId business = caller.business();
        if (dryRun) {
            return java.util.Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                return all(caller, rule, since);
            }));
        }
        Outcome outcome = all(caller, rule, since);
        if (!outcome.undone().isEmpty()) {
            transaction.executeWithoutResult(_ -> audit.record(
                    business,
                    caller.key(),
                    "clients.merges-undone",
                    rule,
                    Map.of(
                            "since",
                            since.toString(),
                            "undone",
                            outcome.undone().size(),
                            "left",
                            outcome.left().size())));
        }
        return outcome;
    }

    private Outcome all(Caller caller, String rule, Instant since) {
        BusinessId business = caller.business();
        List<Merges.Merge> found =
                Objects.requireNonNull(transaction.execute(_ -> journal.byRule(business, rule, since, AT_ONCE + 1)));
        var undone = new ArrayList<Long>();
        var left = new ArrayList<Left>();
        for (Merges.Merge merge : found.subList(0, Math.min(found.size(), AT_ONCE))) {
            Optional<Left> stays =
                    Objects.requireNonNull(transaction.execute(_ -> Optional.ofNullable(stays(business, merge))));
            if (stays.isPresent()) {
                left.add(stays.get());
                continue;
            }
            try {
                transaction.executeWithoutResult(_ -> merges.undo(business, merge.id(), caller.user()));
                undone.add(merge.id());
            } catch (MergeRefusals.NotUndoable raced) {
                left.add(new Left(merge.id(), "merged-since", null));
            }
        }
        return new Outcome(List.copyOf(undone), List.copyOf(left), found.size() > AT_ONCE);
    }

    private @Nullable Left stays(BusinessId business, Merges.Merge merge) {
        if (!merge.at().isAfter(clock.instant().minus(Merges.UNDOABLE))) {
            return new Left(merge.id(), "too-old", null);
        }
        if (trash.holds(business, merge.standing())) {
            return new Left(merge.id(), "in-trash", null);
        }
        return journal.over(business, merge.standing())
                .map(over -> new Left(merge.id(), "merged-since", over))
                .orElse(null);
    }
}
