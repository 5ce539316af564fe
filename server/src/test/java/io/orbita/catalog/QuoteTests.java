package io.orbita.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orbita.platform.money.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTests {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private static Tariff tariff(long id, Money price) {
        return new Tariff(id, "12 недель", "", price, 3, List.of("План"), 12, null, 1, true);
    }

    private static final Tariff TARIFF = tariff(1, Money.rubles(2990));

    private static Quote with(PromoCode promo, PromoUses uses) {
        return Quote.of(TARIFF, Optional.of(promo), uses, NOW, MOSCOW);
    }

    private static QuoteRefusal refusal(Quote quote) {
        assertThat(quote).isInstanceOf(Quote.Refused.class);
        return ((Quote.Refused) quote).why();
    }

    private static Quote.Offer offer(Quote quote) {
        assertThat(quote).isInstanceOf(Quote.Offer.class);
        return (Quote.Offer) quote;
    }

    /** A code without conditions; each test adds the one it is about. */
    private static final class Promo {
        private Discount discount = new Discount.Percent(10);
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable Integer max;
        private @Nullable Integer perClient;
        private Set<Long> tariffs = Set.of();
        private boolean first;
        private boolean active = true;

        PromoCode build() {
            return new PromoCode(7, "ЛЕТО", discount, from, to, max, perClient, tariffs, first, active);
        }
    }

    private static Promo promo() {
        return new Promo();
    }

    @Test
    void without_a_code_the_price_is_the_price() {
        assertThat(offer(Quote.of(TARIFF)))
                .isEqualTo(new Quote.Offer(Money.rubles(2990), Money.rubles(0), Money.rubles(2990), null));
    }

    @Test
    void a_percentage_comes_off_and_half_a_kopeck_goes_to_the_client() {
        var code = promo();
        code.discount = new Discount.Percent(15);
        var quote = Quote.of(
                tariff(1, Money.of("0.30", "RUB").plus(Money.rubles(10))),
                Optional.of(code.build()),
                PromoUses.NONE,
                NOW,
                MOSCOW);
        assertThat(offer(quote).discount()).isEqualTo(Money.of("1.55", "RUB"));
        assertThat(offer(quote).total()).isEqualTo(Money.of("8.75", "RUB"));
    }

    @Test
    void a_fixed_discount_comes_off() {
        var code = promo();
        code.discount = new Discount.Fixed(Money.rubles(990));
        assertThat(offer(with(code.build(), PromoUses.NONE)).total()).isEqualTo(Money.rubles(2000));
    }

    @ParameterizedTest
    @CsvSource({"2990,1", "299000,1", "2989,1", "2988,2"})
    void the_least_sum_is_one_rouble(long off, long total) {
        var code = promo();
        code.discount = new Discount.Fixed(Money.rubles(off));
        var offer = offer(with(code.build(), PromoUses.NONE));
        assertThat(offer.total()).isEqualTo(Money.rubles(total));
        assertThat(offer.price().minus(offer.discount())).isEqualTo(offer.total());
    }

    @Test
    void a_hundred_per_cent_still_costs_one_rouble() {
        var code = promo();
        code.discount = new Discount.Percent(100);
        assertThat(offer(with(code.build(), PromoUses.NONE)).total()).isEqualTo(Money.rubles(1));
    }

    @Test
    void discounts_out_of_range_do_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount.Percent(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount.Percent(101));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount.Fixed(Money.rubles(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Discount.Fixed(Money.rubles(-1)));
    }

    @Test
    void an_unknown_code_is_unknown() {
        var why = refusal(Quote.of(TARIFF, Optional.empty(), PromoUses.NONE, NOW, MOSCOW));
        assertThat(why.code()).isEqualTo("catalog.promo-unknown");
    }

    @Test
    void a_tariff_that_is_off_is_not_sold_with_or_without_a_code() {
        var off = new Tariff(1, "", "", Money.rubles(10), 0, List.of(), 0, null, 1, false);
        assertThat(refusal(Quote.of(off)).code()).isEqualTo("catalog.tariff-not-on-sale");
        assertThat(refusal(Quote.of(off, Optional.of(promo().build()), PromoUses.NONE, NOW, MOSCOW))
                        .code())
                .isEqualTo("catalog.tariff-not-on-sale");
    }

    @Test
    void a_code_that_is_off_says_so() {
        var code = promo();
        code.active = false;
        assertThat(refusal(with(code.build(), PromoUses.NONE)).code()).isEqualTo("catalog.promo-switched-off");
    }

    @Test
    void a_code_works_from_its_first_moment_to_before_its_last() {
        var code = promo();
        code.from = NOW;
        code.to = NOW.plusNanos(1);
        assertThat(with(code.build(), PromoUses.NONE)).isInstanceOf(Quote.Offer.class);

        code.from = NOW.plusNanos(1);
        assertThat(refusal(with(code.build(), PromoUses.NONE)).code()).isEqualTo("catalog.promo-not-yet");

        code.from = null;
        code.to = NOW;
        assertThat(refusal(with(code.build(), PromoUses.NONE)).code()).isEqualTo("catalog.promo-expired");
    }

    @Test
    void dates_are_said_in_the_days_of_the_business() {
        var code = promo();
        code.from = Instant.parse("2026-12-04T21:00:00Z");
        assertThat(refusal(with(code.build(), PromoUses.NONE)).text())
                .isEqualTo("Этот промокод начнёт действовать 5 декабря 2026 года.");

        code.from = null;
        code.to = Instant.parse("2026-10-31T21:00:00Z");
        assertThat(refusal(with(code.build(), PromoUses.NONE)).text())
                .isEqualTo("Этот промокод действовал до 31 октября 2026 года.");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "4,true", "5,false", "6,false"})
    void uses_in_all_are_counted(int used, boolean offered) {
        var code = promo();
        code.max = 5;
        var quote = with(code.build(), new PromoUses(used, 0, 0, false));
        assertThat(quote instanceof Quote.Offer).isEqualTo(offered);
        if (!offered) {
            assertThat(refusal(quote).code()).isEqualTo("catalog.promo-used-up");
        }
    }

    @Test
    void uses_of_one_client_are_counted() {
        var code = promo();
        code.perClient = 1;
        assertThat(with(code.build(), new PromoUses(100, 0, 0, true))).isInstanceOf(Quote.Offer.class);
        assertThat(refusal(with(code.build(), new PromoUses(1, 1, 0, true))).code())
                .isEqualTo("catalog.promo-used-by-client");
    }

    @Test
    void an_unpaid_order_of_the_same_client_holds_the_code() {
        var code = promo();
        code.perClient = 2;
        assertThat(with(code.build(), new PromoUses(1, 0, 1, false))).isInstanceOf(Quote.Offer.class);
        assertThat(refusal(with(code.build(), new PromoUses(2, 1, 1, true))).code())
                .isEqualTo("catalog.promo-held-by-client");
        code.perClient = null;
        assertThat(with(code.build(), new PromoUses(9, 0, 9, false))).isInstanceOf(Quote.Offer.class);
        code.first = true;
        assertThat(refusal(with(code.build(), new PromoUses(1, 0, 1, false))).code())
                .isEqualTo("catalog.promo-held-by-client");
    }

    @Test
    void a_code_may_fit_some_tariffs_only() {
        var code = promo();
        code.tariffs = Set.of(2L, 3L);
        assertThat(refusal(with(code.build(), PromoUses.NONE)).code()).isEqualTo("catalog.promo-not-for-tariff");
        code.tariffs = Set.of(1L);
        assertThat(with(code.build(), PromoUses.NONE)).isInstanceOf(Quote.Offer.class);
    }

    @Test
    void a_fixed_discount_in_another_currency_does_not_fit() {
        var code = promo();
        code.discount = new Discount.Fixed(new Money(100, "USD"));
        assertThat(refusal(with(code.build(), PromoUses.NONE)).code()).isEqualTo("catalog.promo-not-for-tariff");
    }

    @Test
    void a_code_for_newcomers_is_refused_to_those_who_have_bought() {
        var code = promo();
        code.first = true;
        assertThat(with(code.build(), new PromoUses(9, 0, 0, false))).isInstanceOf(Quote.Offer.class);
        assertThat(refusal(with(code.build(), new PromoUses(0, 0, 0, true))).code())
                .isEqualTo("catalog.promo-first-purchase-only");
    }

    @Test
    void any_discount_on_any_price_leaves_a_sum_between_one_rouble_and_the_price() {
        var random = new Random(20261120);
        for (int round = 0; round < 20_000; round++) {
            var price = Money.kopecks(100 + random.nextLong(100_000_00));
            var code = promo();
            code.discount = random.nextBoolean()
                    ? new Discount.Percent(1 + random.nextInt(100))
                    : new Discount.Fixed(Money.kopecks(1 + random.nextLong(200_000_00)));
            var offer = offer(Quote.of(tariff(1, price), Optional.of(code.build()), PromoUses.NONE, NOW, MOSCOW));
            assertThat(offer.total().minor()).isBetween(100L, price.minor());
            assertThat(offer.total().plus(offer.discount())).isEqualTo(price);
        }
    }
}
