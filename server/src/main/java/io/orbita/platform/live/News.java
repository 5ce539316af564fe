package io.orbita.platform.live;

import io.orbita.platform.tenancy.BusinessId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where rooms say that something changed that pages may show. It is passed on after the commit, by ids only, and may be lost: nothing but the freshness of a
 * page may hang on it.
 */
@Component
public class News {
    private final Wire wire;

    News(Wire wire) {
        this.wire = wire;
    }

    /**
     * Something of that kind changed; what is rolled back is not told.
     *
     * @param kind as of {@link Change}
     * @param client whose it is, null for nobody's
     */
    public void tell(BusinessId business, String kind, long id, @Nullable Long client) {
        Change change = new Change(business, kind, Set.of(id), client == null ? Set.<Long>of() : Set.of(client), false);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wire.send(change);
            return;
        }
        // One for the whole transaction: an import tells thousands of changes.
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations()) {
            if (each instanceof AfterCommit mine) {
                mine.add(change);
                return;
            }
        }
        var mine = new AfterCommit();
        mine.add(change);
        TransactionSynchronizationManager.registerSynchronization(mine);
    }

    private final class AfterCommit implements TransactionSynchronization {
        private final Map<String, Change> told = new LinkedHashMap<>();

        void add(Change change) {
            told.merge(change.business() + " " + change.kind(), change, Change::and);
        }

        @Override
        public void afterCommit() {
            told.values().forEach(wire::send);
        }
    }
}
