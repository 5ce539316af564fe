package io.orbita.businesses;

import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Idempotency;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What is alike in all that opens a door once shown: kept as a hash, compared in constant time. */
final class Secrets {
    /** Whom the platform's own sealed fields belong to: logins are looked up before their business is known. */
    static final BusinessId PLATFORM = new BusinessId(Long.MAX_VALUE);

    private Secrets() {}

    /** What is kept of a long random secret. */
    static String hash(String secret) {
        return Idempotency.hash(secret);
    }

    /** Whether that is the secret of the kept hash. */
    static boolean fits(String secret, String hash) {
        return equal(hash(secret), hash);
    }

    /** In constant time. */
    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
