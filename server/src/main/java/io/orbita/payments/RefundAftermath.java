package io.orbita.payments;

import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from the end of a refund. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RefundAftermath {
    private final PaymentRows rows;
    private final RefundRows refunds;
    private final Settling settling;
    private final Notices notices;

    RefundAftermath(PaymentRows rows, RefundRows refunds, Settling settling, Notices notices) {
        this.rows = rows;
        this.refunds = refunds;
        this.settling = settling;
        this.notices = notices;
    }

    public void refunded(BusinessId business, RefundRow refund, String providerId) {
        rows.lock(business, refund.payment());
        if (!refunds.lock(business, refund.publicId()).isOpen()) {
            return;
        }
        refunds.settle(business, refund, "refunded", providerId, null);
        settling.settle(
                business,
                refund.payment(),
                News.refunded(PaymentEvent.REFUNDED_IN_PART, News.Source.STAFF, refund.after(), refund.requestedBy()));
    }

    public void refused(BusinessId business, RefundRow refund, RefundOutcome.Refused refused) {
        refunds.settle(business, refund, "refused", null, refused.code());
        notices.tell(
                business,
                Notice.of(
                        "payment.refund-refused",
                        "refund:" + refund.id() + ":refused",
                        "Возврат %s по заказу № %s не прошёл. %s"
                                .formatted(refund.amount().inRussian(), refund.payment(), refused.why()),
                        null));
    }
}
