package io.orbita.clients.imports;

import io.orbita.clients.ClientEdit;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Intake;
import io.orbita.clients.spi.StageMoves;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes an import back, the last line first: who was made goes, who was changed gets the old values, except where somebody has worked with them since. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UndoRun {
    private static final int BATCH = 200;
    private static final String UNDONE = "undone";
    private static final String KEPT = "kept";

    private final ImportRows imports;
    private final OutcomeRows outcomes;
    private final Intake intake;
    private final Clients clients;
    private final StageMoves moves;
    private final RowGuard guard;
    private final JsonMapper json;

    UndoRun(
            ImportRows imports,
            OutcomeRows outcomes,
            Intake intake,
            Clients clients,
            StageMoves moves,
            RowGuard guard,
            JsonMapper json) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.intake = intake;
        this.clients = clients;
        this.moves = moves;
        this.guard = guard;
        this.json = json;
    }

    /** How a line was undone, and what stood in the way. */
    private record Undo(String how, List<String> conflicts) {}

    /** Takes some lines back; returns whether there may be more. */
    public boolean next(BusinessId business, long id) {
        ImportRows.Job job = imports.lock(business, id);
        if (!job.state().equals("undoing")) {
            return false;
        }
        List<OutcomeRows.Row> rows = outcomes.undoable(business, id, BATCH);
        int kept = 0;
        for (OutcomeRows.Row row : rows) {
            Undo undo = row.outcome() == Decision.Outcome.CREATED
                    ? created(business, id, row)
                    : updated(business, job, row);
            outcomes.undone(business, id, row.line(), undo.how(), undo.conflicts());
            kept += undo.how().equals(UNDONE) ? 0 : 1;
        }
        imports.kept(business, id, kept);
        if (rows.size() < BATCH) {
            imports.state(business, id, UNDONE);
            return false;
        }
        return true;
    }

    private Undo created(BusinessId business, long id, OutcomeRows.Row row) {
        Long client = row.client();
        if (client == null) {
            return new Undo(UNDONE, List.of());
        }
        List<Integer> versions = outcomes.ofClient(business, id, client, true).stream()
                .map(OutcomeRows.Row::version)
                .filter(Objects::nonNull)
                .toList();
        boolean others = outcomes.ofClient(business, id, client, false).stream()
                .anyMatch(other -> other.outcome() == Decision.Outcome.UPDATED);
        if (others || !intake.untouched(business, client, versions)) {
            return new Undo(KEPT, List.of("changed"));
        }
        return guard.guarded(
                () -> {
                    intake.withdraw(business, client);
                    return new Undo(UNDONE, List.of());
                },
                () -> new Undo(KEPT, List.of("in_use")));
    }

    private Undo updated(BusinessId business, ImportRows.Job job, OutcomeRows.Row row) {
        Long client = row.client();
        byte[] sealedBefore = row.before();
        byte[] sealedAfter = row.after();
        if (client == null || sealedBefore == null || sealedAfter == null) {
            return new Undo(KEPT, List.of("forgotten"));
        }
        boolean madeHere = outcomes.ofClient(business, job.id(), client, true).stream()
                .anyMatch(other -> other.outcome() == Decision.Outcome.CREATED);
        if (madeHere) {
            return new Undo(UNDONE, List.of());
        }
        Intake.Held held = intake.hold(business, client);
        Overlay.Restored restored = Overlay.back(
                json.valueToTree(held.card()),
                json.valueToTree(imports.opened(business, sealedBefore, ClientEdit.class)),
                json.valueToTree(imports.opened(business, sealedAfter, ClientEdit.class)));
        List<String> conflicts = new ArrayList<>(restored.conflicts());
        if (!json.valueToTree(held.card()).equals(restored.card())) {
            intake.change(business, held, json.treeToValue(restored.card(), ClientEdit.class), job.by());
        }
        conflicts.addAll(movedBack(business, job, row, client));
        return new Undo(conflicts.isEmpty() ? UNDONE : "partly", conflicts);
    }

    private List<String> movedBack(BusinessId business, ImportRows.Job job, OutcomeRows.Row row, long client) {
        Long from = row.movedFrom();
        if (from == null) {
            return List.of();
        }
        boolean there = Objects.equals(clients.stage(business, new ClientId(client)), row.movedTo());
        String fact = "import-undo:" + job.id() + ":" + row.line();
        boolean back = there
                && moves.move(
                                business,
                                new ClientId(client),
                                from,
                                "undo",
                                fact,
                                job.by().user())
                        != null;
        return back ? List.of() : List.of("stage");
    }
}
