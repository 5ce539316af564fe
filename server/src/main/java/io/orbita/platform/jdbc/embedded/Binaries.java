package io.orbita.platform.jdbc.embedded;

import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The unpacked programs of PostgreSQL; several clusters may share one copy. */
record Binaries(Path folder) {
    static final String VERSION = "18.6.0";
    static final String MAJOR = "18";

    /** Unpacks once into a folder of this version. Whoever comes second, in this or another process, uses the first's. */
    static Binaries under(Path parent) throws IOException {
        Path folder = parent.resolve("bin-" + VERSION);
        if (!Files.isDirectory(folder)) {
            unpack(parent, folder);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        Path half = parent.resolve(
                ServerFolder.HALF_MADE + "bin-" + ProcessHandle.current().pid());
        ServerFolder.deleteTree(half);
        try (InputStream archive = Binaries.class.getResourceAsStream(archiveName())) {
            if (archive == null) {
                throw new StartRefused("This build has no PostgreSQL for " + System.getProperty("os.name")
                        + " on " + System.getProperty("os.arch")
                        + ". Install PostgreSQL 15 or newer and set ORBITA_DATABASE_URL.");
            }
            new TarArchive(new XZInputStream(archive)).unpackInto(half);
        }
        // Names must not reach the disk before contents do: a power cut would leave empty programs in a finished
        // folder.
        Commands.exitCode(List.of("sync", "-f", half.toString()));
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            ServerFolder.deleteTree(half);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String chip = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        String known = chip.equals("amd64") ? "x86_64" : chip.equals("aarch64") ? "arm_64" : chip;
        return "/postgres-" + (system.contains("linux") ? "linux" : system.replaceAll("\\s.*", "")) + "-" + known
                + ".txz";
    }
}
