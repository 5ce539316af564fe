package io.orbita.clients.imports;

import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on imports in the background, batch by batch: what an import needs is told by its state, so a killed worker's successor goes on by itself. */
@Component
class ImportWork implements Due {
    static final String KIND = "clients.import";
    private static final String FORGET = "forget:";

    private final ImportRows imports;
    private final Readers readers;
    private final DryRun dryRun;
    private final BatchRun batches;
    private final UndoRun undo;
    private final TransactionTemplate transaction;

    ImportWork(
            ImportRows imports,
            Readers readers,
            DryRun dryRun,
            BatchRun batches,
            UndoRun undo,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.readers = readers;
        this.dryRun = dryRun;
        this.batches = batches;
        this.undo = undo;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        if (ref.startsWith(FORGET)) {
            long id = Long.parseLong(ref.substring(FORGET.length()));
            transaction.executeWithoutResult(_ -> imports.forget(business, id));
            return;
        }
        long id = Long.parseLong(ref);
        dryRun.run(business, id);
        ImportRows.Job job = transaction.execute(_ -> imports.lock(business, id));
        RowReader reader = transaction.execute(_ -> readers.reader(business, job.settings(), job.columns()));
        while (transaction.execute(_ -> batches.next(business, id, reader))) {
            // each batch is committed before the next begins
        }
        while (transaction.execute(_ -> undo.next(business, id))) {
            // likewise
        }
    }
}
