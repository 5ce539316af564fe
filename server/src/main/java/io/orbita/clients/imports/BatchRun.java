package io.orbita.clients.imports;

import io.orbita.clients.ClientId;
import io.orbita.clients.Identity;
import io.orbita.clients.Intake;
import io.orbita.clients.IntakeChanges;
import io.orbita.clients.spi.StageMoves;
import io.orbita.platform.tenancy.BusinessId;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes one chunk of lines: cards, outcomes, counts and cursor in one transaction, with a number of statements that does not grow with the lines. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BatchRun {
    private final ImportRows imports;
    private final OutcomeRows outcomes;
    private final Intake intake;
    private final IntakeChanges cards;
    private final StageMoves moves;
    private final RowGuard guard;
    private final Plans plans;

    BatchRun(
            ImportRows imports,
            OutcomeRows outcomes,
            Intake intake,
            IntakeChanges cards,
            StageMoves moves,
            RowGuard guard,
            Plans plans) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.intake = intake;
        this.cards = cards;
        this.moves = moves;
        this.guard = guard;
        this.plans = plans;
    }

    /** What a plan needs besides what is known. */
    @Component
    record Plans(JsonMapper json, Validator validator) {}

    /** Takes the next chunk; returns whether there may be more. */
    public boolean next(BusinessId business, long id, RowReader reader) {
        ImportRows.Job job = imports.lock(business, id);
        if (!job.state().equals("running")) {
            return false;
        }
        int chunk = job.cursor() + 1;
        List<Table.Line> lines = imports.lines(business, id, chunk);
        if (lines.isEmpty()) {
            imports.state(business, id, "done");
            return false;
        }
        List<OutcomeRows.Row> taken =
                take(business, job, chunk, lines.stream().map(reader::read).toList());
        Map<Decision.Outcome, Integer> counts = new EnumMap<>(Decision.Outcome.class);
        taken.forEach(row -> counts.merge(row.outcome(), 1, Integer::sum));
        outcomes.insert(business, id, taken);
        imports.advance(business, id, chunk, counts);
        return true;
    }

    /** A line that the database refuses does not take its neighbours along: what is refused is halved until the line stands alone. */
    private List<OutcomeRows.Row> take(
            BusinessId business, ImportRows.Job job, int chunk, List<RowReader.Parsed> rows) {
        return guard.guarded(() -> write(business, job, chunk, rows), () -> {
            if (rows.size() == 1) {
                return List.of(
                        OutcomeRows.Row.rejected(rows.getFirst().line().line(), chunk, List.of("row.unexpected")));
            }
            int half = rows.size() / 2;
            List<OutcomeRows.Row> all = new ArrayList<>(take(business, job, chunk, rows.subList(0, half)));
            all.addAll(take(business, job, chunk, rows.subList(half, rows.size())));
            return all;
        });
    }

    private List<OutcomeRows.Row> write(
            BusinessId business, ImportRows.Job job, int chunk, List<RowReader.Parsed> rows) {
        Map<@Nullable Long, Long> stages = new HashMap<>();
        var plan = new BatchPlan(
                job,
                chunk,
                known(business, job, rows),
                asked -> stages.computeIfAbsent(asked, _ -> intake.stage(business, asked)),
                card -> imports.sealed(business, card),
                plans.json(),
                plans.validator());
        rows.forEach(plan::take);
        intake.create(business, plan.made(), job.by().user());
        cards.write(business, plan.changes(), job.by());
        List<OutcomeRows.Row> taken = new ArrayList<>(plan.rows());
        plan.moves().forEach(move -> {
            OutcomeRows.Row row = taken.get(move.row());
            Long from = moves.move(
                    business,
                    new ClientId(move.client()),
                    move.to(),
                    "import",
                    "import:" + job.id() + ":" + row.line(),
                    job.by().user());
            taken.set(move.row(), row.moved(from, from == null ? null : move.to()));
        });
        return taken;
    }

    private BatchPlan.Known known(BusinessId business, ImportRows.Job job, List<RowReader.Parsed> rows) {
        Set<Identity> identities = new HashSet<>();
        rows.forEach(row -> identities.addAll(row.identities()));
        intake.lock(business, identities);
        Map<Identity, Long> holders = intake.holders(business, identities);
        boolean changes = !job.settings().policy().equals("skip");
        Map<Long, Intake.Held> held = changes ? cards.hold(business, new HashSet<>(holders.values())) : Map.of();
        return new BatchPlan.Known(holders, held, intake.numbers(rows.size()));
    }
}
