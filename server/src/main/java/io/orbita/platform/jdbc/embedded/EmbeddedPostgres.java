package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import io.orbita.platform.jdbc.embedded.ServerFolder.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server with its data in one folder, run as a child of this process. Committed data survive a
 * {@code kill -9} of either process, and of both.
 *
 * <p>Two roles: {@code orbita_owner} owns the database {@code orbita} and migrates it; {@code orbita_app} is what the
 * application connects as, neither superuser nor able to bypass row-level security. The passwords are random, made at
 * the first start and kept in the folder.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "orbita_owner";
    private static final String APP = "orbita_app";
    private static final String DATABASE = "orbita";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final ServerFolder folder;
    private final Secrets secrets;
    private final KeptServer server;

    private EmbeddedPostgres(ServerFolder folder, Secrets secrets, KeptServer server) {
        this.folder = folder;
        this.secrets = secrets;
        this.server = server;
    }

    /**
     * Starts the server on a folder, which is made when missing; returns when it takes connections.
     *
     * @throws FolderInUse when another process (or this one) already runs a server there
     * @throws StartRefused when it cannot start; the message says why and what to do
     */
    public static EmbeddedPostgres start(Path folder) {
        return start(folder, folder);
    }

    /**
     * The same with the unpacked programs (75 MB) in a folder that several servers may share, and with further settings
     * of the server as {@code name=value}, which win over ours.
     */
    public static EmbeddedPostgres start(Path folder, Path binaries, String... settings) {
        long begin = System.nanoTime();
        ServerFolder opened = null;
        try {
            opened = ServerFolder.open(folder);
            var postgres = start(opened, Binaries.under(binaries.toAbsolutePath()), List.of(settings));
            log.info(
                    "Embedded PostgreSQL {} runs on 127.0.0.1:{} with its data in {} ({} ms)",
                    Binaries.VERSION,
                    postgres.port(),
                    opened.cluster(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
            return postgres;
        } catch (IOException | SQLException e) {
            closeQuietly(opened);
            throw new StartRefused("The embedded PostgreSQL did not start in " + folder + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            closeQuietly(opened);
            throw e;
        }
    }

    private static EmbeddedPostgres start(ServerFolder folder, Binaries binaries, List<String> settings)
            throws IOException, SQLException {
        folder.refuseOtherMajor();
        new Leftovers(folder).clear();
        Secrets secrets = folder.secrets();
        var privileges = new Privileges(folder, binaries);
        if (!folder.hasCluster()) {
            makeCluster(folder, binaries, privileges, secrets);
        }
        var server = new KeptServer(folder, binaries, privileges, settings);
        var postgres = new EmbeddedPostgres(folder, secrets, server);
        try {
            if (!folder.isBootstrapped()) {
                postgres.makeRolesAndDatabase();
                folder.markBootstrapped();
            }
            return postgres;
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static void makeCluster(ServerFolder folder, Binaries binaries, Privileges privileges, Secrets secrets)
            throws IOException {
        // A locale of the operating system would reorder indexes when the system is upgraded; this one is PostgreSQL's.
        List<String> options = List.of(
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=PG_UNICODE_FAST",
                "--no-instructions");
        Path half = folder.halfMadeCluster();
        Files.createDirectories(half);
        Path password = half.resolveSibling(half.getFileName() + ".pw");
        folder.write(password, secrets.superuser() + "\n", "rw-------");
        var command = new ArrayList<>(privileges.prefix("KILL"));
        command.addAll(List.of(binaries.program("initdb"), "--pgdata=" + half, "--pwfile=" + password));
        command.addAll(options);
        try {
            Commands.run(command, folder.base());
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(half, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeRolesAndDatabase() throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String role : List.of(OWNER, APP)) {
                String attributes = " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                        + (role.equals(OWNER) ? secrets.owner() : secrets.app()) + "'";
                boolean there = exists(statement, "select 1 from pg_roles where rolname = '" + role + "'");
                statement.execute((there ? "alter role " : "create role ") + role + attributes);
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    /**
     * Makes one more database of {@link #ownerUser()}, for instance for a group of tests.
     *
     * @param name lower-case letters, digits and underscores
     * @return its JDBC URL
     */
    public String createDatabase(String name) {
        return createDatabase(name, "template0");
    }

    /** The same as a copy of another database of this server, to which nobody may be connected. */
    public String createDatabase(String name, String template) {
        requireName(name);
        requireName(template);
        execute("create database " + name + " owner " + OWNER + " template " + template);
        return url(name);
    }

    /** Drops a database, also while somebody is connected to it; no error when there is none. */
    public void dropDatabase(String name) {
        requireName(name);
        execute("drop database if exists " + name + " with (force)");
    }

    /** JDBC URL of the database {@code orbita}; user and password go beside it. */
    public String url() {
        return url(DATABASE);
    }

    /** JDBC URL of a database of this server, which need not exist. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** The loopback port; the same at the next start unless somebody else has taken it. */
    public int port() {
        return server.port();
    }

    public String ownerUser() {
        return OWNER;
    }

    public String ownerPassword() {
        return secrets.owner();
    }

    public String appUser() {
        return APP;
    }

    public String appPassword() {
        return secrets.app();
    }

    long pid() {
        return server.pid();
    }

    /** For tests: nobody starts it again when it ends. */
    void abandon() {
        server.abandon();
    }

    /** For tests: what the death of this process does to the lock. */
    void releaseFolder() {
        abandon();
        closeQuietly(folder);
    }

    /** Stops the server, cutting off who is still connected. May be called twice. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            log.warn("Embedded PostgreSQL did not stop cleanly: {}", e.toString());
        }
        closeQuietly(folder);
    }

    private void execute(String sql) {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(url("postgres"), SUPERUSER, secrets.superuser());
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void requireName(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
    }

    private static void closeQuietly(@Nullable ServerFolder folder) {
        if (folder == null) {
            return;
        }
        try {
            folder.close();
        } catch (IOException e) {
            log.warn("Cannot release the lock of the database folder: {}", e.toString());
        }
    }
}
