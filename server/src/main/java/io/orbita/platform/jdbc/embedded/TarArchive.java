package io.orbita.platform.jdbc.embedded;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Reads the part of the tar format that the PostgreSQL bundle uses: ustar files, folders and symbolic links. */
final class TarArchive {
    private static final int BLOCK = 512;
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final DataInputStream in;

    TarArchive(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    }

    /** Unpacks everything below the folder; an entry that would land outside is refused. */
    void unpackInto(Path root) throws IOException {
        folder(root);
        byte[] header = new byte[BLOCK];
        while (true) {
            in.readFully(header);
            String name = text(header, 0, 100);
            if (name.isEmpty()) {
                return;
            }
            String prefix = isUstar(header) ? text(header, 345, 155) : "";
            Path target = inside(root, root.resolve(prefix.isEmpty() ? name : prefix + "/" + name), name);
            switch ((char) header[156]) {
                case '5' -> folder(target);
                case '2' -> link(root, target, text(header, 157, 100));
                case '0', '\0' -> file(target, octal(header, 124, 12), octal(header, 100, 8));
                default -> throw new IOException("unexpected entry type in the archive at " + name);
            }
        }
    }

    private static void link(Path root, Path target, String destination) throws IOException {
        folder(target.getParent());
        inside(root, target.resolveSibling(destination), destination);
        Files.createSymbolicLink(target, Path.of(destination));
    }

    private void file(Path target, long size, long mode) throws IOException {
        folder(target.getParent());
        try (var out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = size; left > 0; ) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the archive ends within " + target.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        boolean executable = (mode & OWNER_MAY_EXECUTE) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Open to all whatever the umask says: the server may run as another user than we do. */
    private static void folder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            folder(folder.getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path root, Path target, String name) throws IOException {
        Path clean = target.normalize();
        if (!clean.startsWith(root)) {
            throw new IOException("the archive entry " + name + " leads outside of the folder");
        }
        return clean;
    }

    private static boolean isUstar(byte[] header) {
        return "ustar".equals(text(header, 257, 5)) && header[262] == 0;
    }

    private static long octal(byte[] header, int offset, int length) {
        return Long.parseLong(text(header, offset, length).trim(), 8);
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }
}
