package io.orbita.clients.bulk;

import io.orbita.businesses.Audit;
import io.orbita.clients.AskedFilter;
import io.orbita.clients.Author;
import io.orbita.clients.ClientList;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of bulk work. Up to a thousand clients are done at once; more in the background. Either way a killed worker's successor goes on. */
@Component
class Bulk implements Due {
    private static final String KIND = "clients.bulk";
    private static final int AT_ONCE = 1_000;

    private final BulkRows rows;
    private final BulkBatches batches;
    private final ClientList list;
    private final DueWork due;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Bulk(
            BulkRows rows,
            BulkBatches batches,
            ClientList list,
            DueWork due,
            Audit audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.batches = batches;
        this.list = list;
        this.due = due;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Chooses the clients, writes them down, and begins. */
    BulkRows.View begin(
            BusinessId business,
            String deed,
            BulkRows.Spec spec,
            @Nullable List<Long> ids,
            @Nullable AskedFilter filter,
            Author by) {
        int[] chosen = {0};
        long id = transaction.execute(_ -> {
            long made = rows.insert(business, deed, spec, by);
            chosen[0] = ids != null
                    ? list.choose(business, ids, made)
                    : list.choose(business, filter == null ? AskedFilter.ALL : filter, made);
            due.now(KIND, business, String.valueOf(made));
            audit.record(
                    business, by.who(), "clients.bulk-" + deed, String.valueOf(made), Map.of("clients", chosen[0]));
            return made;
        });
        if (chosen[0] <= AT_ONCE) {
            run(business, String.valueOf(id));
        }
        return view(business, id);
    }

    /** Takes it back. */
    BulkRows.View undo(BusinessId business, long id, Author by) {
        boolean few = transaction.execute(_ -> {
            BulkRows.Job job = rows.lock(business, id);
            if (!job.state().equals("done")) {
                throw new BulkRefusals.WrongState(job.state());
            }
            rows.state(business, id, "undoing");
            due.now(KIND, business, String.valueOf(id));
            audit.record(business, by.who(), "clients.bulk-undo", String.valueOf(id), Map.of());
            return rows.find(business, id).orElseThrow(BulkRefusals::unknown).changed() <= AT_ONCE;
        });
        if (few) {
            run(business, String.valueOf(id));
        }
        return view(business, id);
    }

    BulkRows.View view(BusinessId business, long id) {
        return transaction.execute(_ -> rows.find(business, id).orElseThrow(BulkRefusals::unknown));
    }

    @Override
    public void run(BusinessId business, String ref) {
        long id = Long.parseLong(ref);
        while (batches.next(business, id)) {
            // each batch is committed before the next begins
        }
        while (batches.back(business, id)) {
            // likewise
        }
    }
}
