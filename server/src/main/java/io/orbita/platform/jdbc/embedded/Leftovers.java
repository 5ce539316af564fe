package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server processes of an earlier run that outlived it. They are recognised by their working folder, which is the
 * cluster for every PostgreSQL process; the pid in {@code postmaster.pid} may by now belong to a stranger.
 */
final class Leftovers {
    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerFolder folder;

    Leftovers(ServerFolder folder) {
        this.folder = folder;
    }

    /** Returns when no process uses the folder any more and nothing unfinished is left in it. */
    void clear() throws IOException {
        processesIn(folder.halfMadeCluster()).forEach(ProcessHandle::destroyForcibly);
        folder.removeHalfMade();
        Path pidFile = folder.cluster().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        log.warn("The last run did not end cleanly; the database recovers by itself");
        stop(postmaster(pidFile));
        // Guards against a reused pid, at which PostgreSQL would refuse to start. Safe only because we hold the lock of
        // the folder and have just seen that nothing runs in it.
        Files.deleteIfExists(pidFile);
    }

    private void stop(long postmaster) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (true) {
            List<Long> left =
                    processesIn(folder.cluster()).map(ProcessHandle::pid).toList();
            if (left.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new StartRefused(
                        "The processes " + left + " still use the database in " + folder.cluster() + ". End them.");
            }
            if (!told) {
                boolean whole = left.contains(postmaster);
                signal(whole ? "INT" : "QUIT", whole ? List.of(postmaster) : left);
                told = true;
            }
            Commands.pause(50);
        }
    }

    private static long postmaster(Path pidFile) throws IOException {
        try {
            return Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        } catch (NumberFormatException | NoSuchElementException e) {
            return -1;
        }
    }

    private static Stream<ProcessHandle> processesIn(Path cluster) {
        return ProcessHandle.allProcesses().filter(process -> {
            try {
                return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
                        .equals(cluster);
            } catch (IOException | RuntimeException e) {
                return false;
            }
        });
    }

    /** Java itself can send only TERM, at which PostgreSQL waits for every client, and KILL. */
    static void signal(String name, List<Long> processes) throws IOException {
        var words = new StringBuilder("kill -" + name);
        processes.forEach(pid -> words.append(' ').append(pid));
        Commands.exitCode(List.of("sh", "-c", words.toString()));
    }
}
