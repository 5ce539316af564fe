package io.orbita.businesses;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Password hashes (bcrypt, with the algorithm's name in front so that it can change). */
@Component
class Passwords {
    private static final int BCRYPT_LIMIT_BYTES = 72;

    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobody = hash("nobody has this password");

    final String hash(String password) {
        return String.valueOf(encoder.encode(digestible(password)));
    }

    boolean matches(String password, String hash) {
        return encoder.matches(digestible(password), hash);
    }

    /** Takes as long as a real comparison, so that time does not tell which names exist. */
    void waste(String password) {
        encoder.matches(password, nobody);
    }

    /** bcrypt takes 72 bytes, which is 36 Russian letters, and refuses more; a longer password goes in as its digest. */
    private static String digestible(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= BCRYPT_LIMIT_BYTES) {
            return password;
        }
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
