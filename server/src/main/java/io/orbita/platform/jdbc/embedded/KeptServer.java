package io.orbita.platform.jdbc.embedded;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server as long as we want it: one that ends unasked (killed for memory, for instance) is started again on the same port. */
final class KeptServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KeptServer.class);
    private static final int LONGEST_PAUSE_MS = 10_000;

    private final ServerFolder folder;
    private final Binaries binaries;
    private final Privileges privileges;
    private final List<String> settings;
    private volatile ServerProcess server;
    private volatile boolean closed;

    KeptServer(ServerFolder folder, Binaries binaries, Privileges privileges, List<String> settings)
            throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.privileges = privileges;
        this.settings = settings;
        this.server = ServerProcess.start(folder, binaries, privileges, settings, 0);
        watch();
    }

    int port() {
        return server.port();
    }

    long pid() {
        return server.pid();
    }

    private void watch() {
        server.onExit().thenRun(() -> {
            if (!closed) {
                Thread.ofPlatform().daemon().name("database-keeper").start(this::revive);
            }
        });
    }

    private void revive() {
        log.error("The embedded PostgreSQL ended unasked (see {}); it is started again", folder.log());
        try {
            for (int pause = 500; !closed && !runsAgain(); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
                Commands.pause(pause);
            }
        } catch (IOException e) {
            log.error("Interrupted while the embedded PostgreSQL was started again: {}", e.getMessage());
        }
    }

    private boolean runsAgain() {
        try {
            startAgain();
            return true;
        } catch (IOException | RuntimeException e) {
            log.error("The embedded PostgreSQL does not start again, and is tried once more: {}", e.getMessage());
            return false;
        }
    }

    private synchronized void startAgain() throws IOException {
        if (closed) {
            return;
        }
        new Leftovers(folder).clear();
        server = ServerProcess.start(folder, binaries, privileges, settings, server.port());
        watch();
        log.warn("The embedded PostgreSQL runs again on 127.0.0.1:{}", server.port());
    }

    /** For tests: from now on nobody looks after it, as if this process were dead. */
    void abandon() {
        closed = true;
    }

    /** Ends the server without waiting for its clients; what was committed stays. */
    @Override
    public void close() throws IOException {
        closed = true;
        end();
    }

    private synchronized void end() throws IOException {
        server.close();
    }
}
