package io.orbita.platform.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The pool, whose connections name the business of a transaction with its first statement. */
final class TenantDataSource extends DelegatingDataSource {
    TenantDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return TenantConnection.over(super.getConnection());
    }
}
