package io.orbita.platform.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement before which the database has to be told something. Its parameters wait until it is clear how it is executed: alone, or behind that with the
 * result of that left out.
 */
final class TenantStatement implements InvocationHandler {
    private record Setting(Method method, @Nullable Object[] arguments) {}

    private final TenantConnection connection;
    private final String sql;
    private final List<Setting> settings = new ArrayList<>();
    private @Nullable PreparedStatement statement;
    private boolean behind;

    TenantStatement(TenantConnection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        int count = arguments == null ? 0 : arguments.length;
        PreparedStatement open = statement;
        if (open == null) {
            switch (name) {
                case "close":
                    return null;
                case "isClosed":
                    return false;
                case "equals":
                    return arguments != null && proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "toString":
                    return sql;
                default:
                    if (name.startsWith("set") && arguments != null) {
                        settings.add(new Setting(method, arguments.clone()));
                        return null;
                    }
                    open = open(name.startsWith("execute") && count == 0);
            }
        } else if (behind && isParameter(method)) {
            return TenantConnection.call(open, method, shifted(Objects.requireNonNull(arguments)));
        }
        if (!behind || !name.startsWith("execute") || count > 0) {
            return TenantConnection.call(open, method, arguments);
        }
        open.execute();
        boolean rows = open.getMoreResults();
        return switch (name) {
            case "execute" -> rows;
            case "executeQuery" -> {
                if (!rows) {
                    throw new SQLException("the statement gave no rows");
                }
                yield open.getResultSet();
            }
            case "executeUpdate" -> open.getUpdateCount();
            case "executeLargeUpdate" -> open.getLargeUpdateCount();
            default -> throw new SQLException(name + " cannot follow another execution");
        };
    }

    private PreparedStatement open(boolean together) throws Throwable {
        String first = connection.telling();
        if (!together) {
            connection.tell();
        }
        behind = together && first != null;
        PreparedStatement opened = connection.prepare(behind ? first + ";\n" + sql : sql);
        statement = opened;
        if (behind) {
            opened.setString(1, connection.business());
            connection.told();
        }
        for (Setting setting : settings) {
            boolean shift = behind && isParameter(setting.method());
            TenantConnection.call(opened, setting.method(), shift ? shifted(setting.arguments()) : setting.arguments());
        }
        return opened;
    }

    /** {@code setLong(1, value)}, not {@code setFetchSize(1)}. */
    private static boolean isParameter(Method method) {
        return method.getName().startsWith("set") && method.getParameterCount() > 1;
    }

    private static @Nullable Object[] shifted(@Nullable Object[] arguments) {
        @Nullable Object[] shifted = arguments.clone();
        shifted[0] = (Integer) Objects.requireNonNull(arguments[0]) + 1;
        return shifted;
    }
}
