package io.orbita.clients.imports;

import io.orbita.businesses.Audit;
import io.orbita.clients.Author;
import io.orbita.clients.fields.CustomFields;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the imports: take a file, try it dry, run it, stop it, take it back. */
@Component
@Transactional
class Imports {
    /** How long a file, and with it the way back, is kept. */
    static final Duration KEPT = Duration.ofDays(30);

    private final ImportRows imports;
    private final Readers readers;
    private final CustomFields fields;
    private final DueWork due;
    private final Audit audit;
    private final Clock clock;

    Imports(ImportRows imports, Readers readers, CustomFields fields, DueWork due, Audit audit, Clock clock) {
        this.imports = imports;
        this.readers = readers;
        this.fields = fields;
        this.due = due;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a table and guesses where its columns go.
     *
     * @throws ImportRefusals.Unreadable when the file is no table
     */
    public ImportView upload(BusinessId business, @Nullable String fileName, byte[] file, Author by) {
        long id = imports.insert(business, fileName, by);
        var chunk = new AtomicInteger();
        Table table = TableReader.read(
                file, ImportRows.CHUNK, lines -> imports.chunk(business, id, chunk.incrementAndGet(), lines));
        imports.read(business, id, table, Proposal.of(table, fields.all(business)));
        due.at(ImportWork.KIND, business, "forget:" + id, clock.instant().plus(KEPT));
        return view(business, id);
    }

    /** Settles how the columns are read and begins the dry run; can be repeated until the import runs. */
    public ImportView check(BusinessId business, long id, ImportSettings settings) {
        ImportRows.Job job = in(business, id, Set.of("uploaded", "checking", "checked"));
        readers.check(business, settings, job.columns());
        imports.settings(business, id, settings);
        return begin(business, id, "checking");
    }

    /** Begins the run, or goes on after a stop. */
    public ImportView start(BusinessId business, long id, Author by) {
        in(business, id, Set.of("checked", "stopped"));
        audit.record(business, by.who(), "clients.import", String.valueOf(id), Map.of());
        return begin(business, id, "running");
    }

    /** Stops the run after the batch in hand. */
    public ImportView stop(BusinessId business, long id, Author by) {
        in(business, id, Set.of("running"));
        imports.state(business, id, "stopped");
        audit.record(business, by.who(), "clients.import-stop", String.valueOf(id), Map.of());
        return view(business, id);
    }

    /** Takes back what the run did so far. */
    public ImportView undo(BusinessId business, long id, Author by) {
        in(business, id, Set.of("done", "stopped"));
        audit.record(business, by.who(), "clients.import-undo", String.valueOf(id), Map.of());
        return begin(business, id, "undoing");
    }

    @Transactional(readOnly = true)
    public ImportView view(BusinessId business, long id) {
        return imports.find(business, id).orElseThrow(ImportRefusals::unknown);
    }

    @Transactional(readOnly = true)
    public List<ImportView> all(BusinessId business) {
        return imports.all(business);
    }

    private ImportView begin(BusinessId business, long id, String state) {
        imports.state(business, id, state);
        due.now(ImportWork.KIND, business, String.valueOf(id));
        return view(business, id);
    }

    private ImportRows.Job in(BusinessId business, long id, Set<String> states) {
        ImportRows.Job job = imports.lock(business, id);
        if (!states.contains(job.state()) || job.columns() == 0) {
            throw new ImportRefusals.WrongState(job.columns() == 0 ? "forgotten" : job.state());
        }
        return job;
    }
}
