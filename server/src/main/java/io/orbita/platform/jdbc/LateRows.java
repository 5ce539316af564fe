package io.orbita.platform.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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
 * Rows that belong to the transaction and that nothing in it reads: the audit trail, the event log, the timeline, due work. They are sent together with the
 * commit, in one round trip, instead of one each; a deed writes four to six of them. What is refused then fails the transaction like any statement.
 */
@Component
public class LateRows {
    private static final int MOST = 50;
    private static final Object KEY = LateRows.class;

    private record Row(String sql, List<@Nullable Object> values) {}

    /** Rows that go together: the statements and all their values. */
    record Batch(String sql, List<@Nullable Object> values) {
        void set(PreparedStatement statement) throws SQLException {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
        }
    }

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
        if (pending.rows.size() >= MOST) {
            send(pending);
        }
    }

    /** Sends what waits, for whoever is about to read or change such rows in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void flush() {
        Pending pending = found();
        if (pending != null) {
            send(pending);
        }
    }

    /** What waits for the commit of the current transaction, which is about to be sent; null for nothing. */
    static @Nullable Batch taken() {
        Pending pending = found();
        return pending == null ? null : pending.take();
    }

    private static @Nullable Pending found() {
        return (Pending) TransactionSynchronizationManager.getResource(KEY);
    }

    private Pending pending() {
        Pending pending = found();
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(KEY, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        return pending;
    }

    private void send(Pending pending) {
        Batch batch = pending.take();
        if (batch != null) {
            jdbc.execute(batch.sql(), (PreparedStatement statement) -> {
                batch.set(statement);
                return statement.execute();
            });
        }
    }

    /** What waits in one transaction. */
    private final class Pending implements TransactionSynchronization {
        private final List<Row> rows = new ArrayList<>();

        private @Nullable Batch take() {
            if (rows.isEmpty()) {
                return null;
            }
            var batch = new Batch(
                    rows.stream().map(Row::sql).collect(Collectors.joining(";\n")),
                    rows.stream()
                            .flatMap(row -> row.values().stream())
                            .collect(Collectors.toCollection(ArrayList::new)));
            rows.clear();
            return batch;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(KEY);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(KEY, this);
        }

        /** What came before a savepoint stays when the work after it is taken back. */
        @Override
        public void savepoint(Object savepoint) {
            send(this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            rows.clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        }
    }
}
