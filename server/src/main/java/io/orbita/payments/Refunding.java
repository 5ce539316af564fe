package io.orbita.payments;

import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.payments.provider.Sight;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries a refund out at the provider, and asks again until it is known what became of it. */
@Component
class Refunding implements Due {
    static final String KIND = "payments.refund";

    /** Providers remember the key of a refund for a day: repeating it later could give the money back twice. */
    private static final Duration KEY_LIVES = Duration.ofHours(23);

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(2);

    /** Nobody knows yet whether the money went back. */
    static final class NotSettled extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotSettled(String why) {
            super(why);
        }
    }

    private final PaymentRows rows;
    private final RefundRows refunds;
    private final ProviderAccounts accounts;
    private final RefundAftermath aftermath;
    private final DueWork dueWork;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Refunding(
            PaymentRows rows,
            RefundRows refunds,
            ProviderAccounts accounts,
            RefundAftermath aftermath,
            DueWork dueWork,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.refunds = refunds;
        this.accounts = accounts;
        this.aftermath = aftermath;
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
        var refund = refunds.find(business, ref);
        if (refund.isPresent() && refund.get().isOpen() && !settle(business, refund.get())) {
            throw new NotSettled("the provider did not say");
        }
    }

    /**
     * One try, outside a transaction.
     *
     * @return whether it is known now, or will be looked at by plan
     */
    boolean settle(BusinessId business, RefundRow refund) {
        var payment = rows.get(business, refund.payment());
        var outcome = outcome(business, payment, refund);
        return transaction.execute(status -> switch (outcome) {
            case RefundOutcome.Refunded refunded -> {
                aftermath.refunded(business, refund, refunded.refundId());
                dueWork.cancel(KIND, business, refund.publicId());
                yield true;
            }
            case RefundOutcome.Pending pending -> {
                refunds.settle(business, refund, "pending", pending.refundId(), null);
                dueWork.at(KIND, business, refund.publicId(), clock.instant().plus(LOOK_AGAIN));
                yield true;
            }
            case RefundOutcome.Refused refused -> {
                aftermath.refused(business, refund, refused);
                dueWork.cancel(KIND, business, refund.publicId());
                yield true;
            }
            case RefundOutcome.Unknown unknown -> false;
        });
    }

    private RefundOutcome outcome(BusinessId business, Payment payment, RefundRow refund) {
        if (refund.byHand() || payment.provider() == ProviderKind.MANUAL) {
            return new RefundOutcome.Refunded(refund.publicId());
        }
        var provider = accounts.open(business, payment.provider());
        var providerId = payment.providerId();
        if (provider.isEmpty() || providerId == null) {
            return new RefundOutcome.Refused(
                    "payments.account-gone",
                    "У магазина больше нет ключей провайдера. Верните деньги сами и отметьте это.");
        }
        if (refund.providerId() == null
                && clock.instant().isAfter(refund.createdAt().plus(KEY_LIVES))) {
            return byItsSum(provider.get(), payment, refund);
        }
        var asked = asked(business, payment, refund, providerId);
        var outcome = refund.state().equals("pending")
                ? provider.get().lookAt(asked)
                : provider.get().refund(asked);
        // A refusal of a repeat may mean that the first, whose answer was lost, took all that there was.
        return outcome instanceof RefundOutcome.Refused
                        && byItsSum(provider.get(), payment, refund) instanceof RefundOutcome.Refunded done
                ? done
                : outcome;
    }

    private Refund asked(BusinessId business, Payment payment, RefundRow refund, String providerId) {
        var contact = rows.receiptContact(business, payment.id());
        return new Refund(
                refund.publicId(),
                payment.publicId(),
                providerId,
                refund.providerId(),
                payment.amount(),
                refund.before(),
                refund.amount(),
                "Возврат: " + payment.title(),
                accounts.receipt(business, payment, contact, refund.amount()).orElse(null));
    }

    /** Whether the provider's own count says that it was done. */
    private static RefundOutcome byItsSum(PaymentProvider provider, Payment payment, RefundRow refund) {
        if (provider.look(payment.subject()) instanceof Sight.Found found) {
            Money gone = found.state().refunded();
            if (gone != null && gone.compareTo(refund.after()) >= 0) {
                return new RefundOutcome.Refunded(refund.publicId());
            }
        }
        return new RefundOutcome.Unknown("Its key is no longer remembered");
    }
}
