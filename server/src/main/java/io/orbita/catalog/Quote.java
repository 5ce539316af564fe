package io.orbita.catalog;

import io.orbita.platform.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to «what does it cost me»: an offer, or why there is none. */
public sealed interface Quote {

    /** No purchase costs less: a receipt for nothing cannot be issued, and no provider takes a zero. */
    long LEAST_MINOR = 100;

    /**
     * @param discount what came off; never so much that less than the least sum is left
     * @param total to pay: {@code price - discount}
     * @param promo the code that gave the discount
     */
    record Offer(
            Money price,
            Money discount,
            Money total,
            @Nullable PromoCode promo) implements Quote {}

    record Refused(QuoteRefusal why) implements Quote {}

    /** The plain price. */
    static Quote of(Tariff tariff) {
        return tariff.active()
                ? new Offer(tariff.price(), Money.zero(tariff.price().currency()), tariff.price(), null)
                : new Refused(new QuoteRefusal.NotOnSale());
    }

    /**
     * The price with a code that was typed.
     *
     * @param promo what the code was found to be; empty: no such code
     * @param zone of the business: dates in the answer are its days
     */
    static Quote of(Tariff tariff, Optional<PromoCode> promo, PromoUses uses, Instant now, ZoneId zone) {
        if (!tariff.active()) {
            return new Refused(new QuoteRefusal.NotOnSale());
        }
        if (promo.isEmpty()) {
            return new Refused(new QuoteRefusal.Unknown());
        }
        return PromoRule.firstRefusal(new PromoRule.Asked(tariff, promo.get(), uses, now, zone))
                .<Quote>map(Refused::new)
                .orElseGet(() -> offer(tariff.price(), promo.get()));
    }

    private static Offer offer(Money price, PromoCode promo) {
        var least = new Money(LEAST_MINOR, price.currency());
        var discount = promo.discount().off(price).min(price.minus(least)).max(Money.zero(price.currency()));
        return new Offer(price, discount, price.minus(discount), promo);
    }
}
