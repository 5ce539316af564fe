package io.orbita.clients.imports;

import io.orbita.clients.Author;
import io.orbita.clients.ClientEdit;
import io.orbita.clients.ClientId;
import io.orbita.clients.Identity;
import io.orbita.clients.Intake;
import io.orbita.clients.spi.StageMoves;
import io.orbita.platform.tenancy.BusinessId;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes one chunk of lines: cards, outcomes, counts and cursor in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BatchRun {
    static final String CAUSE = "import";

    private final ImportRows imports;
    private final OutcomeRows outcomes;
    private final Intake intake;
    private final StageMoves moves;
    private final RowGuard guard;
    private final JsonMapper json;
    private final Validator validator;

    BatchRun(
            ImportRows imports,
            OutcomeRows outcomes,
            Intake intake,
            StageMoves moves,
            RowGuard guard,
            JsonMapper json,
            Validator validator) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.intake = intake;
        this.moves = moves;
        this.guard = guard;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Takes the next chunk.
     *
     * @param careful each line with a way back, so that one the database refuses does not take its neighbours along
     * @return whether there may be more
     */
    public boolean next(BusinessId business, long id, RowReader reader, boolean careful) {
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
        List<RowReader.Parsed> rows = lines.stream().map(reader::read).toList();
        List<Identity> known = new ArrayList<>();
        rows.forEach(row -> known.addAll(row.identities()));
        intake.lock(business, known);
        Map<Identity, Long> holders = new HashMap<>(intake.holders(business, known));
        Map<Decision.Outcome, Integer> counts = new EnumMap<>(Decision.Outcome.class);
        List<OutcomeRows.Row> taken = new ArrayList<>(rows.size());
        for (RowReader.Parsed row : rows) {
            OutcomeRows.Row outcome = careful
                    ? guard.guarded(
                            () -> take(business, job, chunk, row, holders),
                            () -> rejected(chunk, row, List.of("row.unexpected")))
                    : take(business, job, chunk, row, holders);
            taken.add(outcome);
            counts.merge(outcome.outcome(), 1, Integer::sum);
        }
        outcomes.insert(business, id, taken);
        imports.advance(business, id, chunk, counts);
        return true;
    }

    private OutcomeRows.Row take(
            BusinessId business, ImportRows.Job job, int chunk, RowReader.Parsed row, Map<Identity, Long> holders) {
        Decision decision = Decision.of(row, holders, job.settings().policy());
        Long client = decision.client();
        OutcomeRows.Row outcome = switch (decision.outcome()) {
            case REJECTED -> rejected(chunk, row, decision.reasons());
            case SKIPPED -> row(chunk, row, Decision.Outcome.SKIPPED, client);
            case CREATED -> {
                long made = create(business, job, row);
                decision.settle(row, holders, made);
                yield row(chunk, row, Decision.Outcome.CREATED, made);
            }
            case UPDATED -> update(business, job, chunk, row, client == null ? 0 : client);
        };
        if (outcome.outcome() == Decision.Outcome.UPDATED && client != null) {
            decision.settle(row, holders, client);
        }
        return outcome;
    }

    private long create(BusinessId business, ImportRows.Job job, RowReader.Parsed row) {
        ObjectNode card = row.card().deepCopy();
        ImportSettings settings = job.settings();
        if (!card.has("source")) {
            card.put("source", settings.source() == null ? CAUSE : settings.source());
        }
        if (!card.has("assigned_to") && settings.assignedTo() != null) {
            card.put("assigned_to", settings.assignedTo());
        }
        if (card.has("birth_date")) {
            card.remove("age");
        }
        Long stage = row.stage() == null ? settings.stageId() : row.stage();
        return intake.create(
                business,
                json.treeToValue(card, ClientEdit.class),
                CAUSE,
                stage,
                job.by().user());
    }

    private OutcomeRows.Row update(
            BusinessId business, ImportRows.Job job, int chunk, RowReader.Parsed row, long client) {
        Intake.Held before = intake.hold(business, client);
        ObjectNode card = json.valueToTree(before.card());
        boolean overwrite = job.settings().policy().equals("overwrite");
        ObjectNode merged = Overlay.over(card, row.card(), overwrite);
        ClientEdit edit = json.treeToValue(merged, ClientEdit.class);
        if (!validator.validate(edit).isEmpty()) {
            return rejected(chunk, row, List.of("row.range"));
        }
        Intake.Held after = merged.equals(card) ? before : intake.change(business, before, edit, job.by());
        Long to = overwrite ? row.stage() : null;
        Long from = to == null ? null : moved(business, job, row, before.client(), to);
        return new OutcomeRows.Row(
                row.line().line(),
                chunk,
                Decision.Outcome.UPDATED,
                before.client(),
                List.of(),
                imports.sealed(business, before.card()),
                imports.sealed(business, after.card()),
                after.version(),
                from,
                from == null ? null : to);
    }

    private @Nullable Long moved(
            BusinessId business, ImportRows.Job job, RowReader.Parsed row, long client, long stage) {
        Author by = job.by();
        String fact = "import:" + job.id() + ":" + row.line().line();
        return moves.move(business, new ClientId(client), stage, CAUSE, fact, by.user());
    }

    private static OutcomeRows.Row rejected(int chunk, RowReader.Parsed row, List<String> reasons) {
        return new OutcomeRows.Row(
                row.line().line(), chunk, Decision.Outcome.REJECTED, null, reasons, null, null, null, null, null);
    }

    private static OutcomeRows.Row row(
            int chunk, RowReader.Parsed row, Decision.Outcome outcome, @Nullable Long client) {
        return new OutcomeRows.Row(row.line().line(), chunk, outcome, client, List.of(), null, null, null, null, null);
    }
}
