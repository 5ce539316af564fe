package io.orbita.platform.jobs;

import io.orbita.platform.tenancy.BusinessId;

/**
 * Who does one kind of due work. Implementations are beans; they are called inside {@code Tenancy.in(business)} and outside any transaction, at
 * least once for each piece, possibly again after a crash: they must be idempotent.
 */
public interface Due {
    /** A constant name such as {@code programs.generate}; rows in the database carry it, so it never changes. */
    String kind();

    /**
     * Does it. Returning means done (work made due again meanwhile is done again); throwing means later: after 1 s, 2 s, 4 s … at most 10 min,
     * {@link #attempts} times in all, then it becomes a dead letter and {@link DueWorkGivenUp} is told.
     */
    void run(BusinessId business, String ref);

    /** How often it is tried before it is given up. */
    default int attempts() {
        return 12;
    }
}
