package io.orbita.platform.jdbc.embedded;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One server for all tests of this JVM, kept under {@code target/test-postgres} between runs, and a fresh database for
 * whoever asks. Several runs at a time each get a folder of their own.
 */
public final class TestPostgres {
    /** The unpacked programs, shared by every server that a test starts. */
    public static final Path BINARIES = Path.of("target", "test-postgres").toAbsolutePath();

    private static final int PARALLEL_RUNS = 16;
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestPostgres() {}

    /** A new empty database owned by the owner role; returns its JDBC URL. */
    public static String freshDatabase() {
        return server().createDatabase("test_" + MADE.incrementAndGet());
    }

    /** A copy of another database of the server, for instance a migrated one; nobody may be connected to that. */
    public static String freshDatabase(String template) {
        return server().createDatabase("test_" + MADE.incrementAndGet(), template);
    }

    public static EmbeddedPostgres server() {
        return Holder.SERVER;
    }

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            FolderInUse last = null;
            for (int run = 1; run <= PARALLEL_RUNS; run++) {
                try {
                    // Tests lose nothing in a power cut, so the disk need not be waited for.
                    var server = EmbeddedPostgres.start(
                            BINARIES.resolve("run-" + run), BINARIES, "fsync=off", "full_page_writes=off");
                    dropDatabasesOfEarlierRuns(server);
                    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-postgres-stop"));
                    return server;
                } catch (FolderInUse e) {
                    last = e;
                }
            }
            throw new IllegalStateException("no free folder for a test server", last);
        }

        private static void dropDatabasesOfEarlierRuns(EmbeddedPostgres server) {
            List<String> names = new ArrayList<>();
            try (var connection =
                            DriverManager.getConnection(server.url(), server.ownerUser(), server.ownerPassword());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select datname from pg_database where datname not in ('orbita', 'postgres')"
                                    + " and not datistemplate")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            names.forEach(server::dropDatabase);
        }
    }
}
