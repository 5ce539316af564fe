package io.orbita.payments.provider.tbank;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.payments.provider.Sight;
import io.orbita.payments.provider.Subject;
import io.orbita.payments.provider.Wording;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One terminal of T-Bank. */
final class TBank implements PaymentProvider {

    private static final Duration LINK_LIFETIME = Duration.ofHours(24);
    private static final String NO_SUCH_ORDER = "335";
    private static final String OUT_OF_ORDER = "Оплата сейчас не работает. Мы уже знаем и скоро починим.";

    private final TBankApi api;
    private final ProviderAccount account;

    TBank(TBankApi api, ProviderAccount account) {
        this.api = api;
        this.account = account;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.TBANK;
    }

    @Override
    public Duration linkLifetime() {
        return LINK_LIFETIME;
    }

    /**
     * Asking twice makes two payments there, and the link of a payment whose answer was lost cannot be had again. So
     * what earlier attempts left is ended before a new one is made; when that is not certain, nothing is made.
     */
    @Override
    public Creation create(Charge charge) {
        if (isDemo() && !account.test()) {
            return new Creation.Refused("tbank.test_terminal", OUT_OF_ORDER);
        }
        for (int attempt = 1; attempt < charge.attempt(); attempt++) {
            if (!ended(TBankOrder.of(charge.orderId(), attempt))) {
                return new Creation.Unknown("An earlier attempt may still be alive");
            }
        }
        return switch (api.init(charge)) {
            case TBankApi.Result.Unknown unknown -> new Creation.Unknown(unknown.why());
            case TBankApi.Result.Refused refused -> new Creation.Refused("tbank." + refused.code(), OUT_OF_ORDER);
            case TBankApi.Result.Ok ok -> created(charge, ok.body());
        };
    }

    private Creation created(Charge charge, JsonNode body) {
        var paymentId = text(body, "PaymentId");
        var url = Wording.page(text(body, "PaymentURL"));
        var ours = TBankOrder.of(charge.orderId(), charge.attempt()).equals(text(body, "OrderId"))
                && String.valueOf(charge.amount().minor()).equals(text(body, "Amount"));
        return ours && isId(paymentId) && url.isPresent()
                ? new Creation.Created(paymentId, url.get(), charge.expiresAt())
                : new Creation.Unknown("The answer does not fit the request");
    }

    /** Whether nobody can pay that order any more. The client never saw its link. */
    private boolean ended(String order) {
        return switch (api.order(order)) {
            case TBankApi.Result.Unknown unknown -> false;
            case TBankApi.Result.Refused refused -> refused.code().equals(NO_SUCH_ORDER);
            case TBankApi.Result.Ok ok -> {
                for (var payment : ok.body().path("Payments")) {
                    var status = TBankStatus.of(text(payment, "Status"));
                    // Only what is unpaid may be ended so: the same call gives taken money back.
                    var over = status == Status.CANCELED
                            || (status == Status.PENDING && canceled(text(payment, "PaymentId")));
                    if (!over) {
                        yield false;
                    }
                }
                yield true;
            }
        };
    }

    private boolean canceled(String paymentId) {
        return isId(paymentId)
                && api.cancel(paymentId) instanceof TBankApi.Result.Ok ok
                && TBankStatus.of(text(ok.body(), "Status")) == Status.CANCELED;
    }

    @Override
    public Sight look(Subject subject) {
        var providerId = subject.providerId();
        return providerId == null ? search(subject) : seen(api.state(providerId), subject.orderId());
    }

    private Sight seen(TBankApi.Result result, String orderId) {
        return switch (result) {
            case TBankApi.Result.Unknown unknown -> new Sight.Unknown(unknown.why());
            case TBankApi.Result.Refused refused -> new Sight.Unknown("Error " + refused.code());
            case TBankApi.Result.Ok ok ->
                new Sight.Found(state(ok.body(), TBankOrder.ours(text(ok.body(), "OrderId"))));
        };
    }

    /** For an order whose creation was never answered: all its attempts, the furthest one wins. */
    private Sight search(Subject subject) {
        List<ProviderState> found = new ArrayList<>();
        for (int attempt = 1; attempt <= subject.attempts(); attempt++) {
            switch (api.order(TBankOrder.of(subject.orderId(), attempt))) {
                case TBankApi.Result.Unknown unknown -> {
                    return new Sight.Unknown(unknown.why());
                }
                case TBankApi.Result.Refused refused -> {
                    if (!refused.code().equals(NO_SUCH_ORDER)) {
                        return new Sight.Unknown("Error " + refused.code());
                    }
                }
                case TBankApi.Result.Ok ok ->
                    ok.body().path("Payments").forEach(payment -> found.add(state(payment, subject.orderId())));
            }
        }
        return found.stream()
                .max(Comparator.comparing(state -> FURTHER.indexOf(state.status())))
                .<Sight>map(Sight.Found::new)
                .orElseGet(Sight.Absent::new);
    }

    private static final List<Status> FURTHER = List.of(
            Status.CANCELED,
            Status.PENDING,
            Status.IN_MOTION,
            Status.AUTHORISED,
            Status.REFUNDED,
            Status.PARTIALLY_REFUNDED,
            Status.PAID);

    @Override
    public RefundOutcome refund(Refund refund) {
        return switch (api.refund(refund)) {
            case TBankApi.Result.Unknown unknown -> new RefundOutcome.Unknown(unknown.why());
            case TBankApi.Result.Refused refused ->
                new RefundOutcome.Refused(
                        "tbank." + refused.code(), "Т-Банк не принял возврат. Проверьте сумму и баланс терминала.");
            case TBankApi.Result.Ok ok -> refunded(refund, ok.body());
        };
    }

    private static RefundOutcome refunded(Refund refund, JsonNode body) {
        var status = text(body, "Status");
        return switch (status) {
            case "REFUNDED", "PARTIAL_REFUNDED" -> new RefundOutcome.Refunded(refund.id());
            case "REFUNDING", "ASYNC_REFUNDING" -> new RefundOutcome.Pending(refund.id());
            default -> new RefundOutcome.Unknown("A refund ended in an unexpected status");
        };
    }

    /** The same request under the same key tells how it stands and gives nothing back twice. */
    @Override
    public RefundOutcome lookAt(Refund refund) {
        return refund(refund);
    }

    @Override
    public Notice read(Notification notification) {
        var scalars = TBankScalars.read(notification.body());
        if (scalars.isEmpty()) {
            return new Notice.Unproven("Not a notification");
        }
        return read(scalars.get());
    }

    private Notice read(Map<String, String> scalars) {
        if (!TBankToken.fits(scalars, account.requiredSecret())) {
            return new Notice.Unproven("The token is wrong");
        }
        if (!account.login().equals(scalars.get("TerminalKey"))) {
            return new Notice.Unproven("Another terminal");
        }
        var order = TBankOrder.ours(scalars.getOrDefault("OrderId", ""));
        var paymentId = scalars.getOrDefault("PaymentId", "");
        var status = scalars.getOrDefault("Status", "");
        if (order.isEmpty() || !isId(paymentId) || TBankStatus.of(status) == Status.IN_MOTION) {
            return new Notice.Irrelevant("Not about the state of a payment");
        }
        return new Notice.Proven(new ProviderState(
                paymentId,
                order,
                TBankStatus.of(status),
                amount(status, scalars.getOrDefault("Amount", "")),
                null,
                isDemo(),
                decline(status, scalars.getOrDefault("ErrorCode", ""))));
    }

    private ProviderState state(JsonNode payment, String orderId) {
        var status = text(payment, "Status");
        return new ProviderState(
                text(payment, "PaymentId"),
                orderId,
                TBankStatus.of(status),
                amount(status, text(payment, "Amount")),
                null,
                isDemo(),
                decline(status, text(payment, "ErrorCode")));
    }

    private static @Nullable Decline decline(String status, String code) {
        return TBankStatus.of(status) == Status.CANCELED ? TBankStatus.decline(status, code) : null;
    }

    /** After a refund or a partial reversal the field means different things in different places: not taken for the sum. */
    private static @Nullable Money amount(String status, String kopecks) {
        var known = switch (TBankStatus.of(status)) {
            case PENDING, PAID, CANCELED -> true;
            case AUTHORISED -> !status.startsWith("PARTIAL");
            case REFUNDED, PARTIALLY_REFUNDED, IN_MOTION -> false;
        };
        return known && kopecks.matches("[0-9]{1,15}") ? Money.kopecks(Long.parseLong(kopecks)) : null;
    }

    /** Theirs come as strings and as numbers. */
    private static String text(JsonNode body, String field) {
        var value = body.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static boolean isId(String text) {
        return text.matches("[0-9]{1,20}");
    }

    /** Terminals for trials end so; their money is a toy. */
    private boolean isDemo() {
        return account.login().endsWith("DEMO");
    }
}
