package io.orbita.platform.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that are read with almost every request and change now and then: kept in this node's memory for two seconds. Whoever changes them says so
 * ({@link #forget}), and this node sees the change as soon as it is committed; another node sees it two seconds later at most. Only for what may be that
 * old: a decision that must not be wrong reads the row under a lock.
 *
 * @param <K> what the rows are found by; of another tenant's rows it must differ
 * @param <V> immutable
 */
public final class BriefMemory<K, V> {
    private static final long LIFE_NANOS = 2_000_000_000L;

    private record Kept<V>(V value, long until) {}

    private final int most;
    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Object changing = new Object();

    /** @param most keys; beyond that everything is forgotten and begun anew */
    public BriefMemory(int most) {
        this.most = most;
    }

    /** The value kept, or that of {@code read}. A transaction that has changed such rows reads them itself, and keeps nothing. */
    public V get(K key, Function<? super K, ? extends V> read) {
        if (isChanging()) {
            return read.apply(key);
        }
        Kept<V> known = kept.get(key);
        if (known != null && known.until() - System.nanoTime() > 0) {
            return known.value();
        }
        long before = changes.get();
        V value = read.apply(key);
        // What was read while somebody committed a change may be what was there before it.
        if (changes.get() == before) {
            if (kept.size() >= most) {
                kept.clear();
            }
            kept.put(key, new Kept<>(value, System.nanoTime() + LIFE_NANOS));
        }
        return value;
    }

    /** The rows change, of whichever key: at once when no transaction is running, otherwise when it ends. */
    public void forget() {
        clear();
        if (TransactionSynchronizationManager.isSynchronizationActive() && !isChanging()) {
            TransactionSynchronizationManager.bindResource(changing, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    TransactionSynchronizationManager.unbindResource(changing);
                }

                @Override
                public void resume() {
                    TransactionSynchronizationManager.bindResource(changing, Boolean.TRUE);
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(changing);
                    clear();
                }
            });
        }
    }

    private boolean isChanging() {
        return TransactionSynchronizationManager.hasResource(changing);
    }

    private void clear() {
        changes.incrementAndGet();
        kept.clear();
    }
}
