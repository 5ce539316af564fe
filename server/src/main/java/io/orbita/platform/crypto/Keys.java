package io.orbita.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import io.orbita.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of an installation: one file, made at first start with mode 0600. Its first line is the root of all derived keys (hashes, tokens,
 * links), its second a Tink keyset for encrypted fields. Losing it loses what is encrypted; a backup of the database needs it.
 */
public final class Keys {
    private final byte[] root;
    private final Aead aead;
    private final Map<String, SecretKeySpec> macs = new ConcurrentHashMap<>();
    /** Deriving costs more than the hash that follows; there are a few dozen purposes. */
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    private Keys(byte[] root, Aead aead) {
        this.root = root;
        this.aead = aead;
    }

    /**
     * Reads the key file, or makes it when there is none.
     *
     * @throws StartRefused when the file cannot be read, written or understood
     */
    public static Keys at(Path file) {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                make(file);
            }
            List<String> lines = Files.readAllLines(file);
            byte[] root = Base64.getDecoder().decode(lines.get(0).trim());
            KeysetHandle keyset =
                    TinkJsonProtoKeysetFormat.parseKeyset(lines.get(1).trim(), InsecureSecretKeyAccess.get());
            return new Keys(root, keyset.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new StartRefused(
                    "The key file " + file + " cannot be used (" + e.getClass().getSimpleName()
                            + "): start Orbita as its owner, or put it back from a backup.",
                    e);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        byte[] root = new byte[32];
        new SecureRandom().nextBytes(root);
        String keyset = TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
        Path half = Files.createTempFile(
                folder,
                "keys",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        // On the disk before the first field is encrypted with it, or a power cut would make the database unreadable.
        Files.writeString(
                half,
                Base64.getEncoder().encodeToString(root) + "\n" + keyset.replace("\n", "") + "\n",
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    Aead aead() {
        return aead;
    }

    /** As {@link #derived}, for HMAC-SHA256; derived once a purpose, of which there are a few dozen. */
    SecretKeySpec mac(String purpose) {
        return macs.computeIfAbsent(purpose, text -> new SecretKeySpec(derived(text), "HmacSHA256"));
    }

    /**
     * A key of its own for one purpose, derived by HKDF-SHA256 (RFC 5869).
     *
     * @param purpose a constant of the code, never input
     */
    public byte[] derived(String purpose) {
        return derived.computeIfAbsent(purpose, this::derive).clone();
    }

    private byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf("HmacSha256", root, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
