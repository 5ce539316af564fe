package io.orbita.payments;

import io.orbita.platform.jobs.Due;
import io.orbita.platform.tenancy.BusinessId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gets the link that was asked for in a chat and sends it there. */
@Component
class LinkInChat implements Due {
    static final String KIND = "payments.link";

    /** The provider did not answer: later. */
    static final class NoLinkYet extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoLinkYet() {
            super("the provider did not answer");
        }
    }

    private final Linking linking;
    private final ClientTalk talk;
    private final TransactionTemplate transaction;

    LinkInChat(Linking linking, ClientTalk talk, TransactionTemplate transaction) {
        this.linking = linking;
        this.talk = talk;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A refusal is told by what follows from it; a payment that ended meanwhile needs no link. */
    @Override
    public void run(BusinessId business, String ref) {
        switch (linking.link(business, new PaymentId(Long.parseLong(ref)))) {
            case Linking.Linked.Refused refused -> {}
            case Linking.Linked.Done done -> {
                var payment = done.payment();
                if (payment.hasLink() && payment.state() == PaymentState.PENDING) {
                    transaction.executeWithoutResult(status -> talk.link(business, payment));
                }
            }
            case Linking.Linked.Unknown unknown -> {
                transaction.executeWithoutResult(status -> talk.slow(business, unknown.payment()));
                throw new NoLinkYet();
            }
        }
    }
}
