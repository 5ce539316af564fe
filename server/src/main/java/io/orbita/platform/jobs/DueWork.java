package io.orbita.platform.jobs;

import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work that must happen, written down in the transaction that makes it necessary. It happens at least once, on one node at a time, and outlives
 * any crash; see {@link DueWorker} for who does it.
 */
@Component
public class DueWork {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final DueSignal signal;

    DueWork(JdbcClient jdbc, Clock clock, DueSignal signal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.signal = signal;
    }

    /** As {@link #at(String, BusinessId, String, Instant)}, at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void now(String kind, BusinessId business, String ref) {
        at(kind, business, ref, clock.instant());
    }

    /**
     * Makes this piece of work due at the given time, or earlier when it was due earlier already. Work that was given up is taken up again;
     * work that is being done right now is done once more afterwards.
     *
     * @param kind the {@link Due#kind} of who does it
     * @param ref what it is about, at most 200 characters, ids only
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void at(String kind, BusinessId business, String ref, Instant due) {
        jdbc.sql("""
                        insert into platform.due as d (kind, business_id, ref, due_at, created_at)
                        values (:kind, :business, :ref, :due, :now)
                        on conflict (business_id, kind, ref) do update
                           set due_at = case when d.dead_at is null and d.claimed_by is null
                                             then least(d.due_at, excluded.due_at) else excluded.due_at end,
                               version = d.version + 1, attempts = 0, dead_at = null
                        """)
                .param("kind", kind)
                .param("business", business.value())
                .param("ref", ref)
                .param("due", Sql.at(due))
                .param("now", Sql.at(clock.instant()))
                .update();
        wakeAfterCommit();
    }

    /** As {@link #at}, for many pieces of one kind with one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void at(String kind, BusinessId business, Collection<String> refs, Instant due) {
        jdbc.sql("""
                        insert into platform.due as d (kind, business_id, ref, due_at, created_at)
                        select :kind, :business, ref, :due, :now from unnest(:refs::text[]) as r (ref) order by ref
                        on conflict (business_id, kind, ref) do update
                           set due_at = case when d.dead_at is null and d.claimed_by is null
                                             then least(d.due_at, excluded.due_at) else excluded.due_at end,
                               version = d.version + 1, attempts = 0, dead_at = null
                        """)
                .param("kind", kind)
                .param("business", business.value())
                .param("refs", refs.stream().distinct().toArray(String[]::new))
                .param("due", Sql.at(due))
                .param("now", Sql.at(clock.instant()))
                .update();
        wakeAfterCommit();
    }

    /** Forgets a piece of work that has become senseless; what is being done right now is finished. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String kind, BusinessId business, String ref) {
        jdbc.sql("delete from platform.due where kind = :kind and business_id = :business and ref = :ref")
                .param("kind", kind)
                .param("business", business.value())
                .param("ref", ref)
                .update();
    }

    /** As {@link #cancel}, for many pieces of one kind with one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String kind, BusinessId business, Collection<String> refs) {
        jdbc.sql("delete from platform.due where kind = :kind and business_id = :business and ref = any(:refs)")
                .param("kind", kind)
                .param("business", business.value())
                .param("refs", refs.toArray(String[]::new))
                .update();
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.wake();
            }
        });
    }
}
