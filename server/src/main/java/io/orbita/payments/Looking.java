package io.orbita.payments;

import io.orbita.payments.provider.Sight;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the provider how an open payment stands: for the notification that never comes, and for the link that never came. */
@Component
class Looking implements Due {
    static final String KIND = "payments.look";

    private final PaymentRows rows;
    private final ProviderAccounts accounts;
    private final Settling settling;
    private final DueWork dueWork;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Looking(
            PaymentRows rows,
            ProviderAccounts accounts,
            Settling settling,
            DueWork dueWork,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.settling = settling;
        this.dueWork = dueWork;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        var id = new PaymentId(Long.parseLong(ref));
        var payment = rows.get(business, id);
        if (payment.state().isOpen()) {
            look(business, payment, News.Source.POLL);
        }
    }

    /** Asks now, whatever the plan says; outside a transaction. */
    Payment look(BusinessId business, Payment payment, News.Source source) {
        var sight = payment.attempts() == 0 ? new Sight.Absent() : ask(business, payment);
        return transaction.execute(status -> {
            var now = clock.instant();
            var after = switch (sight) {
                case Sight.Found found ->
                    settling.judge(business, payment.id(), found.state(), source)
                            .payment();
                case Sight.Absent absent -> unseen(business, payment, payment.providerId() == null, source, now);
                case Sight.Unknown unknown -> unseen(business, payment, false, source, now);
            };
            if (after.state().isOpen()) {
                dueWork.at(KIND, business, payment.id().toString(), LookPlan.next(after, now));
            }
            return after;
        });
    }

    private Sight ask(BusinessId business, Payment payment) {
        return accounts.open(business, payment.provider())
                .map(provider -> provider.look(payment.subject()))
                .orElseGet(() -> new Sight.Unknown("The account is gone"));
    }

    /** @param never whether the provider says that such a payment was never made */
    private Payment unseen(BusinessId business, Payment payment, boolean never, News.Source source, Instant now) {
        if (never && !now.isBefore(payment.over())) {
            return settling.settle(business, payment.id(), News.own(PaymentEvent.EXPIRED, source))
                    .payment();
        }
        return LookPlan.isLost(payment, now)
                ? settling.settle(business, payment.id(), News.own(PaymentEvent.LOST, source))
                        .payment()
                : payment;
    }
}
