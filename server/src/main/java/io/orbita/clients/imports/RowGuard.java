package io.orbita.clients.imports;

import java.util.function.Supplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Work that the database may refuse, with a savepoint before it: what was done before in the same transaction stays. */
@Component
class RowGuard {
    private final TransactionTemplate nested;

    RowGuard(PlatformTransactionManager transactions) {
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    <T> T guarded(Supplier<T> work, Supplier<T> otherwise) {
        try {
            return nested.execute(_ -> work.get());
        } catch (DataIntegrityViolationException e) {
            return otherwise.get();
        }
    }
}
