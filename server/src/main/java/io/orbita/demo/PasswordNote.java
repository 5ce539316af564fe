package io.orbita.demo;

import io.orbita.platform.StartRefused;
import io.orbita.platform.crypto.PublicId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The first password between making the first login and telling it: a first start that is killed in between goes on with the same one. The file is gone as soon as the password was printed.
 */
@Component
class PasswordNote {
    private final Path file;

    PasswordNote(@Value("${orbita.data}") Path data) {
        this.file = data.resolve("first-password");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The noted password, or a new one that is on disk when this returns; the same for all threads that ask. */
    synchronized String password() {
        try {
            String noted = exists() ? Files.readString(file).strip() : "";
            if (!noted.isEmpty()) {
                return noted;
            }
            String password = PublicId.random(16);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            try (FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            return password;
        } catch (IOException e) {
            throw new StartRefused(
                    "The first password cannot be noted in " + file + ": start Orbita as the folder's owner.", e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the note of the first password cannot be removed", e);
        }
    }
}
