package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.platform.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTests {

    private static final Instant OVER = Instant.parse("2026-11-20T12:00:00Z");
    private static final Money PRICE = Money.rubles(2990);
    private static final Judgement.Expected EXPECTED = new Judgement.Expected("1-a", PRICE, false, OVER);

    private static ProviderState seen(Status status, @Nullable Money amount) {
        return new ProviderState("p1", "1-a", status, amount, null, false, null);
    }

    private static Judgement judge(ProviderState seen) {
        return Judgement.of(EXPECTED, seen, OVER.minusSeconds(1));
    }

    private static void assertHappened(ProviderState seen, PaymentEvent... events) {
        assertThat(((Judgement.Happened) judge(seen)).events()).containsExactly(events);
    }

    @Test
    void our_sum_is_paid_and_any_other_is_another_sum() {
        assertHappened(seen(Status.PAID, PRICE), PaymentEvent.PAID);
        assertHappened(seen(Status.PAID, Money.kopecks(298999)), PaymentEvent.PAID_OTHER_SUM);
        assertHappened(seen(Status.PAID, Money.kopecks(299001)), PaymentEvent.PAID_OTHER_SUM);
        assertHappened(seen(Status.PAID, new Money(299000, "USD")), PaymentEvent.PAID_OTHER_SUM);
        assertHappened(seen(Status.PAID, null), PaymentEvent.PAID_OTHER_SUM);
    }

    @Test
    void what_is_unpaid_is_pending_until_its_term_is_over() {
        var pending = seen(Status.PENDING, PRICE);
        assertHappened(pending, PaymentEvent.SEEN_PENDING);
        assertThat(Judgement.of(EXPECTED, pending, OVER))
                .isEqualTo(new Judgement.Happened(List.of(PaymentEvent.EXPIRED)));
    }

    @Test
    void what_was_partly_given_back_had_been_taken() {
        assertHappened(seen(Status.PARTIALLY_REFUNDED, PRICE), PaymentEvent.PAID, PaymentEvent.REFUNDED_IN_PART);
        assertHappened(seen(Status.PARTIALLY_REFUNDED, null), PaymentEvent.REFUNDED_IN_PART);
        assertHappened(seen(Status.REFUNDED, PRICE), PaymentEvent.REFUNDED_IN_FULL);
    }

    @Test
    void the_rest_is_told_as_it_is() {
        assertHappened(seen(Status.AUTHORISED, PRICE), PaymentEvent.AUTHORISED);
        assertHappened(seen(Status.CANCELED, PRICE), PaymentEvent.DECLINED);
        assertHappened(seen(Status.IN_MOTION, PRICE));
    }

    @Test
    void a_payment_of_another_order_is_not_ours_however_paid_it_is() {
        assertThat(judge(new ProviderState("p1", "1-b", Status.PAID, PRICE, null, false, null)))
                .isInstanceOf(Judgement.Disbelieved.class);
        assertThat(judge(new ProviderState("p1", null, Status.PAID, PRICE, null, false, null)))
                .isInstanceOf(Judgement.Disbelieved.class);
    }

    @Test
    void toy_money_counts_in_a_toy_shop_only() {
        var toy = new ProviderState("p1", "1-a", Status.PAID, PRICE, null, true, null);
        assertThat(judge(toy)).isInstanceOf(Judgement.Disbelieved.class);
        var toyShop = new Judgement.Expected("1-a", PRICE, true, OVER);
        assertThat(Judgement.of(toyShop, toy, OVER)).isInstanceOf(Judgement.Happened.class);
    }
}
