package io.orbita.payments;

import io.orbita.businesses.Audit;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that goes back: asked for by the staff, written down before any provider is told. */
@Component
@Transactional
class Refunds {

    /** Longer than the call that follows at once; the work is done anyway should this process die before. */
    private static final Duration BACKUP = Duration.ofSeconds(40);

    @Refusal.Code(
            value = "payments.not-refundable",
            status = 409,
            meaning = "Only a completed payment can be refunded, up to what is left of it.")
    static final class NotRefundable extends Refusal {
        private static final long serialVersionUID = 1;

        NotRefundable(PaymentState state) {
            super("Вернуть можно только полученную оплату.", "Only a completed payment can be refunded.");
            fact("status", state.wire());
        }
    }

    @Refusal.Code(
            value = "payments.refund-under-way",
            status = 409,
            meaning = "Another refund of this payment is under way: wait until it is settled.")
    static final class UnderWay extends Refusal {
        private static final long serialVersionUID = 1;

        UnderWay() {
            super("По этому заказу уже идёт возврат. Дождитесь, пока он завершится.", "A refund is under way.");
        }
    }

    /**
     * @param amount absent: all that is left
     * @param byHand whether the staff give it back past the provider
     * @param by the staff user; absent: an API key
     */
    record Request(
            PaymentId payment,
            @Nullable Money amount,
            @Nullable String reason,
            boolean byHand,
            @Nullable Long by,
            String who) {}

    private final PaymentRows rows;
    private final RefundRows refunds;
    private final DueWork dueWork;
    private final Audit audit;
    private final Clock clock;

    Refunds(PaymentRows rows, RefundRows refunds, DueWork dueWork, Audit audit, Clock clock) {
        this.rows = rows;
        this.refunds = refunds;
        this.dueWork = dueWork;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the wish down; {@link Refunding} carries it out. */
    public RefundRow request(BusinessId business, Request request) {
        var payment = rows.lock(business, request.payment());
        if (!payment.state().wasCompleted() || !payment.left().isPositive()) {
            throw new NotRefundable(payment.state());
        }
        if (refunds.anyOpen(business, payment.id())) {
            throw new UnderWay();
        }
        var amount = amount(payment, request.amount());
        var refund = refunds.insert(business, payment, PublicId.next(business), amount, request);
        audit.record(
                business,
                request.who(),
                "payments.refund",
                payment.id().toString(),
                Map.of("amount", amount, "by_hand", request.byHand()));
        dueWork.at(Refunding.KIND, business, refund.publicId(), clock.instant().plus(BACKUP));
        return refund;
    }

    private static Money amount(Payment payment, @Nullable Money asked) {
        if (asked == null) {
            return payment.left();
        }
        if (!asked.currency().equals(payment.amount().currency())) {
            throw new Invalid("amount.currency", "currency", "Возврат делается в валюте платежа");
        }
        if (!asked.isPositive() || asked.compareTo(payment.left()) > 0) {
            throw new Invalid(
                    "amount.amount",
                    "range",
                    "Больше нуля и не больше остатка: " + payment.left().inRussian());
        }
        return asked;
    }
}
