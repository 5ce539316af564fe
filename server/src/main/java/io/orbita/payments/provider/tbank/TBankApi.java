package io.orbita.payments.provider.tbank;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.ProviderHttp.Call;
import io.orbita.payments.provider.ProviderHttp.Reply.Answer;
import io.orbita.payments.provider.Receipt;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.Wording;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The few methods of the protocol that we use, as one terminal. */
final class TBankApi {

    /** An answer, with «HTTP 200 and an error inside» taken apart. */
    sealed interface Result {

        record Ok(JsonNode body) implements Result {}

        /** The bank understood and refused. */
        record Refused(String code) implements Result {}

        /** Nobody knows. */
        record Unknown(String why) implements Result {}
    }

    private static final int LONGEST_DESCRIPTION = 140;
    private static final int LONGEST_ITEM = 128;
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.ofHours(3));

    private final ProviderHttp http;
    private final URI base;
    private final ProviderAccount account;

    TBankApi(ProviderHttp http, URI base, ProviderAccount account) {
        this.http = http;
        this.base = base;
        this.account = account;
    }

    Result init(Charge charge) {
        var json = request().put("Amount", charge.amount().minor());
        json.put("OrderId", TBankOrder.of(charge.orderId(), charge.attempt()));
        json.put("Description", Wording.line(charge.description(), LONGEST_DESCRIPTION));
        json.put("PayType", "O");
        json.put("RedirectDueDate", DUE.format(charge.expiresAt()));
        json.put("SuccessURL", charge.returnUrl().toString());
        json.put("FailURL", charge.returnUrl().toString());
        if (charge.notificationUrl() != null) {
            json.put("NotificationURL", charge.notificationUrl().toString());
        }
        if (charge.receipt() != null) {
            json.set("Receipt", receipt(charge.receipt()));
        }
        return send("/Init", json);
    }

    Result state(String paymentId) {
        return send("/GetState", request().put("PaymentId", paymentId));
    }

    Result order(String order) {
        return send("/CheckOrder", request().put("OrderId", order));
    }

    /** Ends a payment that nobody has paid. */
    Result cancel(String paymentId) {
        return send("/Cancel", request().put("PaymentId", paymentId));
    }

    Result refund(Refund refund) {
        var json = request().put("PaymentId", refund.providerId());
        json.put("ExternalRequestId", refund.id());
        if (!refund.isWhole()) {
            json.put("Amount", refund.amount().minor());
        }
        if (refund.receipt() != null) {
            json.set("Receipt", receipt(refund.receipt()));
        }
        return send("/Cancel", json);
    }

    private ObjectNode request() {
        return JsonNodeFactory.instance.objectNode().put("TerminalKey", account.login());
    }

    private Result send(String method, ObjectNode json) {
        var signed = TBankToken.sign(json, account.requiredSecret());
        var reply = http.send(new Call(HttpMethod.POST, URI.create(base + method), Map.of(), signed));
        return switch (reply) {
            case ProviderHttp.Reply.None none -> new Result.Unknown(none.why());
            case Answer answer -> read(answer);
        };
    }

    private static Result read(Answer answer) {
        var body = answer.body();
        if (!answer.isOk() || !body.path("Success").isBoolean()) {
            return new Result.Unknown("HTTP " + answer.status());
        }
        var code = body.path("ErrorCode").asString("");
        if (body.path("Success").booleanValue() && code.equals("0")) {
            return new Result.Ok(body);
        }
        // 9999 is their «internal error»: whether it was done is not said.
        return code.matches("[0-9]{1,5}") && !code.equals("9999") && !code.equals("0")
                ? new Result.Refused(code)
                : new Result.Unknown("An error without a meaning");
    }

    private static ObjectNode receipt(Receipt receipt) {
        var json = JsonNodeFactory.instance.objectNode();
        if (receipt.email() != null) {
            json.put("Email", receipt.email());
        }
        if (receipt.phone() != null) {
            json.put("Phone", receipt.phone());
        }
        if (receipt.taxSystem() != null) {
            json.put("Taxation", receipt.taxSystem().wire());
        }
        var item = json.putArray("Items").addObject();
        item.put("Name", Wording.line(receipt.item(), LONGEST_ITEM));
        item.put("Price", receipt.price().minor());
        item.put("Quantity", 1);
        item.put("Amount", receipt.price().minor());
        item.put("Tax", receipt.vat().tbank());
        item.put("PaymentMethod", "full_payment");
        item.put("PaymentObject", "service");
        return json;
    }
}
