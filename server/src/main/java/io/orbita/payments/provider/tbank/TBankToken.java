package io.orbita.payments.provider.tbank;

import io.orbita.payments.provider.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The signature of requests and notifications: the values of the scalars at the root and the password, in the order of
 * their names, joined and hashed.
 */
final class TBankToken {

    private TBankToken() {}

    /** @param scalars names to values as written in the JSON; a name {@code Token} is left out */
    static String of(Map<String, String> scalars, Secret password) {
        var sorted = new TreeMap<>(scalars);
        sorted.remove("Token");
        sorted.put("Password", password.reveal());
        return HexFormat.of()
                .formatHex(sha256().digest(String.join("", sorted.values()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the scalars carry their right token. One that is missing or empty is wrong. */
    static boolean fits(Map<String, String> scalars, Secret password) {
        var token = scalars.getOrDefault("Token", "");
        return MessageDigest.isEqual(
                of(scalars, password).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts the token of what stands at the root of a request, nested objects aside. */
    static ObjectNode sign(ObjectNode request, Secret password) {
        var scalars = new TreeMap<String, String>();
        request.properties().forEach(field -> {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                scalars.put(field.getKey(), field.getValue().asString());
            }
        });
        return request.put("Token", of(scalars, password));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
