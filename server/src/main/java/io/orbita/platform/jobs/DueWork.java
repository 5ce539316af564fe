package io.orbita.platform.jobs;

import io.orbita.platform.jdbc.LateRows;
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
    private static final String PUT = """
            insert into platform.due as d (kind, business_id, ref, due_at, created_at)
            values (?, ?, ?, ?, ?)
            on conflict (business_id, kind, ref) do update
               set due_at = case when d.dead_at is null and d.claimed_by is null
                                 then least(d.due_at, excluded.due_at) else excluded.due_at end,
                   version = d.version + 1, attempts = 0, dead_at = null
            """;

    private final JdbcClient jdbc;
    private final LateRows rows;
    private final Clock clock;
    private final DueSignal signal;

    DueWork(JdbcClient jdbc, LateRows rows, Clock clock, DueSignal signal) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
        this.signal = signal;
    }

    /** As {@link #at(String, BusinessId, String, Instant)}, at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void now(String kind, BusinessId business, String ref) {
        at(kind, business, ref, clock.instant());
    }

    /**
     * As {@link #now}, without waking the worker, which looks once a second: so what many deeds make due is done together, and no deed pays for a round of
     * its own. For a {@link DueBatch} that nobody waits for.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void soon(String kind, BusinessId business, String ref) {
        put(kind, business, ref, clock.instant());
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
        put(kind, business, ref, due);
        wakeAfterCommit(due);
    }

    /** As {@link #at}, for many pieces of one kind with one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void at(String kind, BusinessId business, Collection<String> refs, Instant due) {
        rows.flush();
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
        wakeAfterCommit(due);
    }

    /** Forgets a piece of work that has become senseless; what is being done right now is finished. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String kind, BusinessId business, String ref) {
        rows.flush();
        jdbc.sql("delete from platform.due where kind = :kind and business_id = :business and ref = :ref")
                .param("kind", kind)
                .param("business", business.value())
                .param("ref", ref)
                .update();
    }

    /** As {@link #cancel}, for many pieces of one kind with one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(String kind, BusinessId business, Collection<String> refs) {
        rows.flush();
        jdbc.sql("delete from platform.due where kind = :kind and business_id = :business and ref = any(:refs)")
                .param("kind", kind)
                .param("business", business.value())
                .param("refs", refs.toArray(String[]::new))
                .update();
    }

    private void put(String kind, BusinessId business, String ref, Instant due) {
        rows.add(PUT, kind, business.value(), ref, Sql.at(due), Sql.at(clock.instant()));
    }

    /** What is due later is found when the worker looks, once a second. */
    private void wakeAfterCommit(Instant due) {
        if (due.isAfter(clock.instant())) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.wake();
            }
        });
    }
}
