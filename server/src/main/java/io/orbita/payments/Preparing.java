package io.orbita.payments;

import io.orbita.catalog.Catalog;
import io.orbita.catalog.Quote;
import io.orbita.catalog.QuoteRefusal;
import io.orbita.catalog.Tariff;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.messaging.ConversationId;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins a payment: price, promo code and the row, in the caller's transaction. No provider is asked yet. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Preparing {

    /**
     * @param source {@code site}, {@code bot} or {@code staff}
     * @param receiptContact the buyer's e-mail, or phone in E.164
     * @param provider absent: what the business uses
     */
    record Purchase(
            ClientId client,
            @Nullable ConversationId conversation,
            long tariff,
            @Nullable String promoCode,
            String source,
            @Nullable URI returnUrl,
            @Nullable String receiptContact,
            @Nullable ProviderKind provider) {}

    sealed interface Prepared {

        record Ready(Payment payment) implements Prepared {}

        record Refused(QuoteRefusal why) implements Prepared {}

        /** The receipt has nobody to go to. */
        record ContactNeeded() implements Prepared {}
    }

    private final Catalog catalog;
    private final Clients clients;
    private final PaymentRows rows;
    private final ProviderAccounts accounts;
    private final PayLinks links;
    private final DueWork dueWork;
    private final Clock clock;

    Preparing(
            Catalog catalog,
            Clients clients,
            PaymentRows rows,
            ProviderAccounts accounts,
            PayLinks links,
            DueWork dueWork,
            Clock clock) {
        this.catalog = catalog;
        this.clients = clients;
        this.rows = rows;
        this.accounts = accounts;
        this.links = links;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    public Prepared prepare(BusinessId business, Purchase purchase) {
        if (purchase.receiptContact() == null && accounts.receipts(business)) {
            return new Prepared.ContactNeeded();
        }
        var tariff = catalog.tariff(business, purchase.tariff());
        if (tariff.isEmpty()) {
            return new Prepared.Refused(new QuoteRefusal.NotOnSale());
        }
        var publicId = PublicId.next(business);
        return switch (quote(business, purchase, publicId)) {
            case Quote.Refused refused -> new Prepared.Refused(refused.why());
            case Quote.Offer offer -> new Prepared.Ready(begin(business, purchase, publicId, tariff.get(), offer));
        };
    }

    private Payment begin(BusinessId business, Purchase purchase, String publicId, Tariff tariff, Quote.Offer offer) {
        var account = account(business, purchase.provider());
        var now = clock.instant();
        var promo = offer.promo();
        var asked = purchase.returnUrl();
        var order = new Order(
                publicId,
                purchase.client(),
                purchase.conversation(),
                tariff.id(),
                tariff.title(),
                tariff.programmeWeeks(),
                account.kind(),
                account.test(),
                purchase.source(),
                offer.price(),
                offer.discount(),
                offer.total(),
                promo == null ? null : promo.code(),
                asked == null ? links.page(business, publicId) : asked,
                now);
        var lifetime = accounts.driver(account.kind()).open(account).linkLifetime();
        var payment = rows.insert(business, order, now.plus(lifetime), purchase.receiptContact());
        dueWork.at(Looking.KIND, business, payment.id().toString(), LookPlan.first(payment, now));
        return payment;
    }

    private Quote quote(BusinessId business, Purchase purchase, String publicId) {
        var code = purchase.promoCode();
        return code == null || code.isBlank()
                ? catalog.quote(business, purchase.tariff())
                : catalog.reserve(business, purchase.tariff(), code, buyer(business, purchase.client()), publicId);
    }

    /** The client as the catalog needs to know them. */
    public Catalog.Buyer buyer(BusinessId business, ClientId client) {
        var members = clients.members(business, client);
        return new Catalog.Buyer(client.value(), members, rows.anyCompleted(business, members));
    }

    private ProviderAccount account(BusinessId business, @Nullable ProviderKind asked) {
        return Optional.ofNullable(asked)
                .flatMap(kind -> accounts.account(business, kind))
                .or(() -> accounts.account(business, accounts.current(business)))
                .orElseThrow();
    }
}
