package io.orbita.payments;

import io.orbita.businesses.Audit;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import io.orbita.platform.web.Refusal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what was paid, and the staff's word on it. */
@Component
@Transactional
public class Payments {
    /** Data of a button that shows what is on sale. */
    public static final String PRICES_BUTTON = PayBot.PRICES;

    @Refusal.Code(
            value = "payments.not-in-this-state",
            status = 409,
            meaning = "The payment stands where this cannot be done; `status` says where.")
    static final class NotInThisState extends Refusal {
        private static final long serialVersionUID = 1;

        NotInThisState(PaymentState state) {
            super(
                    state == PaymentState.WAITING_FOR_CAPTURE
                            ? "Банк уже удерживает деньги клиента. Дождитесь, пока он их спишет или вернёт."
                            : "С этим платежом так поступить уже нельзя.",
                    "This cannot be done with the payment any more.");
            fact("status", state.wire());
        }
    }

    private final PaymentRows rows;
    private final PaymentQueries queries;
    private final Settling settling;
    private final Clients clients;
    private final Buyers buyers;
    private final Audit audit;
    private final Refunds refunds;

    Payments(
            PaymentRows rows,
            PaymentQueries queries,
            Settling settling,
            Clients clients,
            Buyers buyers,
            Audit audit,
            Refunds refunds) {
        this.rows = rows;
        this.queries = queries;
        this.settling = settling;
        this.clients = clients;
        this.buyers = buyers;
        this.audit = audit;
        this.refunds = refunds;
    }

    /** The payment of that id. */
    @Transactional(readOnly = true)
    public Optional<PaymentView> find(BusinessId business, PaymentId id) {
        return rows.find(business, id).map(payment -> queries.view(business, payment));
    }

    /** The payment that a public id names, for whoever knows it. */
    @Transactional(readOnly = true)
    public Optional<PaymentView> find(BusinessId business, String publicId) {
        return rows.find(business, publicId).map(payment -> queries.view(business, payment));
    }

    /** Payments of the client, over all that were merged into them, newest first. */
    @Transactional(readOnly = true)
    public Page<PaymentView> of(
            BusinessId business, ClientId client, @Nullable Integer limit, @Nullable String cursor) {
        var members = clients.members(business, client);
        return queries.list(business, PaymentQueries.Filter.ANY.of(members), limit, cursor, false);
    }

    /** Whether the client has ever completed a payment, over all that were merged into them. */
    @Transactional(readOnly = true)
    public boolean hasPaid(BusinessId business, ClientId client) {
        return rows.anyCompleted(business, clients.members(business, client));
    }

    /** A token for {@code client_token} of {@code POST /api/payments/create}: its holder buys as this client, for 30 days. */
    @Transactional(readOnly = true)
    public String buyerToken(BusinessId business, ClientId client) {
        return buyers.token(business, client);
    }

    /**
     * One of the staff says that the money is here. A second time changes nothing.
     *
     * @param by the staff user; absent: an API key
     * @param who for the audit trail
     * @throws io.orbita.platform.web.NotFound when there is no such payment
     */
    public PaymentView confirm(BusinessId business, PaymentId id, @Nullable Long by, String who) {
        return byHand(business, id, PaymentEvent.CONFIRMED_BY_HAND, News.Source.STAFF, by, who);
    }

    /** As {@link #confirm}, said in the bot. */
    PaymentView confirmInBot(BusinessId business, PaymentId id, long by) {
        return byHand(business, id, PaymentEvent.CONFIRMED_BY_HAND, News.Source.BOT, by, "bot-user-" + by);
    }

    /** One of the staff gives the payment up. Should its money come after all, it is completed. */
    public PaymentView cancel(BusinessId business, PaymentId id, @Nullable Long by, String who) {
        return byHand(business, id, PaymentEvent.CANCELED_BY_HAND, News.Source.STAFF, by, who);
    }

    /**
     * One of the staff gives the money back through the provider, which is asked a moment later.
     *
     * @param amount absent: all that is left
     * @param reason for the books, at most 250 characters
     */
    public void refund(
            BusinessId business, PaymentId id, @Nullable Money amount, String reason, @Nullable Long by, String who) {
        refunds.request(business, new Refunds.Request(id, amount, reason, false, by, who));
    }

    private PaymentView byHand(
            BusinessId business, PaymentId id, PaymentEvent event, News.Source source, @Nullable Long by, String who) {
        var before = rows.lock(business, id);
        if (Transition.of(before.state(), event) instanceof Transition.Unfit) {
            throw new NotInThisState(before.state());
        }
        var settled = settling.settle(business, id, News.byHand(event, source, by));
        if (settled.last() instanceof Transition.To) {
            audit.record(business, who, "payments." + event.wire(), id.toString(), Map.of("amount", before.amount()));
        }
        return queries.view(business, settled.payment());
    }
}
