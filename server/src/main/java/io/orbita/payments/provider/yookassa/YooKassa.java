package io.orbita.payments.provider.yookassa;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Networks;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderHttp;
import io.orbita.payments.provider.ProviderHttp.Reply;
import io.orbita.payments.provider.ProviderHttp.Reply.Answer;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.payments.provider.Sight;
import io.orbita.payments.provider.Subject;
import io.orbita.payments.provider.Wording;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One shop at YooKassa. */
final class YooKassa implements PaymentProvider {

    /** The payment page lives so long; nothing can be set. */
    private static final Duration PAGE_LIFETIME = Duration.ofHours(1);

    private static final int MOST_PAGES = 10;

    private static final Set<String> EVENTS =
            Set.of("payment.waiting_for_capture", "payment.succeeded", "payment.canceled", "refund.succeeded");

    private static final String OUT_OF_ORDER = "Оплата сейчас не работает. Мы уже знаем и скоро починим.";

    private final YooKassaApi api;
    private final ProviderAccount account;
    private final Networks senders;

    YooKassa(YooKassaApi api, ProviderAccount account, Networks senders) {
        this.api = api;
        this.account = account;
        this.senders = senders;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.YOOKASSA;
    }

    @Override
    public Duration linkLifetime() {
        return PAGE_LIFETIME;
    }

    /** The key is our order: a repeat within 24 hours gets the first answer, so there is nothing to look up before. */
    @Override
    public Creation create(Charge charge) {
        return switch (api.post("/payments", "pay-" + charge.orderId(), YooKassaJson.payment(charge))) {
            case Reply.None none -> new Creation.Unknown(none.why());
            case Answer answer -> {
                if (answer.isRefusal()) {
                    yield new Creation.Refused(errorCode(answer), OUT_OF_ORDER);
                }
                yield answer.isOk() ? created(charge, answer.body()) : new Creation.Unknown("HTTP " + answer.status());
            }
        };
    }

    private Creation created(Charge charge, JsonNode body) {
        var state = YooKassaJson.state(body);
        if (state.test() && !account.test()) {
            return new Creation.Refused("yookassa.test_shop", OUT_OF_ORDER);
        }
        if (state.decline() != null) {
            return new Creation.Refused("yookassa.canceled", state.decline().text());
        }
        var url =
                Wording.page(body.path("confirmation").path("confirmation_url").asString(""));
        if (!YooKassaApi.isId(state.providerId())
                || url.isEmpty()
                || !charge.amount().equals(state.amount())) {
            return new Creation.Unknown("The answer does not fit the request");
        }
        // Our clock, not theirs: their page lives as long from when it was made, which was not before we began to ask.
        return new Creation.Created(state.providerId(), url.get(), charge.expiresAt());
    }

    @Override
    public Sight look(Subject subject) {
        return subject.providerId() == null ? search(subject) : read(api.payment(subject.providerId()));
    }

    private static Sight read(Reply reply) {
        return switch (reply) {
            case Reply.None none -> new Sight.Unknown(none.why());
            case Answer answer -> {
                if (answer.status() == 404) {
                    yield new Sight.Absent();
                }
                var state = YooKassaJson.state(answer.body());
                yield answer.isOk() && YooKassaApi.isId(state.providerId())
                        ? new Sight.Found(state)
                        : new Sight.Unknown("HTTP " + answer.status());
            }
        };
    }

    /** For an order whose creation was never answered: their list is searched for our mark around that time. */
    private Sight search(Subject subject) {
        var cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var reply = api.payments(subject.createdAt(), subject.createdAt().plus(PAGE_LIFETIME), cursor);
            if (!(reply instanceof Answer answer)
                    || !answer.isOk()
                    || !answer.body().path("items").isArray()) {
                return new Sight.Unknown("The list of payments did not come");
            }
            var found = ours(answer.body().path("items"), subject.orderId());
            if (found.isPresent()) {
                return new Sight.Found(found.get());
            }
            cursor = answer.body().path("next_cursor").asString("");
            if (cursor.isEmpty()) {
                return new Sight.Absent();
            }
        }
        return new Sight.Unknown("Too many payments to search through");
    }

    private static Optional<ProviderState> ours(JsonNode items, String orderId) {
        return items.valueStream()
                .map(YooKassaJson::state)
                .filter(state -> orderId.equals(state.orderId()) && YooKassaApi.isId(state.providerId()))
                .findFirst();
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        return refunded(api.post("/refunds", "refund-" + refund.id(), YooKassaJson.refund(refund)));
    }

    /** A refund whose id never came is asked for again under its old key: the first answer comes back. */
    @Override
    public RefundOutcome lookAt(Refund refund) {
        return refund.refundId() == null ? refund(refund) : refunded(api.refund(refund.refundId()));
    }

    private static RefundOutcome refunded(Reply reply) {
        return switch (reply) {
            case Reply.None none -> new RefundOutcome.Unknown(none.why());
            case Answer answer -> {
                if (answer.isRefusal()) {
                    yield new RefundOutcome.Refused(
                            errorCode(answer), "ЮKassa не приняла возврат. Проверьте сумму и баланс магазина.");
                }
                yield answer.isOk() ? refunded(answer.body()) : new RefundOutcome.Unknown("HTTP " + answer.status());
            }
        };
    }

    private static RefundOutcome refunded(JsonNode body) {
        var id = body.path("id").asString("");
        if (!YooKassaApi.isId(id)) {
            return new RefundOutcome.Unknown("The answer has no id");
        }
        return switch (body.path("status").asString("")) {
            case "succeeded" -> new RefundOutcome.Refunded(id);
            case "canceled" ->
                new RefundOutcome.Refused(
                        "yookassa.refund_canceled", "ЮKassa отменила возврат: банк клиента его не принял.");
            default -> new RefundOutcome.Pending(id);
        };
    }

    @Override
    public Notice read(Notification notification) {
        if (!senders.isEmpty() && !senders.contains(notification.sender())) {
            return new Notice.Unproven("The sender is not YooKassa");
        }
        var body = ProviderHttp.parse(notification.body());
        var event = body.path("event").asString("");
        if (!"notification".equals(body.path("type").asString("")) || event.isEmpty()) {
            return new Notice.Unproven("Not a notification");
        }
        if (!EVENTS.contains(event)) {
            return new Notice.Irrelevant(event.length() > 64 ? "unknown event" : event);
        }
        var id = body.path("object")
                .path(event.startsWith("refund.") ? "payment_id" : "id")
                .asString("");
        return YooKassaApi.isId(id) ? new Notice.Hint(id) : new Notice.Unproven("No payment is named");
    }

    /** Their words for what went wrong are kept to known shapes: an error text could repeat what we sent. */
    private static String errorCode(Answer answer) {
        var code = answer.body().path("code").asString("");
        var parameter = answer.body().path("parameter").asString("");
        return "yookassa." + (word(code) ? code : "http_" + answer.status()) + (word(parameter) ? ":" + parameter : "");
    }

    private static boolean word(String text) {
        return text.matches("[A-Za-z0-9_.\\[\\]-]{1,64}");
    }
}
