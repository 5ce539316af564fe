package io.orbita.platform.jdbc;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that belong to the transaction and that nothing in it reads: the audit trail, the event log, the timeline, due work. They are sent together with one
 * round trip right before the commit instead of one each; a deed writes four to six of them. What is refused then fails the transaction like any statement.
 */
@Component
public class LateRows {
    private static final int MOST = 50;

    private record Row(String sql, List<@Nullable Object> values) {}

    private final JdbcTemplate jdbc;

    LateRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds one statement.
     *
     * @param sql a constant text of the code, one statement with {@code ?} for each value and no semicolon
     * @param values in the order of the question marks; instants as {@link Sql#at} gives them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String sql, @Nullable Object... values) {
        var list = new ArrayList<@Nullable Object>(values.length);
        for (Object value : values) {
            list.add(value);
        }
        Pending pending = pending();
        pending.rows.add(new Row(sql, list));
        if (pending.closing || pending.rows.size() >= MOST) {
            send(pending.rows);
        }
    }

    /** Sends what waits, for whoever is about to read or change such rows in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void flush() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            send(pending.rows);
        }
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            return pending;
        }
        var pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private void send(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = rows.stream().map(Row::sql).collect(Collectors.joining(";\n"));
        List<@Nullable Object> values =
                rows.stream().flatMap(row -> row.values().stream()).collect(Collectors.toCollection(ArrayList::new));
        rows.clear();
        jdbc.execute(sql, (PreparedStatement statement) -> {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement.execute();
        });
    }

    /** What waits in one transaction. */
    private final class Pending implements TransactionSynchronization {
        private final List<Row> rows = new ArrayList<>();
        /** Who writes while others get ready for the commit comes too late to wait. */
        private boolean closing;

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(LateRows.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(LateRows.this, this);
        }

        /** What came before a savepoint stays when the work after it is taken back. */
        @Override
        public void savepoint(Object savepoint) {
            send(rows);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            rows.clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            closing = true;
            send(rows);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(LateRows.this);
        }
    }
}
