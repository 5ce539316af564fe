package io.orbita.platform.jdbc;

import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.time.Replay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Begins every transaction by naming its business to the database, together with the first statement ({@link TenantConnection}), and ends it together with the
 * {@linkplain LateRows rows that waited}.
 *
 * <p>A past that is replayed was made up: its commits need not wait for the disk one by one, and the first commit after it takes them all there.
 */
@Component("transactionManager")
@SuppressWarnings("serial")
class TenantTransactions extends JdbcTransactionManager {
    TenantTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        // As super does it, BEGIN READ ONLY goes with the first statement.
        super.prepareTransactionalConnection(connection, definition);
        String business =
                Tenancy.current().map(one -> Long.toString(one.value())).orElse(null);
        boolean each =
                definition.isReadOnly() && definition.getIsolationLevel() == TransactionDefinition.ISOLATION_DEFAULT;
        connection.unwrap(TenantConnection.class).begin(business, each, Replay.isRunning());
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        LateRows.@Nullable Batch late = LateRows.taken();
        if (late != null) {
            Connection connection = ((JdbcTransactionObjectSupport) status.getTransaction())
                    .getConnectionHolder()
                    .getConnection();
            try (PreparedStatement statement = connection.prepareStatement(late.sql() + ";\ncommit")) {
                late.set(statement);
                statement.execute();
            } catch (SQLException e) {
                throw translateException("late rows and commit", e);
            }
        }
        // The driver knows when nothing is open any more, and sends nothing then.
        super.doCommit(status);
    }
}
