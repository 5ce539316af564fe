package io.orbita.payments.fakes;

import io.orbita.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** YooKassa as far as our side can see it. */
public final class FakeYooKassa extends FakeHttp {

    public static final String SHOP = "100500";
    public static final String KEY = "test_secret_of_the_fake";

    /** When everything there was created. */
    public static final Instant CREATED = Instant.parse("2026-11-20T10:00:03Z");

    private final Map<String, Response> byKey = new LinkedHashMap<>();
    private final Map<String, ObjectNode> payments = new LinkedHashMap<>();
    private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private boolean test;
    private String nextRefund = "succeeded";

    @Override
    protected String root() {
        return "/v3";
    }

    /** From now on its money is a toy. */
    public synchronized FakeYooKassa asTestShop() {
        test = true;
        return this;
    }

    @Override
    public synchronized void forget() {
        super.forget();
        byKey.clear();
        payments.clear();
        refunds.clear();
        nextRefund = "succeeded";
    }

    /** The payment turns out to have been made with a toy card. */
    public synchronized void markTest(String id) {
        payment(id).put("test", true);
    }

    /** {@code pending}, {@code succeeded} or {@code canceled}. */
    public synchronized void nextRefundIs(String status) {
        nextRefund = status;
    }

    public synchronized int paymentCount() {
        return payments.size();
    }

    public synchronized int refundCount() {
        return refunds.size();
    }

    public synchronized String onlyPayment() {
        return payments.keySet().iterator().next();
    }

    /** The client pays. */
    public synchronized void pay(String id) {
        payment(id).put("status", "succeeded").put("paid", true);
        payment(id).put("captured_at", CREATED.plusSeconds(60).toString());
    }

    /** The client pays, and the provider takes another sum than was asked. */
    public synchronized void payOther(String id, Money sum) {
        pay(id);
        payment(id).set("amount", amount(sum));
    }

    public synchronized void hold(String id) {
        payment(id).put("status", "waiting_for_capture").put("paid", true);
    }

    public synchronized void cancel(String id, String reason) {
        payment(id).put("status", "canceled");
        payment(id)
                .putObject("cancellation_details")
                .put("party", "payment_network")
                .put("reason", reason);
    }

    public synchronized void status(String id, String word) {
        payment(id).put("status", word);
    }

    /** As if the owner gave money back in the cabinet. */
    public synchronized void refundedOutside(String id, Money sum) {
        payment(id).set("refunded_amount", amount(sum));
    }

    public synchronized void finishRefund(String id) {
        refunds.values().forEach(refund -> refund.put("status", "succeeded"));
        refundedOutside(id, Money.of(payment(id).path("amount").path("value").asString(), "RUB"));
    }

    /** A notification as it is sent: anybody could have written it. */
    public synchronized byte[] notification(String event, String id) {
        var json = JSON.createObjectNode().put("type", "notification").put("event", event);
        json.set(
                "object",
                event.startsWith("refund.") ? refunds.values().iterator().next() : payment(id));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Response answer(Request request) {
        var pair = SHOP + ":" + KEY;
        var expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        if (!request.authorization().equals(expected)) {
            return error(401, "invalid_credentials", "Authorization");
        }
        if (request.method().equals("GET")) {
            return read(request);
        }
        if (request.idempotenceKey().isEmpty() || request.idempotenceKey().length() > 64) {
            return error(400, "invalid_request", "Idempotence-Key");
        }
        return byKey.computeIfAbsent(request.idempotenceKey(), key -> write(request));
    }

    private Response read(Request request) {
        if (request.path().equals("/payments")) {
            return list(request.query());
        }
        var parts = request.path().split("/");
        var found = parts[1].equals("payments") ? payments.get(parts[2]) : refunds.get(parts[2]);
        return found == null ? error(404, "not_found", "") : new Response(200, found);
    }

    /** Two on a page, so that pages are turned. */
    private Response list(String query) {
        var from = query.contains("cursor=") ? Integer.parseInt(query.replaceAll(".*cursor=([0-9]+).*", "$1")) : 0;
        var json = JSON.createObjectNode().put("type", "list");
        var items = json.putArray("items");
        payments.values().stream().skip(from).limit(2).forEach(items::add);
        if (from + 2 < payments.size()) {
            json.put("next_cursor", String.valueOf(from + 2));
        }
        return new Response(200, json);
    }

    private Response write(Request request) {
        return switch (request.path()) {
            case "/payments" -> create(request.body());
            case "/refunds" -> refund(request.body());
            default -> error(404, "not_found", "");
        };
    }

    private Response create(JsonNode body) {
        if (!body.path("amount").path("currency").asString("").equals("RUB")) {
            return error(400, "invalid_request", "amount.currency");
        }
        var payment = JSON.createObjectNode().put("id", id()).put("status", "pending");
        payment.set("amount", body.path("amount"));
        payment.set("description", body.path("description"));
        payment.putObject("recipient").put("account_id", SHOP).put("gateway_id", "100700");
        payment.put("created_at", CREATED.toString());
        payment.putObject("confirmation")
                .put("type", "redirect")
                .put(
                        "confirmation_url",
                        base() + "/pay?orderId=" + payment.path("id").asString());
        payment.put("test", test).put("paid", false).put("refundable", false);
        payment.set("metadata", body.path("metadata"));
        payment.set("a_field_of_tomorrow", JSON.createObjectNode().put("any", 1));
        payments.put(payment.path("id").asString(), payment);
        return new Response(200, payment.deepCopy());
    }

    private Response refund(JsonNode body) {
        var payment = payments.get(body.path("payment_id").asString(""));
        if (payment == null || !payment.path("status").asString().equals("succeeded")) {
            return error(400, "invalid_request", "payment_id");
        }
        var paid = Money.of(payment.path("amount").path("value").asString(), "RUB");
        var before = Money.of(payment.path("refunded_amount").path("value").asString("0.00"), "RUB");
        var after = before.plus(Money.of(body.path("amount").path("value").asString(), "RUB"));
        if (after.compareTo(paid) > 0) {
            return error(400, "invalid_request", "amount");
        }
        var refund = JSON.createObjectNode().put("id", id()).put("status", nextRefund);
        refund.set("payment_id", body.path("payment_id"));
        refund.set("amount", body.path("amount"));
        refund.set("metadata", body.path("metadata"));
        refund.put("created_at", CREATED.plusSeconds(3600).toString());
        refunds.put(refund.path("id").asString(), refund);
        if (nextRefund.equals("succeeded")) {
            payment.set("refunded_amount", amount(after));
        }
        return new Response(200, refund.deepCopy());
    }

    private ObjectNode payment(String id) {
        var payment = payments.get(id);
        if (payment == null) {
            throw new IllegalArgumentException("No payment " + id);
        }
        return payment;
    }

    private String id() {
        return "2fb0%04d-000f-5000-8000-0123456789ab".formatted(ids.incrementAndGet());
    }

    private static ObjectNode amount(Money money) {
        return JSON.createObjectNode().put("value", money.amount()).put("currency", money.currency());
    }

    private static Response error(int status, String code, String parameter) {
        return new Response(
                status,
                JSON.createObjectNode()
                        .put("type", "error")
                        .put("id", "0197aaaa-bbbb-7ccc-8ddd-eeeeffff0009")
                        .put("code", code)
                        .put("description", "In words that may repeat what was sent")
                        .put("parameter", parameter));
    }
}
