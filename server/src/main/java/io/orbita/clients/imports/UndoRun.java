package io.orbita.clients.imports;

import io.orbita.clients.ClientEdit;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Intake;
import io.orbita.clients.IntakeChanges;
import io.orbita.clients.spi.StageMoves;
import io.orbita.platform.tenancy.BusinessId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an import back in batches, the last line first: who was made goes, who was changed gets the old values, except where somebody has worked with them since.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UndoRun {
    private static final int BATCH = 500;
    private static final String UNDONE = "undone";
    private static final String KEPT = "kept";

    private final ImportRows imports;
    private final OutcomeRows outcomes;
    private final Intake intake;
    private final IntakeChanges cards;
    private final Moving moving;
    private final RowGuard guard;
    private final JsonMapper json;

    UndoRun(
            ImportRows imports,
            OutcomeRows outcomes,
            Intake intake,
            IntakeChanges cards,
            Moving moving,
            RowGuard guard,
            JsonMapper json) {
        this.imports = imports;
        this.outcomes = outcomes;
        this.intake = intake;
        this.cards = cards;
        this.moving = moving;
        this.guard = guard;
        this.json = json;
    }

    /** Where clients stand, and who moves them. */
    @Component
    record Moving(Clients clients, StageMoves moves) {}

    /** How a line was undone, and what stood in the way. */
    record Undo(int line, String how, List<String> conflicts) {
        static Undo of(OutcomeRows.Row row, String how, String... conflicts) {
            return new Undo(row.line(), how, List.of(conflicts));
        }
    }

    /** Takes some lines back; returns whether there may be more. */
    public boolean next(BusinessId business, long id) {
        ImportRows.Job job = imports.lock(business, id);
        if (!job.state().equals("undoing")) {
            return false;
        }
        List<OutcomeRows.Row> rows = outcomes.undoable(business, id, job.undoFrom(), BATCH);
        Map<Long, OutcomeRows.Traces> traces = outcomes.traces(
                business,
                id,
                rows.stream()
                        .map(OutcomeRows.Row::client)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        List<Undo> undone = new ArrayList<>(updated(business, job, rows, traces));
        undone.addAll(created(business, rows, traces));
        outcomes.undone(business, id, undone);
        int kept =
                (int) undone.stream().filter(undo -> !undo.how().equals(UNDONE)).count();
        imports.takenBack(business, id, rows.isEmpty() ? 0 : rows.getLast().line(), rows.size(), kept);
        if (rows.size() < BATCH) {
            imports.state(business, id, UNDONE);
            return false;
        }
        return true;
    }

    private List<Undo> created(BusinessId business, List<OutcomeRows.Row> rows, Map<Long, OutcomeRows.Traces> traces) {
        Map<Long, List<Integer>> versions = new HashMap<>();
        List<OutcomeRows.Row> made = rows.stream()
                .filter(row -> row.outcome() == Decision.Outcome.CREATED)
                .toList();
        made.forEach(row -> {
            OutcomeRows.Traces trace = traces.get(row.client());
            if (trace != null && !trace.others() && !trace.versions().isEmpty()) {
                versions.put(Objects.requireNonNull(row.client()), trace.versions());
            }
        });
        Set<Long> untouched = intake.untouched(business, versions);
        Set<Long> gone = withdrawn(business, List.copyOf(untouched));
        return made.stream()
                .map(row -> row.client() == null || gone.contains(row.client())
                        ? Undo.of(row, UNDONE)
                        : Undo.of(row, KEPT, untouched.contains(row.client()) ? "in_use" : "changed"))
                .toList();
    }

    /** Of whom a room holds something they stay, and only they: what is refused is halved until the client stands alone. */
    private Set<Long> withdrawn(BusinessId business, List<Long> clients) {
        if (clients.isEmpty()) {
            return Set.of();
        }
        return guard.guarded(
                () -> {
                    intake.withdraw(business, clients);
                    return Set.copyOf(clients);
                },
                () -> {
                    Set<Long> gone = new HashSet<>();
                    if (clients.size() > 1) {
                        int half = clients.size() / 2;
                        gone.addAll(withdrawn(business, clients.subList(0, half)));
                        gone.addAll(withdrawn(business, clients.subList(half, clients.size())));
                    }
                    return gone;
                });
    }

    private List<Undo> updated(
            BusinessId business, ImportRows.Job job, List<OutcomeRows.Row> rows, Map<Long, OutcomeRows.Traces> traces) {
        List<Undo> undone = new ArrayList<>();
        List<OutcomeRows.Row> changed = new ArrayList<>();
        Set<Long> clients = new LinkedHashSet<>();
        for (OutcomeRows.Row row : rows) {
            if (row.outcome() == Decision.Outcome.UPDATED) {
                Long client = row.client();
                if (client == null || row.before() == null || row.after() == null) {
                    undone.add(Undo.of(row, KEPT, "forgotten"));
                } else if (Objects.requireNonNull(traces.get(client)).made()) {
                    undone.add(Undo.of(row, UNDONE));
                } else {
                    changed.add(row);
                    clients.add(client);
                }
            }
        }
        Map<Long, Intake.Held> held = new HashMap<>(cards.hold(business, clients));
        Map<Long, Long> standing = new HashMap<>();
        held.forEach((client, card) -> standing.put(client, card.client()));
        Map<Long, Intake.Held> now = new HashMap<>();
        held.values().forEach(card -> now.put(card.client(), card));
        List<IntakeChanges.Change> changes = new ArrayList<>();
        Map<OutcomeRows.Row, List<String>> conflicts = new HashMap<>();
        for (OutcomeRows.Row row : changed) {
            Intake.Held before = Objects.requireNonNull(now.get(standing.get(row.client())));
            Overlay.Restored restored = Overlay.back(
                    json.valueToTree(before.card()), opened(business, row.before()), opened(business, row.after()));
            conflicts.put(row, new ArrayList<>(restored.conflicts()));
            if (!json.valueToTree(before.card()).equals(restored.card())) {
                Intake.Held after = before.with(json.treeToValue(restored.card(), ClientEdit.class));
                changes.add(new IntakeChanges.Change(before, after));
                now.put(after.client(), after);
            }
        }
        cards.write(business, changes, job.by());
        for (OutcomeRows.Row row : changed) {
            List<String> ways = Objects.requireNonNull(conflicts.get(row));
            if (!movedBack(business, job, row)) {
                ways.add("stage");
            }
            undone.add(new Undo(row.line(), ways.isEmpty() ? UNDONE : "partly", ways));
        }
        return undone;
    }

    private tools.jackson.databind.node.ObjectNode opened(
            BusinessId business, byte @org.jspecify.annotations.Nullable [] sealed) {
        return json.valueToTree(imports.opened(business, Objects.requireNonNull(sealed), ClientEdit.class));
    }

    private boolean movedBack(BusinessId business, ImportRows.Job job, OutcomeRows.Row row) {
        Long from = row.movedFrom();
        if (from == null) {
            return true;
        }
        var client = new ClientId(Objects.requireNonNull(row.client()));
        return Objects.equals(moving.clients().stage(business, client), row.movedTo())
                && moving.moves()
                                .move(
                                        business,
                                        client,
                                        from,
                                        "undo",
                                        "import-undo:" + job.id() + ":" + row.line(),
                                        job.by().user())
                        != null;
    }
}
