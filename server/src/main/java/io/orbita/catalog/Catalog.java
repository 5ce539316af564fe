package io.orbita.catalog;

import io.orbita.businesses.Businesses;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: what can be bought, and for how much. */
@Component
@Transactional
public class Catalog {
    private final Tariffs tariffs;
    private final Promos promos;
    private final PromoUsage usage;
    private final Businesses businesses;
    private final Clock clock;

    Catalog(Tariffs tariffs, Promos promos, PromoUsage usage, Businesses businesses, Clock clock) {
        this.tariffs = tariffs;
        this.promos = promos;
        this.usage = usage;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** What can be bought now, in the order of the owner. */
    @Transactional(readOnly = true)
    public List<Tariff> onSale(BusinessId business) {
        return tariffs.all(business).stream().filter(Tariff::active).toList();
    }

    /** The tariff of that id, also one that is no longer on sale. */
    @Transactional(readOnly = true)
    public Optional<Tariff> tariff(BusinessId business, long id) {
        return tariffs.find(business, id);
    }

    /**
     * Puts a tariff on the shelf.
     *
     * @throws io.orbita.platform.web.Invalid when a field breaks a rule
     */
    public Tariff addTariff(BusinessId business, TariffDraft draft) {
        return tariffs.add(business, draft);
    }

    /**
     * Makes a promo code.
     *
     * @throws io.orbita.platform.web.Invalid when a field breaks a rule
     */
    public PromoCode addPromoCode(BusinessId business, PromoDraft draft) {
        return promos.add(business, draft);
    }

    /** The plain price of a tariff. */
    @Transactional(readOnly = true)
    public Quote quote(BusinessId business, long tariff) {
        return tariffs.find(business, tariff)
                .map(Quote::of)
                .orElseGet(() -> new Quote.Refused(new QuoteRefusal.NotOnSale()));
    }

    /** What the tariff would cost with a code that somebody typed; nothing is reserved. */
    @Transactional(readOnly = true)
    public Quote quote(BusinessId business, long tariff, String code, Buyer buyer) {
        return quote(business, tariff, promos.typed(business, code), buyer);
    }

    /**
     * As {@link #quote(BusinessId, long, String, Buyer)}, and takes one use of the code for this purchase until {@link #consume} or
     * {@link #release}. Two purchases never take the same last use: they stand in line at the row of the code.
     *
     * @param ref names the purchase; at most 60 characters, new for each
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Quote reserve(BusinessId business, long tariff, String code, Buyer buyer, String ref) {
        var promo = promos.typed(business, code).flatMap(found -> promos.lock(business, found.id()));
        var quote = quote(business, tariff, promo, buyer);
        if (quote instanceof Quote.Offer && promo.isPresent()) {
            usage.reserve(business, promo.get().id(), buyer.client(), ref);
        }
        return quote;
    }

    /**
     * The purchase was paid: its code is used, once.
     *
     * @return whether this was more than the code allows: its reservation had ended and somebody else took the use
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean consume(BusinessId business, String ref) {
        var use = usage.find(business, ref);
        if (use.isEmpty() || use.get().isConsumed()) {
            return false;
        }
        var promo = promos.lock(business, use.get().promoId());
        var most = promo.map(PromoCode::maxUses).orElse(null);
        var over = use.get().isReleased()
                && most != null
                && usage.inAll(business, use.get().promoId()) >= most;
        usage.consume(business, ref, over);
        return over;
    }

    /** The purchase came to nothing: its use is free for others. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(BusinessId business, String ref) {
        usage.release(business, ref);
    }

    private Quote quote(BusinessId business, long tariff, Optional<PromoCode> promo, Buyer buyer) {
        var found = tariffs.find(business, tariff);
        if (found.isEmpty()) {
            return new Quote.Refused(new QuoteRefusal.NotOnSale());
        }
        var uses = promo.map(code -> usage.of(business, code.id(), buyer)).orElse(PromoUses.NONE);
        var zone = businesses.get(business).zone();
        return Quote.of(found.get(), promo, uses, clock.instant(), zone);
    }

    /**
     * Who buys, as the other rooms know them.
     *
     * @param client whom the use is written to
     * @param members all clients merged into that person, the client among them; empty for a newcomer
     * @param hasBought whether they have a completed purchase of anything
     */
    public record Buyer(long client, Set<Long> members, boolean hasBought) {

        /** Somebody of whom nothing is known. */
        public static final Buyer STRANGER = new Buyer(0, Set.of(), false);
    }
}
