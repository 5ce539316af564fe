package io.orbita.payments.provider.sandbox;

import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Secret;
import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the toy till tells us: the order, its status and the sum, sealed with an HMAC over exactly these. */
final class SandboxNotice {

    private SandboxNotice() {}

    static byte[] write(String orderId, Status status, Money amount, Secret secret) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("order", orderId)
                .put("status", status.name().toLowerCase(Locale.ROOT))
                .put("amount", amount.amount())
                .put("currency", amount.currency())
                .put("signature", signature(orderId, status.name(), amount, secret))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static Optional<String> order(byte[] body) {
        var order = ProviderHttp.parse(body).path("order");
        return order.isString() ? Optional.of(order.stringValue()) : Optional.empty();
    }

    /** @return empty when it is unreadable or the seal is broken */
    static Optional<ProviderState> read(byte[] body, Secret secret) {
        var json = ProviderHttp.parse(body);
        try {
            var order = json.path("order").asString("");
            var status = Status.valueOf(json.path("status").asString("").toUpperCase(Locale.ROOT));
            var amount = Money.of(
                    json.path("amount").asString(""), json.path("currency").asString(""));
            var given = json.path("signature").asString("").getBytes(StandardCharsets.UTF_8);
            var right = signature(order, status.name(), amount, secret).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(right, given)
                    ? Optional.of(new ProviderState(order, order, status, amount, null, true, decline(status)))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The till reports a refusal only when somebody played one. */
    private static @Nullable Decline decline(Status status) {
        return status == Status.CANCELED ? Decline.INSUFFICIENT_FUNDS : null;
    }

    private static String signature(String order, String status, Money amount, Secret secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var text = String.join("\n", order, status, amount.amount(), amount.currency());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
