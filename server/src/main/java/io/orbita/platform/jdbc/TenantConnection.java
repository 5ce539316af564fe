package io.orbita.platform.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A connection that names the business of its transaction with the first statement in one round trip, where the driver sends {@code BEGIN} too.
 *
 * <p>Where a transaction only reads and wants no snapshot of its own, each statement sees what was committed before it anyway: there each is a transaction by
 * itself, named and read-only, in one round trip in place of three. What cannot be sent together with another statement (a batch, a statement without
 * parameters) is preceded by one of its own, in a transaction that then stays open until the commit.
 */
final class TenantConnection implements InvocationHandler {
    private static final String NAME = "select set_config('app.business_id', ?, true)";
    private static final String READ_ONLY = ", set_config('transaction_read_only', 'on', true)";
    private static final String NO_WAIT = ", set_config('synchronous_commit', 'off', true)";
    private static final Class<?>[] CONNECTION = {Connection.class};
    private static final Class<?>[] STATEMENT = {PreparedStatement.class};

    private final Connection connection;
    /** What the database is still to be told, null when it knows. */
    private @Nullable String telling;
    /** The parameter of that. */
    private String business = "";
    /** Whether each statement is a transaction by itself. */
    private boolean each;

    private TenantConnection(Connection connection) {
        this.connection = connection;
    }

    static Connection over(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                TenantConnection.class.getClassLoader(), CONNECTION, new TenantConnection(connection));
    }

    /**
     * A transaction begins; nothing is sent yet.
     *
     * @param business the id of the business, null for none: then no tenant's rows are seen
     * @param reading whether it only reads, with a new view for each statement
     * @param replayed whether its commit need not wait for the disk
     */
    void begin(@Nullable String business, boolean reading, boolean replayed) throws SQLException {
        this.business = business == null ? "" : business;
        each = reading && business != null;
        telling = business == null && !replayed ? null : NAME + (each ? READ_ONLY : "") + (replayed ? NO_WAIT : "");
        if (each) {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        int count = arguments == null ? 0 : arguments.length;
        switch (method.getName()) {
            case "unwrap":
                if (arguments != null && arguments[0] == TenantConnection.class) {
                    return this;
                }
                break;
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "naming " + connection;
            case "prepareStatement":
                if (telling != null && count == 1 && arguments != null) {
                    return Proxy.newProxyInstance(
                            TenantConnection.class.getClassLoader(), STATEMENT, new TenantStatement(this, (String)
                                    java.util.Objects.requireNonNull(arguments[0])));
                }
                tell();
                break;
            case "createStatement", "prepareCall", "setSavepoint":
                tell();
                break;
            case "commit", "rollback":
                // Where each statement was a transaction by itself there is nothing left to end.
                if (count == 0 && each) {
                    each = false;
                    telling = null;
                    return null;
                }
                telling = null;
                break;
            default:
        }
        return call(connection, method, arguments);
    }

    /** Says it by a statement of its own, and keeps the transaction open from here on. */
    void tell() throws SQLException {
        String first = telling;
        if (first == null) {
            return;
        }
        if (each) {
            connection.setAutoCommit(false);
            each = false;
        }
        told();
        try (PreparedStatement statement = connection.prepareStatement(first)) {
            statement.setString(1, business);
            statement.execute();
        }
    }

    /** What goes before the next statement, with one parameter; null when the database knows. */
    @Nullable String telling() {
        return telling;
    }

    String business() {
        return business;
    }

    /** It was sent, or is about to be. */
    void told() {
        if (!each) {
            telling = null;
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
