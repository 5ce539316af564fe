package io.orbita.platform.tenancy;

import io.orbita.platform.time.Replay;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by naming its business to the database. {@code SET LOCAL} takes no parameter, hence the one place where a
 * {@code long} is formatted into a statement; the driver sends it together with {@code BEGIN}.
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
        super.prepareTransactionalConnection(connection, definition);
        String first = Tenancy.current()
                        .map(business -> "SET LOCAL app.business_id = '" + business.value() + "'; ")
                        .orElse("")
                + (Replay.isRunning() ? "SET LOCAL synchronous_commit = off" : "");
        if (!first.isEmpty()) {
            try (var statement = connection.createStatement()) {
                statement.execute(first);
            }
        }
    }
}
