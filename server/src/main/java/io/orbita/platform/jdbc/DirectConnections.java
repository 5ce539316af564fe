package io.orbita.platform.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Connections past the pool, for what needs one to itself (LISTEN). A pooler in transaction mode gives none such: then {@code ORBITA_DATABASE_DIRECT_URL} names
 * the server behind it.
 */
@Component
public class DirectConnections {
    private static final int CONNECT_SECONDS = 5;

    private final String url;
    private final Properties as = new Properties();

    DirectConnections(JdbcConnectionDetails database, @Value("${ORBITA_DATABASE_DIRECT_URL:}") String direct) {
        JdbcConnectionDetails address =
                direct.isBlank() ? database : DatabaseAddress.parse("ORBITA_DATABASE_DIRECT_URL", direct);
        this.url = address.getJdbcUrl();
        as.setProperty("user", String.valueOf(address.getUsername()));
        as.setProperty("password", String.valueOf(address.getPassword()));
        as.setProperty("tcpKeepAlive", "true");
        as.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
    }

    /**
     * A new connection, outside any tenant; who asks closes it.
     *
     * @param name what the server shows for it
     */
    public Connection open(String name) throws SQLException {
        Properties named = new Properties();
        named.putAll(as);
        named.setProperty("ApplicationName", name);
        return DriverManager.getConnection(url, named);
    }
}
