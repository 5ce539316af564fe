package io.orbita.platform.crypto;

import io.orbita.platform.tenancy.BusinessId;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Names that the outside may see: base62 of the business id, a hyphen, and 22 random base62 characters (131 bit). They name their tenant, tell
 * nothing else and cannot be guessed.
 */
public final class PublicId {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 22;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicId() {}

    /** A new name for something of this business. */
    public static String next(BusinessId business) {
        return base62(business.value()) + "-" + random(RANDOM_LENGTH);
    }

    /** Random base62 text of the given length (5.95 bit a character). */
    public static String random(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The business that a public id names; empty for anything that is not one. It proves nothing. */
    public static Optional<BusinessId> business(String publicId) {
        int hyphen = publicId.indexOf('-');
        if (hyphen < 1 || hyphen > 10 || publicId.length() != hyphen + 1 + RANDOM_LENGTH) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < publicId.length(); i++) {
            int digit = ALPHABET.indexOf(publicId.charAt(i));
            if (i != hyphen && digit < 0) {
                return Optional.empty();
            }
            if (i < hyphen) {
                value = value * 62 + digit;
            }
        }
        return value > 0 ? Optional.of(new BusinessId(value)) : Optional.empty();
    }

    private static String base62(long value) {
        var text = new StringBuilder();
        for (long rest = value; rest > 0; rest /= 62) {
            text.insert(0, ALPHABET.charAt((int) (rest % 62)));
        }
        return text.toString();
    }
}
