package io.orbita.platform.live;

import io.orbita.platform.jdbc.DirectConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears what all nodes tell, over one connection of its own; when that dies it is made anew, and everybody is told that words may have been lost. */
@Component
class Listening implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int PATIENCE_SECONDS = 5;
    private static final long FIRST_WAIT_MILLIS = 100;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final DirectConnections database;
    private final List<Changes> listeners;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Connection open;

    Listening(DirectConnections database, List<Changes> listeners) {
        this.database = database;
        this.listeners = List.copyOf(listeners);
    }

    private void run() {
        long wait = FIRST_WAIT_MILLIS;
        while (isRunning()) {
            try (Connection connection = database.open("orbita-live")) {
                open = connection;
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + Wire.CHANNEL);
                }
                wait = FIRST_WAIT_MILLIS;
                listeners.forEach(Changes::lost);
                hear(connection);
            } catch (SQLException e) {
                if (isRunning()) {
                    LOG.warn(
                            "open pages are not told of changes until the database can be heard again: {}",
                            e.getMessage());
                }
            }
            open = null;
            try {
                Thread.sleep(wait + ThreadLocalRandom.current().nextLong(wait / 2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS);
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            PGNotification[] heard = postgres.getNotifications((int) LOOK.toMillis());
            if (heard == null || heard.length == 0) {
                // A connection that a firewall has forgotten is silent like one on which nothing happens.
                if (!connection.isValid(PATIENCE_SECONDS)) {
                    throw new SQLException("the connection is dead");
                }
                continue;
            }
            for (PGNotification each : heard) {
                pass(each.getParameter());
            }
        }
    }

    private void pass(String words) {
        if (words.equals(Wire.LOST)) {
            listeners.forEach(Changes::lost);
            return;
        }
        words.lines()
                .forEach(line ->
                        Words.read(line).ifPresent(change -> listeners.forEach(listener -> listener.heard(change))));
    }

    @Override
    public void start() {
        Thread beginning = Thread.ofVirtual().name("live-listening").unstarted(this::run);
        thread = beginning;
        beginning.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        Connection connection = open;
        thread = null;
        if (connection != null) {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("the connection was closed already", e);
            }
        }
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
