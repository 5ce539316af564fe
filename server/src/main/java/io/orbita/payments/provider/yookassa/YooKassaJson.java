package io.orbita.payments.provider.yookassa;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Receipt;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.Wording;
import io.orbita.platform.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Their objects and ours: what is sent and how an answer is read. Unknown fields and words are tolerated. */
final class YooKassaJson {

    /** Under this name the payment at YooKassa keeps our public id. */
    private static final String OUR_ID = "payment";

    private static final int LONGEST_DESCRIPTION = 128;
    private static final int LONGEST_REFUND_DESCRIPTION = 250;

    private YooKassaJson() {}

    static ObjectNode payment(Charge charge) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("amount", amount(charge.amount()));
        json.put("capture", true);
        json.put("description", Wording.line(charge.description(), LONGEST_DESCRIPTION));
        json.putObject("confirmation")
                .put("type", "redirect")
                .put("return_url", charge.returnUrl().toString());
        json.putObject("metadata").put(OUR_ID, charge.orderId());
        if (charge.receipt() != null) {
            json.set("receipt", receipt(charge.receipt()));
        }
        return json;
    }

    static ObjectNode refund(Refund refund) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("payment_id", refund.providerId());
        json.set("amount", amount(refund.amount()));
        json.put("description", Wording.line(refund.description(), LONGEST_REFUND_DESCRIPTION));
        json.putObject("metadata").put(OUR_ID, refund.orderId());
        if (refund.receipt() != null) {
            json.set("receipt", receipt(refund.receipt()));
        }
        return json;
    }

    static ProviderState state(JsonNode payment) {
        var amount = money(payment.path("amount"));
        var refunded = money(payment.path("refunded_amount"));
        var status = status(payment.path("status").asString(""), amount, refunded);
        return new ProviderState(
                payment.path("id").asString(""),
                orderId(payment).orElse(null),
                status,
                amount,
                refunded,
                payment.path("test").asBoolean(false),
                status == Status.CANCELED ? decline(payment.path("cancellation_details")) : null);
    }

    /** Our public id, as the payment or the refund carries it. */
    static Optional<String> orderId(JsonNode object) {
        var ours = object.path("metadata").path(OUR_ID);
        return ours.isString() ? Optional.of(ours.stringValue()) : Optional.empty();
    }

    private static Status status(String word, @Nullable Money amount, @Nullable Money refunded) {
        return switch (word) {
            case "pending" -> Status.PENDING;
            case "waiting_for_capture" -> Status.AUTHORISED;
            case "succeeded" -> {
                if (refunded == null || !refunded.isPositive()) {
                    yield Status.PAID;
                }
                yield refunded.equals(amount) ? Status.REFUNDED : Status.PARTIALLY_REFUNDED;
            }
            case "canceled" -> Status.CANCELED;
            default -> Status.IN_MOTION;
        };
    }

    static Decline decline(JsonNode details) {
        return switch (details.path("reason").asString("")) {
            case "insufficient_funds" -> Decline.INSUFFICIENT_FUNDS;
            case "card_expired" -> Decline.CARD_EXPIRED;
            case "invalid_card_number" -> Decline.WRONG_CARD;
            case "invalid_csc" -> Decline.WRONG_CODE;
            case "3d_secure_failed" -> Decline.NOT_CONFIRMED;
            case "call_issuer" -> Decline.CALL_BANK;
            case "fraud_suspected" -> Decline.SUSPICIOUS;
            case "payment_method_limit_exceeded" -> Decline.LIMIT_REACHED;
            case "payment_method_restricted", "unsupported_mobile_operator", "permission_revoked" -> Decline.RESTRICTED;
            case "country_forbidden" -> Decline.COUNTRY_FORBIDDEN;
            case "issuer_unavailable", "internal_timeout" -> Decline.BANK_SILENT;
            case "identification_required" -> Decline.IDENTIFICATION_REQUIRED;
            case "expired_on_confirmation" -> Decline.TERM_OVER;
            case "canceled_by_merchant", "expired_on_capture", "deal_expired" -> Decline.BY_SELLER;
            default -> Decline.NO_REASON;
        };
    }

    private static @Nullable Money money(JsonNode amount) {
        try {
            return Money.of(
                    amount.path("value").asString(""), amount.path("currency").asString(""));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static ObjectNode amount(Money money) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("value", money.amount())
                .put("currency", money.currency());
    }

    private static ObjectNode receipt(Receipt receipt) {
        var json = JsonNodeFactory.instance.objectNode();
        var customer = json.putObject("customer");
        if (receipt.email() != null) {
            customer.put("email", receipt.email());
        }
        if (receipt.phone() != null) {
            customer.put("phone", receipt.phone().replaceAll("[^0-9]", ""));
        }
        if (receipt.taxSystem() != null) {
            json.put("tax_system_code", receipt.taxSystem().yookassa());
        }
        json.put("internet", true);
        var item = json.putArray("items").addObject();
        item.put("description", Wording.line(receipt.item(), LONGEST_DESCRIPTION));
        item.put("quantity", 1);
        item.set("amount", amount(receipt.price()));
        item.put("vat_code", receipt.vat().yookassa());
        item.put("measure", "piece");
        item.put("payment_subject", "service");
        item.put("payment_mode", "full_payment");
        return json;
    }
}
