package io.orbita.clients.imports;

import io.orbita.clients.Identity;
import io.orbita.clients.Intake;
import io.orbita.platform.tenancy.BusinessId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes through the whole file and says what would become of it; writes nothing but the forecast. A killed one begins anew. */
@Component
class DryRun {
    private final ImportRows imports;
    private final Readers readers;
    private final Intake intake;
    private final TransactionTemplate transaction;

    DryRun(ImportRows imports, Readers readers, Intake intake, TransactionTemplate transaction) {
        this.imports = imports;
        this.readers = readers;
        this.intake = intake;
        this.transaction = transaction;
    }

    void run(BusinessId business, long id) {
        ImportRows.Job job = transaction.execute(_ -> imports.lock(business, id));
        if (!job.state().equals("checking")) {
            return;
        }
        RowReader reader = transaction.execute(_ -> readers.reader(business, job.settings(), job.columns()));
        var tally = new Tally(job.settings().policy());
        for (int chunk = 1; ; chunk++) {
            int at = chunk;
            List<Table.Line> lines = transaction.execute(_ -> imports.lines(business, id, at));
            if (lines.isEmpty()) {
                break;
            }
            List<RowReader.Parsed> rows = lines.stream().map(reader::read).toList();
            Set<Identity> known = new HashSet<>();
            rows.forEach(row -> known.addAll(row.identities()));
            Map<Identity, Long> holders = transaction.execute(_ -> intake.holders(business, known));
            rows.forEach(row -> tally.take(row, at, holders));
        }
        transaction.executeWithoutResult(_ -> {
            ImportRows.Job now = imports.lock(business, id);
            if (now.state().equals("checking") && now.settings().equals(job.settings())) {
                imports.forecast(business, id, tally.forecast(), tally.examples());
                imports.state(business, id, "checked");
            }
        });
    }

    /** Counts, and remembers the people of the file as if they had been written. */
    private static final class Tally {
        private final String policy;
        private final Map<Identity, Long> settled = new HashMap<>();
        private final Map<Decision.Outcome, Integer> counts = new EnumMap<>(Decision.Outcome.class);
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final Map<Long, Integer> seen = new HashMap<>();
        private final Example.Few examples = new Example.Few();
        private int repeated;

        Tally(String policy) {
            this.policy = policy;
        }

        void take(RowReader.Parsed row, int chunk, Map<Identity, Long> holders) {
            var all = new HashMap<Identity, Long>();
            for (Identity identity : row.identities()) {
                Long holder = settled.getOrDefault(identity, holders.get(identity));
                if (holder != null) {
                    all.put(identity, holder);
                }
            }
            Decision decision = Decision.of(row, all, policy);
            counts.merge(decision.outcome(), 1, Integer::sum);
            decision.reasons().forEach(reason -> reasons.merge(reason, 1, Integer::sum));
            Long found = decision.client();
            // Those who would be new have numbers below zero here.
            int line = row.line().line();
            long client = found == null ? -line : found;
            Integer first = decision.outcome() == Decision.Outcome.REJECTED ? null : seen.putIfAbsent(client, line);
            if (first != null) {
                repeated++;
            }
            examples.offer(new Example(decision.outcome(), line, chunk, client > 0 ? client : null, first));
            decision.settle(row, settled, client);
        }

        List<Example> examples() {
            return examples.all();
        }

        ImportView.Forecast forecast() {
            return new ImportView.Forecast(
                    counts.getOrDefault(Decision.Outcome.CREATED, 0),
                    counts.getOrDefault(Decision.Outcome.UPDATED, 0),
                    counts.getOrDefault(Decision.Outcome.SKIPPED, 0),
                    repeated,
                    counts.getOrDefault(Decision.Outcome.REJECTED, 0),
                    reasons);
        }
    }
}
