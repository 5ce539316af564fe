import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Orbita as anybody starts it, on a folder of its own that goes with it. */
final class Server implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PASSWORD = "password-of-the-bench";
    private static final double TICKS = 100;

    private final Path root;
    private final Path folder;
    private final int port;
    private Process process;
    private String token = "";

    Server(Path root) throws IOException, InterruptedException {
        this.root = root;
        this.folder = Files.createTempDirectory("orbita-bench");
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        start();
    }

    /** Starts it; gives the seconds until it says that it may be used. */
    double start() throws IOException, InterruptedException {
        long before = System.nanoTime();
        var builder = new ProcessBuilder(
                        root.resolve("orbita").toString(), "start", "--port", "" + port, "--data", folder.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        builder.environment().put("ORBITA_ADMIN_PASSWORD", PASSWORD);
        // Those of the bench are not the server's: other options than usual would also cost it its cache of classes.
        builder.environment().put("ORBITA_JAVA_OPTS", System.getProperty("orbita.bench.server", ""));
        process = builder.start();
        while (!isUp()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it did not start:\n" + Files.readString(folder.resolve("log")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double seconds = (System.nanoTime() - before) / 1e9;
        login();
        return seconds;
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    private boolean isUp() throws InterruptedException {
        try {
            return HTTP.send(
                                    HttpRequest.newBuilder(uri("/api/health")).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Access tokens live ten minutes. */
    void login() throws IOException, InterruptedException {
        token = "";
        String answer = send("POST", "/api/auth/login", "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}");
        token = answer.replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    /** The body of a good answer; anything else is an error. */
    String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + " -> " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Seconds of processor time used so far by the server and its database, ended backends included. */
    double processorSeconds() throws IOException {
        return ticks("/proc/" + process.pid() + "/stat", false) / TICKS + databaseSeconds();
    }

    /** The database's part of {@link #processorSeconds}. */
    double databaseSeconds() throws IOException {
        double ticks = ticks("/proc/" + postmaster() + "/stat", true);
        for (long backend : backends()) {
            ticks += ticks("/proc/" + backend + "/stat", false);
        }
        return ticks / TICKS;
    }

    /** What the compiler of the JVM has used: a server that has run for a while has none of it. */
    double compilerSeconds() throws IOException {
        double ticks = 0;
        try (var threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                try {
                    if (Files.readString(thread.resolve("comm")).matches("(?s)C[12] Compiler.*")) {
                        ticks += ticks(thread.resolve("stat").toString(), false);
                    }
                } catch (java.nio.file.NoSuchFileException e) {
                    // It has ended meanwhile.
                }
            }
        }
        return ticks / TICKS;
    }

    /** Resident memory of the Java process, MB. */
    double residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum() / 1024.0;
    }

    /** The database as its superuser: only to lay out more rows than could be made in a reasonable time, and to analyse. */
    Connection database() throws IOException, SQLException {
        Path base = folder.resolve("data/pg");
        String url = "jdbc:postgresql://127.0.0.1:" + Files.readString(base.resolve("port")).strip() + "/orbita";
        return DriverManager.getConnection(
                url, "postgres", Files.readAllLines(base.resolve("secrets")).getFirst());
    }

    private long postmaster() throws IOException {
        try (var files = Files.list(folder.resolve("data/pg"))) {
            Path data = files.filter(file -> file.getFileName().toString().startsWith("data-"))
                    .findFirst()
                    .orElseThrow();
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        }
    }

    private List<Long> backends() throws IOException {
        return ProcessHandle.of(postmaster())
                .map(handle -> handle.children().map(ProcessHandle::pid).toList())
                .orElse(List.of());
    }

    private static double ticks(String file, boolean withEnded) throws IOException {
        try {
            String stat = Files.readString(Path.of(file));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            return withEnded ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : own;
        } catch (java.nio.file.NoSuchFileException e) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
