package io.orbita.battery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orbita as its own process on its own data folder, always at the same address, that can be killed and started again. */
final class ServerUnderKill implements AutoCloseable {
    static final String PASSWORD = "crash-battery-password";

    private static final Duration START = Duration.ofMinutes(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path folder;
    private final int port;
    private final List<String> options;
    private @Nullable Process process;

    /**
     * @param folder emptied before the first start; holds the data and the server's output
     * @param options of the application, such as {@code --orbita.demo=false}
     */
    ServerUnderKill(Path folder, String... options) throws IOException {
        this.options = List.of(options);
        this.folder = folder.toAbsolutePath();
        deleteTree(this.folder);
        Files.createDirectories(this.folder.resolve("data/pg"));
        shareBinaries();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns when the server says that it may be used. */
    void start() throws IOException {
        var started = launch();
        long deadline = System.nanoTime() + START.toNanos();
        while (!isUp()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the server did not start; its last words:\n" + lastWords());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Returns when the process runs, which is long before it can be used. */
    Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                "io.orbita.Orbita",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--orbita.data=" + data()));
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("ORBITA_") || name.startsWith("SPRING_"));
        builder.environment().put("ORBITA_ADMIN_PASSWORD", PASSWORD);
        var started = builder.start();
        process = started;
        return started;
    }

    /** Ends the process without a warning, and with it the database when that is asked for. */
    void kill(boolean databaseToo) throws IOException {
        var victim = process;
        if (victim == null) {
            throw new IllegalStateException("not started");
        }
        var database = databaseToo ? postmaster() : null;
        victim.destroyForcibly();
        if (database != null) {
            database.destroyForcibly();
        }
        victim.onExit().join();
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Of the running process: the most memory it ever had resident, in MB, and the time that processors spent on it. */
    String figures() throws IOException {
        var running = process;
        if (running == null) {
            return "not started";
        }
        String peak = Files.readAllLines(Path.of("/proc/" + running.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
        return "peak memory " + peak + ", processor time "
                + running.info()
                        .totalCpuDuration()
                        .map(time -> time.toSeconds() + " s")
                        .orElse("unknown");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    /** A look into its database from beside it, as its superuser. */
    Connection database() throws IOException, SQLException {
        Path base = folder.resolve("data/pg");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(base.resolve("port")).strip() + "/orbita",
                "postgres",
                Files.readAllLines(base.resolve("secrets")).getFirst());
    }

    private @Nullable ProcessHandle postmaster() throws IOException {
        var file = folder.resolve("data/pg/data-18/postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElse(null);
    }

    private boolean isUp() {
        try {
            var health = HttpRequest.newBuilder(URI.create(url() + "/api/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String lastWords() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /** What the tests run with, less the tests: their beans have no place in the server. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    /** Unpacking is not what is tried here, so the programs of the other tests' server are used. */
    private void shareBinaries() throws IOException {
        var unpacked = Path.of("target", "test-postgres").toAbsolutePath();
        if (Files.isDirectory(unpacked)) {
            try (Stream<Path> all = Files.list(unpacked)) {
                for (Path programs : all.filter(
                                path -> path.getFileName().toString().startsWith("bin-"))
                        .toList()) {
                    Files.createSymbolicLink(folder.resolve("data/pg").resolve(programs.getFileName()), programs);
                }
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root, new FileVisitOption[0])) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() {
        var last = process;
        if (last != null) {
            last.destroy();
            try {
                if (!last.waitFor(20, TimeUnit.SECONDS)) {
                    last.destroyForcibly();
                }
            } catch (InterruptedException e) {
                last.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
