package io.orbita.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.catalog.Catalog.Buyer;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@OrbitaTest
class CatalogTests {
    private final World world;
    private final Catalog catalog;
    private final PromoUsage usage;
    private final Business business;

    CatalogTests(World world, Catalog catalog, PromoUsage usage) {
        this.world = world;
        this.catalog = catalog;
        this.usage = usage;
        this.business = world.business();
    }

    private long tariff() {
        var draft = new TariffDraft(
                "Сопровождение на 3 месяца", null, Money.rubles(34_999), 3, List.of("План"), 12, null, null, null);
        return world.in(business, () -> catalog.addTariff(business.id(), draft)).id();
    }

    private PromoCode promo(
            String code, @Nullable Integer max, @Nullable Integer perClient, boolean first, List<Long> tariffs) {
        var draft = new PromoDraft(code, 10, null, null, null, max, perClient, tariffs, first, null);
        return world.in(business, () -> catalog.addPromoCode(business.id(), draft));
    }

    private Quote reserve(long tariff, String code, long client, String ref) {
        return world.in(
                business,
                () -> catalog.reserve(business.id(), tariff, code, new Buyer(client, Set.of(client), false), ref));
    }

    private boolean consume(String ref) {
        return world.in(business, () -> catalog.consume(business.id(), ref));
    }

    private void release(String ref) {
        world.run(business, () -> catalog.release(business.id(), ref));
    }

    private static String refusal(Quote quote) {
        return quote instanceof Quote.Refused refused ? refused.why().code() : "none";
    }

    @Test
    void of_twenty_clients_who_come_at_once_one_takes_the_last_use() throws Exception {
        var tariff = tariff();
        promo("ПОСЛЕДНИЙ", 1, null, false, List.of());
        var together = new CountDownLatch(1);
        var attempts = new ArrayList<Callable<Quote>>();
        for (int client = 1; client <= 20; client++) {
            long id = client;
            attempts.add(() -> {
                together.await();
                return reserve(tariff, "последний", id, "p-" + id);
            });
        }
        List<Quote> quotes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = attempts.stream().map(threads::submit).toList();
            together.countDown();
            for (var one : running) {
                quotes.add(one.get());
            }
        }
        assertThat(quotes).filteredOn(quote -> quote instanceof Quote.Offer).hasSize(1);
        assertThat(quotes)
                .filteredOn(quote -> quote instanceof Quote.Refused)
                .hasSize(19)
                .allMatch(quote -> refusal(quote).equals("catalog.promo-used-up"));
    }

    @Test
    void a_use_that_is_released_is_free_for_the_next() {
        var tariff = tariff();
        promo("ОДИН", 1, null, false, List.of());
        assertThat(reserve(tariff, "один", 1, "a")).isInstanceOf(Quote.Offer.class);
        assertThat(refusal(reserve(tariff, "один", 2, "b"))).isEqualTo("catalog.promo-used-up");
        release("a");
        assertThat(reserve(tariff, "один", 2, "c")).isInstanceOf(Quote.Offer.class);
        assertThat(consume("c")).isFalse();
        release("c");
        assertThat(refusal(reserve(tariff, "один", 3, "d"))).isEqualTo("catalog.promo-used-up");
    }

    @Test
    void a_purchase_consumes_its_use_once_and_one_without_a_code_none() {
        var tariff = tariff();
        var code = promo("ДВА", 2, null, false, List.of());
        reserve(tariff, "ДВА", 1, "a");
        assertThat(consume("a")).isFalse();
        assertThat(consume("a")).isFalse();
        assertThat(consume("without")).isFalse();
        assertThat(world.in(business, () -> usage.counts(business.id(), List.of(code.id())))
                        .get(code.id()))
                .isEqualTo(new PromoUsage.Count(code.id(), 1, 0));
    }

    @Test
    void a_late_success_uses_the_code_again_and_says_when_that_was_too_often() {
        var tariff = tariff();
        promo("ПОЗДНО", 1, null, false, List.of());
        reserve(tariff, "поздно", 1, "late");
        release("late");
        reserve(tariff, "поздно", 2, "winner");
        assertThat(consume("winner")).isFalse();
        assertThat(consume("late")).isTrue();
        assertThat(world.in(business, () -> usage.find(business.id(), "late")).orElseThrow())
                .satisfies(use -> {
                    assertThat(use.state()).isEqualTo("consumed");
                    assertThat(use.overLimit()).isTrue();
                });

        promo("ПОЗДНО2", 2, null, false, List.of());
        reserve(tariff, "поздно2", 1, "late2");
        release("late2");
        assertThat(consume("late2")).isFalse();
    }

    @Test
    void one_client_does_not_collect_links_with_a_code_for_one_purchase() {
        var tariff = tariff();
        promo("МНЕ", null, 1, false, List.of());
        assertThat(reserve(tariff, "мне", 7, "a")).isInstanceOf(Quote.Offer.class);
        assertThat(refusal(reserve(tariff, "мне", 7, "b"))).isEqualTo("catalog.promo-held-by-client");
        assertThat(reserve(tariff, "мне", 8, "c")).isInstanceOf(Quote.Offer.class);
        consume("a");
        assertThat(refusal(reserve(tariff, "мне", 7, "d"))).isEqualTo("catalog.promo-used-by-client");
        var merged = new Buyer(9, Set.of(7L, 9L), false);
        var quote = world.in(business, () -> catalog.quote(business.id(), tariff, "МНЕ", merged));
        assertThat(refusal(quote)).isEqualTo("catalog.promo-used-by-client");
    }

    @Test
    void a_quote_reserves_nothing() {
        var tariff = tariff();
        promo("СПРОС", 1, null, false, List.of());
        for (int time = 0; time < 3; time++) {
            assertThat(world.in(business, () -> catalog.quote(business.id(), tariff, "спрос", Buyer.STRANGER)))
                    .isInstanceOf(Quote.Offer.class);
        }
    }

    @Test
    void a_code_fits_its_tariffs_and_its_time_only() {
        var tariff = tariff();
        promo("ДРУГОЙ", null, null, false, List.of(tariff + 1));
        assertThat(refusal(reserve(tariff, "другой", 1, "a"))).isEqualTo("catalog.promo-not-for-tariff");
        var soon = world.clock().instant().plus(Duration.ofDays(1));
        world.in(
                business,
                () -> catalog.addPromoCode(
                        business.id(), new PromoDraft("СКОРО", 10, null, soon, null, null, null, null, null, null)));
        assertThat(refusal(reserve(tariff, "скоро", 1, "b"))).isEqualTo("catalog.promo-not-yet");
        assertThat(refusal(reserve(tariff, "нету", 1, "c"))).isEqualTo("catalog.promo-unknown");
        assertThat(refusal(reserve(tariff + 100, "СКОРО", 1, "d"))).isEqualTo("catalog.tariff-not-on-sale");
    }

    @Test
    void another_business_sees_nothing_of_it() {
        var tariff = tariff();
        promo("СВОЙ", null, null, false, List.of());
        var other = world.business();
        assertThat(world.in(other, () -> catalog.onSale(other.id()))).isEmpty();
        assertThat(world.in(other, () -> catalog.tariff(business.id(), tariff))).isEmpty();
        assertThat(refusal(world.in(other, () -> catalog.quote(other.id(), tariff, "свой", Buyer.STRANGER))))
                .isEqualTo("catalog.tariff-not-on-sale");
    }
}
