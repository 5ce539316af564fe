package io.orbita.payments.fakes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** T-Bank's acquiring as far as our side can see it; its own reckoning of the token, not ours. */
public final class FakeTBank extends FakeHttp {

    public static final String TERMINAL = "1700000000001";
    public static final String DEMO_TERMINAL = "1700000000001DEMO";
    public static final String PASSWORD = "p@ss_of_the_fake";

    private final Map<String, ObjectNode> payments = new LinkedHashMap<>();
    private final Map<String, Response> cancels = new HashMap<>();
    private final AtomicLong ids = new AtomicLong(4_500_000_000L);
    private boolean slowRefunds;
    private int refunds;

    @Override
    protected String root() {
        return "/v2";
    }

    @Override
    public synchronized void forget() {
        super.forget();
        payments.clear();
        cancels.clear();
        slowRefunds = false;
        refunds = 0;
    }

    public synchronized int paymentCount() {
        return payments.size();
    }

    public synchronized int refundCount() {
        return refunds;
    }

    public synchronized String lastPayment() {
        return List.copyOf(payments.keySet()).getLast();
    }

    public synchronized void slowRefunds() {
        slowRefunds = true;
    }

    public synchronized void status(String paymentId, String status) {
        payment(paymentId).put("Status", status);
    }

    public synchronized String statusOf(String paymentId) {
        return payment(paymentId).path("Status").asString();
    }

    public synchronized void takes(String paymentId, long kopecks) {
        payment(paymentId).put("Amount", kopecks);
    }

    public synchronized void finishRefund(String paymentId) {
        status(paymentId, "REFUNDED");
        cancels.replaceAll((key, value) -> {
            var body = (ObjectNode) value.body().deepCopy();
            return new Response(200, body.put("Status", "REFUNDED"));
        });
    }

    /** A genuine notification about the payment as it stands. */
    public synchronized byte[] notification(String paymentId) {
        return sign(notice(paymentId));
    }

    public synchronized ObjectNode notice(String paymentId) {
        var payment = payment(paymentId);
        var status = payment.path("Status").asString();
        var json = JSON.createObjectNode().put("TerminalKey", TERMINAL);
        json.set("OrderId", payment.path("OrderId"));
        json.put("Success", !List.of("REJECTED", "AUTH_FAIL").contains(status));
        json.put("Status", status).put("PaymentId", Long.parseLong(paymentId));
        json.put("ErrorCode", status.equals("REJECTED") ? "1051" : "0");
        json.set("Amount", payment.path("Amount"));
        return json.put("CardId", 332211).put("Pan", "430000******0777").put("ExpDate", "1230");
    }

    public static byte[] sign(ObjectNode notice) {
        return notice.put("Token", token(notice, PASSWORD)).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Response answer(Request request) {
        var body = request.body();
        if (!token(body, PASSWORD).equals(body.path("Token").asString(""))) {
            return error("204", "Неверный токен. Проверьте пару TerminalKey/SecretKey.");
        }
        return switch (request.path()) {
            case "/Init" -> init(body);
            case "/GetState" -> state(body);
            case "/CheckOrder" -> order(body);
            case "/Cancel" -> cancel(body);
            default -> new Response(404, JSON.createObjectNode());
        };
    }

    private Response init(JsonNode body) {
        if (body.path("Amount").asLong(0) < 100) {
            return error("309", "Неверная сумма");
        }
        var id = String.valueOf(ids.incrementAndGet());
        var payment = JSON.createObjectNode().put("Status", "NEW").put("PaymentId", id);
        payment.set("OrderId", body.path("OrderId"));
        payment.set("Amount", body.path("Amount"));
        payments.put(id, payment);
        return ok(payment.deepCopy().put("PaymentURL", base() + "/new/" + id));
    }

    private Response state(JsonNode body) {
        var payment = payments.get(body.path("PaymentId").asString(""));
        return payment == null ? error("255", "Платёж не найден") : ok(payment.deepCopy());
    }

    private Response order(JsonNode body) {
        var found = payments.values().stream()
                .filter(payment -> payment.path("OrderId").equals(body.path("OrderId")))
                .toList();
        if (found.isEmpty()) {
            return error("335", "Заказ не найден");
        }
        var json = JSON.createObjectNode();
        json.set("OrderId", body.path("OrderId"));
        json.putArray("Payments").addAll(found);
        return ok(json);
    }

    private Response cancel(JsonNode body) {
        var key = body.path("ExternalRequestId").asString("");
        if (!key.isEmpty() && cancels.containsKey(key)) {
            return cancels.get(key);
        }
        var response = cancelOnce(body);
        if (!key.isEmpty()) {
            cancels.put(key, response);
        }
        return response;
    }

    private Response cancelOnce(JsonNode body) {
        var payment = payments.get(body.path("PaymentId").asString(""));
        if (payment == null) {
            return error("255", "Платёж не найден");
        }
        var left = payment.path("Left").asLong(payment.path("Amount").asLong());
        var sum = body.path("Amount").asLong(left);
        switch (payment.path("Status").asString()) {
            case "NEW", "FORM_SHOWED" -> payment.put("Status", "CANCELED");
            case "CONFIRMED", "PARTIAL_REFUNDED" -> {
                if (sum > left) {
                    return error("3013", "Сумма возврата больше суммы платежа");
                }
                refunds++;
                payment.put("Left", left - sum);
                var done = left == sum ? "REFUNDED" : "PARTIAL_REFUNDED";
                payment.put("Status", slowRefunds ? "ASYNC_REFUNDING" : done);
            }
            default -> {
                return error("4", "Неверный статус транзакции");
            }
        }
        return ok(payment.deepCopy().put("OriginalAmount", left).put("NewAmount", left - sum));
    }

    private ObjectNode payment(String id) {
        var payment = payments.get(id);
        if (payment == null) {
            throw new IllegalArgumentException("No payment " + id);
        }
        return payment;
    }

    private static Response ok(ObjectNode body) {
        return new Response(200, body.put("Success", true).put("ErrorCode", "0").put("TerminalKey", TERMINAL));
    }

    private static Response error(String code, String message) {
        return new Response(
                200,
                JSON.createObjectNode()
                        .put("Success", false)
                        .put("ErrorCode", code)
                        .put("Message", message)
                        .put("Details", ""));
    }

    private static String token(JsonNode json, String password) {
        var text = new StringBuilder();
        var names = new ArrayList<>(json.propertyNames());
        names.add("Password");
        names.sort(null);
        for (var name : names) {
            var value = json.path(name);
            if (name.equals("Password")) {
                text.append(password);
            } else if (!name.equals("Token") && !value.isContainer() && !value.isNull()) {
                text.append(value.asString());
            }
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
