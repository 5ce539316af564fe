package io.orbita.payments;

import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.sandbox.SandboxBooks;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a player does at the toy till. It writes into the till's own books only; our payment learns of it as from any provider. */
@Component
@Transactional
public class SandboxPlay {

    /**
     * What can be played. {@code LOSE_WEBHOOK} pays and tells nobody, {@code UNDERPAY} takes less than was asked, {@code PAY_LATE} is refused first and paid
     * a little later all the same; an order that is over is paid at once.
     */
    enum Outcome {
        SUCCEED,
        DECLINE,
        LOSE_WEBHOOK,
        UNDERPAY,
        PAY_LATE
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

    static final Duration LATE = Duration.ofSeconds(30);

    private final SandboxBooks books;
    private final ProviderAccounts accounts;
    private final DueWork dueWork;
    private final Clock clock;

    SandboxPlay(SandboxBooks books, ProviderAccounts accounts, DueWork dueWork, Clock clock) {
        this.books = books;
        this.accounts = accounts;
        this.dueWork = dueWork;
        this.clock = clock;
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
            case PAY_LATE -> payLater(business, order);
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

    private boolean payLater(BusinessId business, SandboxBooks.Entry order) {
        if (!order.isPending(clock.instant())) {
            return books.payLate(business, order.orderId());
        }
        dueWork.at(
                SandboxLatePay.KIND, business, order.orderId(), clock.instant().plus(LATE));
        return books.decline(business, order.orderId());
    }

    /** The money of {@code PAY_LATE} comes. */
    void payLate(BusinessId business, String publicId) {
        if (books.payLate(business, publicId)) {
            dueWork.now(SandboxReport.KIND, business, publicId);
        }
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
