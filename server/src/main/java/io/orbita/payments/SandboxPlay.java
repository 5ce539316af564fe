package io.orbita.payments;

import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.sandbox.SandboxBooks;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a player does at the toy till. It writes into the till's own books only; our payment learns of it as from any provider. */
@Component
@Transactional
public class SandboxPlay {

    /** What can be played. {@code LOSE_WEBHOOK} pays and tells nobody, {@code UNDERPAY} takes less than was asked. */
    enum Outcome {
        SUCCEED,
        DECLINE,
        LOSE_WEBHOOK,
        UNDERPAY
    }

    @Refusal.Code(
            value = "sandbox.order-is-over",
            status = 409,
            meaning = "The order ended otherwise before, or its time is over.")
    static final class OrderIsOver extends Refusal {
        private static final long serialVersionUID = 1;

        OrderIsOver(String state) {
            super("Этот заказ уже оплачен, отменён или просрочен.", "The order is over.");
            fact("state", state);
        }
    }

    private final SandboxBooks books;
    private final ProviderAccounts accounts;
    private final DueWork dueWork;

    SandboxPlay(SandboxBooks books, ProviderAccounts accounts, DueWork dueWork) {
        this.books = books;
        this.accounts = accounts;
        this.dueWork = dueWork;
    }

    /** The order as the till keeps it. */
    SandboxBooks.Entry order(BusinessId business, String publicId) {
        if (accounts.account(business, ProviderKind.SANDBOX).isEmpty()) {
            throw absent();
        }
        return books.find(business, publicId).orElseThrow(SandboxPlay::absent);
    }

    /** Plays it once: the same again changes nothing, as a second press at a real till takes no second sum. */
    SandboxBooks.Entry play(BusinessId business, String publicId, Outcome outcome) {
        var order = order(business, publicId);
        var done = switch (outcome) {
            case SUCCEED, LOSE_WEBHOOK -> books.pay(business, publicId, order.amount());
            case UNDERPAY -> books.pay(business, publicId, less(order.amount()));
            case DECLINE -> books.decline(business, publicId);
        };
        if (!done) {
            if (order.state().equals(outcome == Outcome.DECLINE ? "canceled" : "paid")) {
                return order;
            }
            throw new OrderIsOver(order.state().equals("pending") ? "expired" : order.state());
        }
        if (outcome != Outcome.LOSE_WEBHOOK) {
            dueWork.now(SandboxReport.KIND, business, publicId);
        }
        return order(business, publicId);
    }

    /**
     * Pays the order of a payment in full.
     *
     * @throws NotFound when the till has no such order
     */
    public void pay(BusinessId business, String publicId) {
        play(business, publicId, Outcome.SUCCEED);
    }

    private static Money less(Money amount) {
        return new Money(Math.max(1, amount.minor() / 2), amount.currency());
    }

    private static NotFound absent() {
        return new NotFound("Такого заказа в песочнице нет.", "There is no such order in the sandbox.");
    }
}
