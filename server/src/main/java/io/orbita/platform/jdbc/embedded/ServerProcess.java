package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server on a cluster that exists. */
final class ServerProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration RECOVERY_LIMIT = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 3;
    private static final int STATUS_LINE = 7;
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "max_wal_size=512MB",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            "logging_collector=off");

    private final ServerFolder folder;
    private final Process process;
    private final int port;

    private ServerProcess(ServerFolder folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the server and waits until it takes connections; on a crashed cluster that includes its recovery.
     *
     * @param fixedPort the port that it must have, or 0 for that of the last run if nobody has taken it
     */
    static ServerProcess start(
            ServerFolder folder, Binaries binaries, Privileges privileges, List<String> settings, int fixedPort)
            throws IOException {
        folder.rotateLog();
        for (int attempt = 1; ; attempt++) {
            int port = fixedPort > 0 ? fixedPort : freePort(attempt == 1 ? folder.lastPort() : 0);
            long logStart = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
            var command = new ArrayList<>(privileges.prefix("INT"));
            command.addAll(
                    List.of(binaries.program("postgres"), "-D", folder.cluster().toString(), "-c", "port=" + port));
            SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
            settings.forEach(setting -> command.addAll(List.of("-c", setting)));
            var server = new ServerProcess(
                    folder, Commands.spawn(command, folder.base(), folder.log().toFile()), port);
            if (server.awaitReady()) {
                folder.keepPort(port);
                return server;
            }
            server.close();
            String said = logSince(folder.log(), logStart);
            boolean portTaken = said.contains("could not bind");
            if (!portTaken || attempt == ATTEMPTS) {
                throw new StartRefused("PostgreSQL did not start in " + folder.base() + ". It said:\n" + said);
            }
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Completes when the server has ended, for whatever reason. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    private boolean awaitReady() throws IOException {
        Path pidFile = folder.cluster().resolve("postmaster.pid");
        long start = System.nanoTime();
        long nextNote = start + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() - start < RECOVERY_LIMIT.toNanos()) {
            if (!process.isAlive()) {
                return false;
            }
            if (isReady(pidFile)) {
                return true;
            }
            if (System.nanoTime() > nextNote) {
                log.info("Still waiting for the database; after a crash it replays its journal");
                nextNote += TimeUnit.SECONDS.toNanos(10);
            }
            Commands.pause(10);
        }
        return false;
    }

    private boolean isReady(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(String.valueOf(process.pid()))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** Ends the server without waiting for its clients; what was committed stays. */
    @Override
    public void close() throws IOException {
        try {
            for (String signal : List.of("INT", "QUIT")) {
                if (process.isAlive()) {
                    Leftovers.signal(signal, List.of(process.pid()));
                    process.waitFor(20, TimeUnit.SECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    private static String logSince(Path file, long start) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(start);
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        }
    }
}
