package io.orbita.payments.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who moves the money. */
public enum ProviderKind {
    YOOKASSA,
    TBANK,
    MANUAL,
    SANDBOX;

    /** As in JSON, in the database and in the path of a notification: {@code yookassa}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Knows the former name of T-Bank too. */
    public static Optional<ProviderKind> of(String wire) {
        var name = wire.equals("tinkoff") ? "tbank" : wire;
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(name)).findFirst();
    }
}
