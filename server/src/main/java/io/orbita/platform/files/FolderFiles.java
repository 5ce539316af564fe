package io.orbita.platform.files;

import io.orbita.platform.tenancy.BusinessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files in {@code <data>/files/<business>/<first two letters>/<sha256>}. */
@Component
class FolderFiles implements FileStore {
    private final Path folder;

    FolderFiles(@Value("${orbita.data}") Path data) {
        this.folder = data.resolve("files");
    }

    @Override
    public String put(BusinessId business, byte[] bytes) {
        String name = sha256(bytes);
        Path file = path(business, name);
        if (Files.exists(file)) {
            return name;
        }
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(file.getParent(), name.substring(0, 8), ".tmp");
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(bytes));
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a file of business " + business, e);
        }
    }

    @Override
    public Optional<byte[]> get(BusinessId business, String name) {
        if (!name.matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        Path file = path(business, name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a file of business " + business, e);
        }
    }

    @Override
    public void delete(BusinessId business, String name) {
        if (!name.matches("[0-9a-f]{64}")) {
            return;
        }
        try {
            Files.deleteIfExists(path(business, name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove a file of business " + business, e);
        }
    }

    private Path path(BusinessId business, String name) {
        return folder.resolve(business.toString()).resolve(name.substring(0, 2)).resolve(name);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
