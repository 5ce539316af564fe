package io.orbita.payments;

import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.jobs.DueWorkGivenUp;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** After so many tries in vain a person has to look. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GivenUp {
    private final PaymentRows rows;
    private final RefundRows refunds;
    private final ClientTalk talk;
    private final Notices notices;

    GivenUp(PaymentRows rows, RefundRows refunds, ClientTalk talk, Notices notices) {
        this.rows = rows;
        this.refunds = refunds;
        this.talk = talk;
        this.notices = notices;
    }

    @EventListener
    public void on(DueWorkGivenUp event) {
        switch (event.kind()) {
            case Refunding.KIND -> refund(event.business(), event.ref());
            case LinkInChat.KIND -> link(event.business(), new PaymentId(Long.parseLong(event.ref())));
            default -> {}
        }
    }

    private void refund(BusinessId business, String publicId) {
        refunds.find(business, publicId)
                .ifPresent(refund -> notices.tell(
                        business,
                        Notice.of(
                                "payment.refund-unknown",
                                "refund:" + refund.id() + ":unknown",
                                "Провайдер не говорит, прошёл ли возврат %s по заказу № %s. Проверьте в его кабинете."
                                        .formatted(refund.amount().inRussian(), refund.payment()),
                                null)));
    }

    private void link(BusinessId business, PaymentId id) {
        rows.find(business, id).filter(payment -> !payment.hasLink()).ifPresent(payment -> {
            talk.noLink(business, payment);
            notices.tell(
                    business,
                    Notice.of(
                            "payment.no-link",
                            "payment:" + id + ":no-link",
                            "Провайдер так и не дал ссылку для заказа № %s. Клиент ждёт, помогите ему оплатить."
                                    .formatted(id),
                            payment.client()));
        });
    }
}
