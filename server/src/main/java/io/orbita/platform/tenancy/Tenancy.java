package io.orbita.platform.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The only way into a tenant. Work inside {@link #in} sees the rows of that business and no others: each transaction begun there tells the
 * database so with its first statement, and row-level security does the rest. A transaction begun outside sees no tenant's rows at all.
 */
public final class Tenancy {
    private static final ScopedValue<BusinessId> CURRENT = ScopedValue.newInstance();

    private Tenancy() {}

    /**
     * Runs the work inside the business. Must be entered before a transaction begins: a running transaction has told the database already
     * whose it is.
     *
     * @throws IllegalStateException when a transaction of another business, or of none, is running
     */
    public static <T extends @Nullable Object, X extends Throwable> T in(
            BusinessId business, ScopedValue.CallableOp<? extends T, X> work) throws X {
        if (TransactionSynchronizationManager.isActualTransactionActive() && !isIn(business)) {
            throw new IllegalStateException("a transaction outside business " + business + " is already running");
        }
        return ScopedValue.where(CURRENT, business).call(work);
    }

    /** As {@link #in}, for work without a result. */
    public static void run(BusinessId business, Runnable work) {
        in(business, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The business that this thread works in, if any. */
    public static Optional<BusinessId> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    private static boolean isIn(BusinessId business) {
        return CURRENT.isBound() && CURRENT.get().equals(business);
    }
}
