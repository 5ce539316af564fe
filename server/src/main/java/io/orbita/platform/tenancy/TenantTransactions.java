package io.orbita.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by naming its business to the database. {@code SET LOCAL} takes no parameter, hence the one place where a
 * {@code long} is formatted into a statement; the driver sends it together with {@code BEGIN}.
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
        var business = Tenancy.current();
        if (business.isPresent()) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "SET LOCAL app.business_id = '" + business.get().value() + "'");
            }
        }
    }
}
