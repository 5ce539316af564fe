package io.orbita.clients.imports;

import io.orbita.clients.ClientEdit;
import io.orbita.clients.ClientsImported;
import io.orbita.clients.Identity;
import io.orbita.clients.Intake;
import io.orbita.clients.IntakeChanges;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a batch will write, reckoned line by line in memory: a line sees what the lines before it did, yet nothing is written until all have been looked at. One for each
 * batch.
 */
final class BatchPlan {
    /** An updated client who is to stand at another stage; {@code row} is the place among {@link #rows}. */
    record Move(int row, long client, long to) {}

    private final ImportRows.Job job;
    private final int chunk;
    private final Map<Identity, Long> holders;
    private final Map<Long, Intake.Held> held;
    private final Iterator<Long> numbers;
    private final Function<@Nullable Long, Long> stages;
    private final JsonMapper json;
    private final Validator validator;
    private final Function<Object, byte[]> seal;

    private final List<Intake.Held> made = new ArrayList<>();
    private final List<IntakeChanges.Change> changes = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<OutcomeRows.Row> rows = new ArrayList<>();

    /**
     * What is known before the first line.
     *
     * @param holders whom phones and e-mails of the lines belong to
     * @param held the cards of those, by the ids in {@code holders}
     * @param numbers ids for new clients, at least one for each line
     */
    record Known(Map<Identity, Long> holders, Map<Long, Intake.Held> held, List<Long> numbers) {}

    /**
     * @param stages where a new client stands for whom that stage is asked
     * @param seal seals a card
     */
    BatchPlan(
            ImportRows.Job job,
            int chunk,
            Known known,
            Function<@Nullable Long, Long> stages,
            Function<Object, byte[]> seal,
            JsonMapper json,
            Validator validator) {
        this.job = job;
        this.chunk = chunk;
        this.held = new HashMap<>();
        known.held().values().forEach(card -> held.put(card.client(), card));
        this.holders = new HashMap<>();
        // A merge may have come between the look-up and the lock.
        known.holders().forEach((identity, client) -> {
            Intake.Held card = known.held().get(client);
            holders.put(identity, card == null ? client : Long.valueOf(card.client()));
        });
        this.numbers = known.numbers().iterator();
        this.stages = stages;
        this.seal = seal;
        this.json = json;
        this.validator = validator;
    }

    List<Intake.Held> made() {
        return made;
    }

    List<IntakeChanges.Change> changes() {
        return changes;
    }

    List<Move> moves() {
        return moves;
    }

    /** The outcomes so far, without the moves. */
    List<OutcomeRows.Row> rows() {
        return rows;
    }

    void take(RowReader.Parsed row) {
        Decision decision = Decision.of(row, holders, job.settings().policy());
        Long client = decision.client();
        switch (decision.outcome()) {
            case REJECTED -> rows.add(OutcomeRows.Row.rejected(row.line().line(), chunk, decision.reasons()));
            case SKIPPED ->
                rows.add(OutcomeRows.Row.of(row.line().line(), chunk, Decision.Outcome.SKIPPED, client, null));
            case CREATED -> {
                Intake.Held card = create(row);
                decision.settle(row, holders, card.client());
                rows.add(OutcomeRows.Row.of(
                        row.line().line(), chunk, Decision.Outcome.CREATED, card.client(), card.version()));
            }
            case UPDATED -> {
                if (update(row, Objects.requireNonNull(held.get(client)))) {
                    decision.settle(row, holders, Objects.requireNonNull(client));
                }
            }
        }
    }

    private Intake.Held create(RowReader.Parsed row) {
        ImportSettings settings = job.settings();
        ObjectNode card = fresh(row.card(), settings);
        Long asked = row.stage() == null ? settings.stageId() : row.stage();
        Intake.Held fresh =
                Intake.Held.fresh(numbers.next(), stages.apply(asked), json.treeToValue(card, ClientEdit.class));
        made.add(fresh);
        held.put(fresh.client(), fresh);
        return fresh;
    }

    /** What a new client's card holds by what the line says and by what was settled for the whole file. */
    static ObjectNode fresh(ObjectNode line, ImportSettings settings) {
        ObjectNode card = line.deepCopy();
        if (card.path("source").asString("").isBlank()) {
            String source = settings.source();
            card.put("source", source == null || source.isBlank() ? ClientsImported.CAUSE : source);
        }
        if (!card.has("assigned_to") && settings.assignedTo() != null) {
            card.put("assigned_to", settings.assignedTo());
        }
        if (card.has("birth_date")) {
            card.remove("age");
        }
        return card;
    }

    private boolean update(RowReader.Parsed row, Intake.Held before) {
        ObjectNode card = json.valueToTree(before.card());
        boolean overwrite = job.settings().policy().equals("overwrite");
        ObjectNode merged = Overlay.over(card, row.card(), overwrite);
        // Through text, as it will be read again: an own field of 2.50 comes back as 2.5.
        ClientEdit edit = json.readValue(json.writeValueAsString(merged), ClientEdit.class);
        if (!validator.validate(edit).isEmpty()) {
            rows.add(OutcomeRows.Row.rejected(row.line().line(), chunk, List.of("row.range")));
            return false;
        }
        Intake.Held after = before;
        if (!merged.equals(card)) {
            after = before.with(edit);
            changes.add(new IntakeChanges.Change(before, after));
        }
        Long to = overwrite ? row.stage() : null;
        if (to != null && !to.equals(after.stage())) {
            moves.add(new Move(rows.size(), after.client(), to));
            after = after.at(to);
        }
        held.put(after.client(), after);
        byte[] sealedBefore = sealed(before);
        rows.add(new OutcomeRows.Row(
                row.line().line(),
                chunk,
                Decision.Outcome.UPDATED,
                before.client(),
                List.of(),
                sealedBefore,
                after.card() == before.card() ? sealedBefore : sealed(after),
                after.version(),
                null,
                null));
        return true;
    }

    private byte[] sealed(Intake.Held card) {
        return seal.apply(card.card());
    }
}
