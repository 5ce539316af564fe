package io.orbita.platform.jdbc;

import io.orbita.platform.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A server of the operator, looked at before the first migration: what is granted to a wrong role would stay, and the right one would lack it.
 *
 * @param app as whom the application works there
 * @param owner to whom the tables belong
 */
record GivenServer(DatabaseAddress app, DatabaseAddress owner) {
    static final int OLDEST = 15;
    static final String TOO_MUCH_RIGHT =
            "The application's database role may not be a superuser, the owner of the tables or"
                    + " have BYPASSRLS: tenants would not be kept apart. Give ORBITA_DATABASE_URL an ordinary role";

    /**
     * @param oldest the oldest major version of PostgreSQL that will do
     * @throws StartRefused when Orbita cannot or must not work there
     */
    void examine(int oldest) throws SQLException {
        try (Connection owning = connect(owner);
                Connection working = connect(app)) {
            int major = owning.getMetaData().getDatabaseMajorVersion();
            if (major < oldest) {
                throw new StartRefused("The given database is PostgreSQL " + major + "; Orbita needs " + oldest
                        + " or newer. Without ORBITA_DATABASE_URL it brings its own.");
            }
            if (!place(owning).equals(place(working))) {
                throw new StartRefused("ORBITA_DATABASE_URL and ORBITA_DATABASE_OWNER_URL must name the same database,"
                        + " and name " + named(app) + " and " + named(owner));
            }
            if (mayDoTooMuch(working)) {
                throw new StartRefused(TOO_MUCH_RIGHT);
            }
        }
    }

    private static String place(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select current_database() || ' ' || pg_postmaster_start_time()");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** A member of the owning role counts: row-level security does not hold for it either. */
    private boolean mayDoTooMuch(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select rolsuper or rolbypassrls or pg_has_role(current_user, ?, 'MEMBER')
                  from pg_roles where rolname = current_user
                """)) {
            statement.setString(1, owner.user());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    /** Without the options: one of them may be a password. */
    private static String named(DatabaseAddress address) {
        return address.url().replaceFirst("\\?.*", "");
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
