package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of one server: {@code app.lock, secrets (0600), port, server.log} and the cluster in {@code data-MAJOR}.
 * Locked for as long as this object is open.
 */
final class ServerFolder implements AutoCloseable {
    static final String HALF_MADE = "half-made-";
    private static final long LOG_LIMIT_BYTES = 10L << 20;

    /** Closing any channel of a file drops the whole process's lock on it, so a second try must not even open it. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    record Secrets(String superuser, String owner, String app) {}

    private final Path base;
    private final FileChannel lock;

    private ServerFolder(Path base, FileChannel lock) {
        this.base = base;
        this.lock = lock;
    }

    static ServerFolder open(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            Path base = folder.toRealPath();
            if (!OPEN_HERE.add(base)) {
                throw new FolderInUse(
                        base, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return new ServerFolder(base, lock(base));
            } catch (IOException | RuntimeException e) {
                OPEN_HERE.remove(base);
                throw e;
            }
        } catch (AccessDeniedException e) {
            throw new StartRefused(
                    "The folder " + folder + " cannot be written by user " + System.getProperty("user.name") + " ("
                            + e.getFile() + "). Start Orbita as the folder's owner, or with another --data folder.",
                    e);
        }
    }

    private static FileChannel lock(Path base) throws IOException {
        Path file = base.resolve("app.lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new FolderInUse(base, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
        return channel;
    }

    Path base() {
        return base;
    }

    Path cluster() {
        return base.resolve("data-" + Binaries.MAJOR);
    }

    Path halfMadeCluster() {
        return base.resolve(HALF_MADE + "data");
    }

    Path log() {
        return base.resolve("server.log");
    }

    boolean hasCluster() {
        return Files.exists(cluster().resolve("PG_VERSION"));
    }

    /** The port of the last run, so that tools set up against it keep working, or 0. */
    int lastPort() throws IOException {
        try {
            return Integer.parseInt(Files.readString(base.resolve("port")).strip());
        } catch (NoSuchFileException | NumberFormatException e) {
            return 0;
        }
    }

    void keepPort(int port) throws IOException {
        write(base.resolve("port"), port + "\n", "rw-r--r--");
    }

    boolean isBootstrapped() {
        return Files.exists(base.resolve("bootstrapped"));
    }

    void markBootstrapped() throws IOException {
        write(base.resolve("bootstrapped"), Binaries.VERSION + "\n", "rw-r--r--");
    }

    Secrets secrets() throws IOException {
        Path file = base.resolve("secrets");
        if (!Files.exists(file)) {
            if (hasCluster()) {
                throw new StartRefused("The passwords of the database in " + base + " are gone: put the file " + file
                        + " back from a backup.");
            }
            write(file, String.join("\n", random(), random(), random()) + "\n", "rw-------");
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            throw new StartRefused("The file " + file + " is damaged: put it back from a backup.");
        }
        return new Secrets(lines.get(0), lines.get(1), lines.get(2));
    }

    /** Writes a file that is there whole or not at all, also after a power cut. */
    void write(Path file, String content, String permissions) throws IOException {
        Path half = base.resolve(HALF_MADE + file.getFileName());
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            var bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    void refuseOtherMajor() throws IOException {
        try (var children = Files.list(base)) {
            var other = children.filter(p -> p.getFileName().toString().matches("data-\\d+"))
                    .filter(p -> !p.equals(cluster()))
                    .findFirst();
            if (other.isPresent() && !hasCluster()) {
                throw new StartRefused("The database in " + other.get()
                        + " was made by another major version of PostgreSQL; this build brings " + Binaries.VERSION
                        + ". Start the Orbita that made it and export the data, or run a PostgreSQL of that version on"
                        + " the folder and set ORBITA_DATABASE_URL.");
            }
        }
    }

    /** What an earlier run that was killed left unfinished; nobody uses it while we hold the lock. */
    void removeHalfMade() throws IOException {
        try (var children = Files.list(base)) {
            for (Path half : children.filter(p -> p.getFileName().toString().startsWith(HALF_MADE))
                    .toList()) {
                deleteTree(half);
            }
        }
    }

    void rotateLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
            Files.move(log(), base.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** All of the folder goes to that user, so that a later start by the user itself finds nothing of root's. */
    void giveTo(int user) throws IOException {
        Commands.run(List.of("chown", "-R", user + ":" + user, base.toString()), base);
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String random() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        OPEN_HERE.remove(base);
    }
}
