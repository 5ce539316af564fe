package io.orbita.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One condition of a promo code. */
interface PromoRule {

    /** Everything a condition may look at. */
    record Asked(Tariff tariff, PromoCode promo, PromoUses uses, Instant now, ZoneId zone) {}

    Optional<QuoteRefusal> refusal(Asked asked);

    /** In the order in which a person would explain them: the first that refuses is the answer. */
    List<PromoRule> ALL = List.of(
            PromoRule::switchedOn,
            PromoRule::begun,
            PromoRule::notOver,
            PromoRule::fitsTheTariff,
            PromoRule::firstPurchase,
            PromoRule::leftForThisClient,
            PromoRule::notHeldByThisClient,
            PromoRule::leftAtAll);

    static Optional<QuoteRefusal> firstRefusal(Asked asked) {
        return ALL.stream().flatMap(rule -> rule.refusal(asked).stream()).findFirst();
    }

    private static Optional<QuoteRefusal> switchedOn(Asked asked) {
        return when(!asked.promo.active(), new QuoteRefusal.SwitchedOff());
    }

    private static Optional<QuoteRefusal> begun(Asked asked) {
        var from = asked.promo.validFrom();
        return from != null && asked.now.isBefore(from)
                ? Optional.of(new QuoteRefusal.NotYet(from.atZone(asked.zone).toLocalDate()))
                : Optional.empty();
    }

    private static Optional<QuoteRefusal> notOver(Asked asked) {
        var to = asked.promo.validTo();
        return to != null && !asked.now.isBefore(to)
                ? Optional.of(new QuoteRefusal.Expired(
                        to.minusNanos(1).atZone(asked.zone).toLocalDate()))
                : Optional.empty();
    }

    private static Optional<QuoteRefusal> fitsTheTariff(Asked asked) {
        var tariffs = asked.promo.tariffs();
        var listed = tariffs.isEmpty() || tariffs.contains(asked.tariff.id());
        return when(!listed || !sameCurrency(asked), new QuoteRefusal.NotForTariff());
    }

    private static boolean sameCurrency(Asked asked) {
        return switch (asked.promo.discount()) {
            case Discount.Percent percent -> true;
            case Discount.Fixed fixed ->
                fixed.amount().currency().equals(asked.tariff.price().currency());
        };
    }

    private static Optional<QuoteRefusal> firstPurchase(Asked asked) {
        return when(
                asked.promo.firstPurchaseOnly() && asked.uses.clientHasBought(), new QuoteRefusal.FirstPurchaseOnly());
    }

    private static Optional<QuoteRefusal> leftForThisClient(Asked asked) {
        var most = asked.promo.maxUsesPerClient();
        return when(most != null && asked.uses.byClient() >= most, new QuoteRefusal.UsedByClient());
    }

    /** An unpaid order of the same client counts as if it were paid: else one could collect links before paying any. */
    private static Optional<QuoteRefusal> notHeldByThisClient(Asked asked) {
        var most = asked.promo.maxUsesPerClient();
        var held = asked.uses.heldByClient();
        var last = most != null && asked.uses.byClient() + held >= most;
        return when(held > 0 && (last || asked.promo.firstPurchaseOnly()), new QuoteRefusal.HeldByClient());
    }

    private static Optional<QuoteRefusal> leftAtAll(Asked asked) {
        var most = asked.promo.maxUses();
        return when(most != null && asked.uses.inAll() >= most, new QuoteRefusal.UsedUp());
    }

    private static Optional<QuoteRefusal> when(boolean refused, QuoteRefusal why) {
        return refused ? Optional.of(why) : Optional.empty();
    }
}
