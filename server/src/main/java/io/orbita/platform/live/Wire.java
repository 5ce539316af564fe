package io.orbita.platform.live;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Sends the changes of this node to all nodes: one NOTIFY at most in a tenth of a second, whatever happens. NOTIFY holds a lock of the whole database
 * while it commits, therefore it is never part of a transaction that does something else.
 */
@Component
class Wire implements SmartLifecycle {
    static final String CHANNEL = "orbita_live";

    /** Said in place of what did not fit: anything may have changed. */
    static final String LOST = "*";

    /** PostgreSQL takes less than 8,000 bytes; ours are ASCII. */
    static final int LONGEST = 7_900;

    private static final Duration PACE = Duration.ofMillis(100);
    private static final int MOST_WAITING = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    private final JdbcClient jdbc;
    private final Map<String, Change> waiting = new LinkedHashMap<>();
    private boolean overflown;
    private volatile @Nullable Thread thread;

    Wire(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Costs nothing but memory, and of that little: what waits for the same business and kind becomes one. */
    synchronized void send(Change change) {
        if (waiting.size() >= MOST_WAITING) {
            waiting.clear();
            overflown = true;
        }
        waiting.merge(change.business() + " " + change.kind(), change, Change::and);
        notifyAll();
    }

    /** What fits into one NOTIFY; waits until there is something. */
    synchronized String next() throws InterruptedException {
        while (waiting.isEmpty() && !overflown) {
            wait();
        }
        var words = new StringBuilder();
        if (overflown) {
            overflown = false;
            waiting.clear();
            return LOST;
        }
        for (Iterator<Change> each = waiting.values().iterator(); each.hasNext(); ) {
            String line = Words.of(each.next());
            if (words.length() + line.length() + 1 > LONGEST) {
                break;
            }
            words.append(words.isEmpty() ? "" : "\n").append(line);
            each.remove();
        }
        return words.toString();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                say(next());
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String words) {
        try {
            jdbc.sql("select pg_notify(:channel, :words)")
                    .param("channel", CHANNEL)
                    .param("words", words)
                    .query((row, _) -> true)
                    .list();
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.debug("open pages were not told of a change", e);
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("live-wire").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
