package io.orbita.platform.jdbc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTests {
    @TempDir
    Path temp;

    @Test
    void the_first_start_makes_a_database_with_two_roles_of_little_power() throws SQLException {
        try (var postgres = start("a folder with spaces")) {
            try (var owner = owner(postgres)) {
                execute(owner, "create table note (text text)");
                execute(owner, "create extension pg_trgm");
            }
            try (var app = app(postgres)) {
                assertThat(text(app, "select current_user || ' ' || current_database()"))
                        .isEqualTo("orbita_app orbita");
                assertThat(text(
                                app,
                                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                                        + " where rolname = 'orbita_app'"))
                        .isEqualTo("f");
                assertThatThrownBy(() -> execute(app, "create table note2 (text text)"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> text(app, "select * from note")).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void data_and_port_survive_a_restart_on_the_same_folder() throws SQLException {
        int port;
        try (var postgres = start("pg")) {
            port = postgres.port();
            keepNote(postgres, "до перезапуска");
        }
        try (var postgres = start("pg")) {
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(notes(postgres)).isEqualTo("до перезапуска");
        }
    }

    @Test
    void a_port_that_somebody_else_has_taken_is_exchanged_for_a_free_one() throws Exception {
        int port;
        try (var postgres = start("pg")) {
            port = postgres.port();
        }
        try (var stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                var postgres = start("pg")) {
            assertThat(postgres.port()).isNotEqualTo(stranger.getLocalPort());
            assertThat(notesTableExists(postgres)).isFalse();
        }
    }

    @Test
    void a_second_start_on_a_folder_in_use_is_refused_and_harms_nothing() throws SQLException {
        try (var postgres = start("pg")) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> start("pg"))
                        .isInstanceOf(FolderInUse.class)
                        .hasMessageContaining("already uses the database")
                        .hasMessageContaining("--data");
            }
            keepNote(postgres, "still there");
            assertThat(notes(postgres)).isEqualTo("still there");
        }
    }

    @Test
    void what_was_committed_survives_a_server_that_was_killed() throws Exception {
        try (var postgres = start("pg")) {
            keepNote(postgres, "committed");
            kill(postgres);
        }
        // As after a reboot: the file names a process that is by now somebody else, here this very JVM.
        Path pidFile = temp.resolve("pg/data-18/postmaster.pid");
        String stale = Files.readString(pidFile);
        Files.writeString(pidFile, ProcessHandle.current().pid() + stale.substring(stale.indexOf('\n')));
        try (var postgres = start("pg")) {
            assertThat(notes(postgres)).isEqualTo("committed");
        }
    }

    @Test
    void a_server_that_ends_unasked_runs_again_on_its_port() throws Exception {
        try (var postgres = start("pg")) {
            keepNote(postgres, "committed");
            int port = postgres.port();
            long first = postgres.pid();
            end(postgres);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (postgres.pid() == first && System.nanoTime() < deadline) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(notes(postgres)).isEqualTo("committed");
        }
    }

    @Test
    void a_server_that_outlived_its_owner_is_stopped_before_the_next_one_starts() throws Exception {
        var owner = start("pg");
        keepNote(owner, "kept");
        long orphan = owner.pid();
        // The owner's lock goes, the server stays: what a kill -9 leaves where parent-death signals are missing.
        owner.releaseFolder();
        try (var postgres = start("pg")) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(notes(postgres)).isEqualTo("kept");
        }
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_begun_anew() throws Exception {
        Path half = Files.createDirectories(temp.resolve("pg").resolve(ServerFolder.HALF_MADE + "data"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        Path program = Files.createDirectories(temp.resolve("pg").resolve(ServerFolder.HALF_MADE + "bin-1"));
        try (var postgres = start("pg")) {
            keepNote(postgres, "whole");
            assertThat(half).doesNotExist();
            assertThat(program).doesNotExist();
        }
    }

    @Test
    void roles_are_completed_when_the_first_start_died_before_they_stood() throws Exception {
        try (var postgres = start("pg")) {
            keepNote(postgres, "kept");
        }
        Files.delete(temp.resolve("pg/bootstrapped"));
        try (var postgres = start("pg")) {
            assertThat(notes(postgres)).isEqualTo("kept");
        }
    }

    @Test
    void a_cluster_of_another_major_version_is_refused_with_the_way_out() throws Exception {
        Files.createDirectories(temp.resolve("pg/data-17"));
        assertThatThrownBy(() -> start("pg"))
                .hasMessageContaining("another major version")
                .hasMessageContaining("ORBITA_DATABASE_URL");
    }

    @Test
    void lost_passwords_are_reported_and_not_made_anew() throws Exception {
        start("pg").close();
        Files.delete(temp.resolve("pg/secrets"));
        assertThatThrownBy(() -> start("pg")).hasMessageContaining("from a backup");
    }

    @Test
    void passwords_can_be_read_by_the_owner_only() throws Exception {
        try (var postgres = start("pg")) {
            assertThat(Files.getPosixFilePermissions(temp.resolve("pg/secrets")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "orbita_app", "guessed"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_server_that_cannot_start_says_why() {
        assertThatThrownBy(() ->
                        EmbeddedPostgres.start(temp.resolve("pg"), TestPostgres.BINARIES, "shared_buffers=nonsense"))
                .hasMessageContaining("shared_buffers");
    }

    @Test
    void further_databases_are_empty_or_copies_and_belong_to_the_owner_role() throws SQLException {
        var postgres = TestPostgres.server();
        String first = TestPostgres.freshDatabase();
        try (var owner = DriverManager.getConnection(first, postgres.ownerUser(), postgres.ownerPassword())) {
            execute(owner, "create table note (text text)");
            execute(owner, "insert into note values ('copied')");
        }
        String copy = TestPostgres.freshDatabase(first.substring(first.lastIndexOf('/') + 1));
        try (var owner = DriverManager.getConnection(copy, postgres.ownerUser(), postgres.ownerPassword())) {
            assertThat(text(owner, "select text from note")).isEqualTo("copied");
        }
        assertThatThrownBy(() -> postgres.createDatabase("x; drop database orbita"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private EmbeddedPostgres start(String folder) {
        return EmbeddedPostgres.start(temp.resolve(folder), TestPostgres.BINARIES);
    }

    private static void kill(EmbeddedPostgres postgres) throws Exception {
        postgres.abandon();
        end(postgres);
    }

    private static void end(EmbeddedPostgres postgres) throws Exception {
        var server = ProcessHandle.of(postgres.pid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }

    private static void keepNote(EmbeddedPostgres postgres, String note) throws SQLException {
        try (var owner = owner(postgres)) {
            execute(owner, "create table note (text text)");
            execute(owner, "insert into note values ('" + note + "')");
        }
    }

    private static String notes(EmbeddedPostgres postgres) throws SQLException {
        try (var owner = owner(postgres)) {
            return text(owner, "select string_agg(text, ',') from note");
        }
    }

    private static boolean notesTableExists(EmbeddedPostgres postgres) throws SQLException {
        try (var owner = owner(postgres)) {
            return text(owner, "select to_regclass('note') is not null").equals("t");
        }
    }

    private static Connection owner(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.ownerUser(), postgres.ownerPassword());
    }

    private static Connection app(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.appUser(), postgres.appPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
