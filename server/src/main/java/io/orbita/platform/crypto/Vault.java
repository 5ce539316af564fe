package io.orbita.platform.crypto;

import io.orbita.platform.tenancy.BusinessId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * Encrypted fields and keyed hashes. A cipher text is bound to its business and field, so that a row copied elsewhere does not decrypt; equal
 * texts have different cipher texts, hence the hash beside it for look-ups.
 */
public final class Vault {
    private final Keys keys;

    public Vault(Keys keys) {
        this.keys = keys;
    }

    /** Encrypts a text for one field (for example {@code clients.phone}) of one business. */
    public byte[] seal(BusinessId business, String field, String text) {
        try {
            return keys.aead().encrypt(text.getBytes(StandardCharsets.UTF_8), bound(business, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + field, e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws IllegalStateException when it was sealed for another business or field, with other keys, or was changed
     */
    public String open(BusinessId business, String field, byte[] sealed) {
        try {
            return new String(keys.aead().decrypt(sealed, bound(business, field)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + field + " of business " + business, e);
        }
    }

    /** The look-up value of a normalised text: HMAC-SHA256 in hex, different for each business and field. */
    public String hash(BusinessId business, String field, String normalised) {
        return HexFormat.of().formatHex(mac("hash:" + field, business + "\n" + normalised));
    }

    /** A signature over a text for one purpose: base64url of HMAC-SHA256, 43 characters. */
    public String sign(String purpose, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("sign:" + purpose, text));
    }

    /** Whether the signature is ours; compared in constant time. */
    public boolean signed(String purpose, String text, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.mac(purpose));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bound(BusinessId business, String field) {
        return (business + ":" + field).getBytes(StandardCharsets.UTF_8);
    }
}
