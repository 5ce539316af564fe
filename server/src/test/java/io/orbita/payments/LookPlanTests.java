package io.orbita.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.clients.ClientId;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookPlanTests {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final Money PRICE = Money.rubles(2990);

    private static Payment payment(ProviderKind provider, PaymentState state, Duration lifetime) {
        var order = new Order(
                "1-a",
                new ClientId(1),
                null,
                1,
                "Программа",
                12,
                provider,
                false,
                "site",
                PRICE,
                Money.rubles(0),
                PRICE,
                null,
                URI.create("https://example.test/"),
                START);
        var standing = new Standing(state, null, Money.rubles(0), null, null, null, null, null);
        return new Payment(new PaymentId(1), order, "p", null, 1, START.plus(lifetime), standing);
    }

    private static List<Long> minutesOfLooks(Payment payment, Duration until) {
        var looks = new ArrayList<Long>();
        for (var now = LookPlan.first(payment, START);
                now.isBefore(START.plus(until));
                now = LookPlan.next(payment, now)) {
            looks.add(Duration.between(START, now).toMinutes());
        }
        return looks;
    }

    @Test
    void soon_at_first_then_every_five_minutes_until_it_is_over() {
        var pending = payment(ProviderKind.YOOKASSA, PaymentState.PENDING, Duration.ofHours(1));
        assertThat(LookPlan.first(pending, START)).isEqualTo(START.plusSeconds(10));
        assertThat(minutesOfLooks(pending, Duration.ofMinutes(110)))
                .containsExactly(
                        0L, 0L, 1L, 2L, 4L, 7L, 12L, 17L, 22L, 27L, 32L, 37L, 42L, 47L, 52L, 57L, 62L, 67L, 72L, 75L,
                        105L);
    }

    @Test
    void money_that_is_held_is_looked_at_for_a_week_without_haste() {
        var held = payment(ProviderKind.TBANK, PaymentState.WAITING_FOR_CAPTURE, Duration.ofHours(24));
        var later = START.plus(Duration.ofHours(2));
        assertThat(LookPlan.next(held, later)).isEqualTo(later.plus(Duration.ofHours(1)));
        assertThat(LookPlan.isLost(held, START.plus(Duration.ofDays(7)))).isFalse();
        assertThat(LookPlan.isLost(held, START.plus(Duration.ofDays(9)))).isTrue();
    }

    @Test
    void nobody_is_asked_about_money_by_hand_before_its_time_is_over() {
        var byHand = payment(ProviderKind.MANUAL, PaymentState.PENDING, Duration.ofDays(3));
        assertThat(LookPlan.first(byHand, START)).isEqualTo(byHand.over());
    }

    @Test
    void silence_of_a_day_is_lost() {
        var pending = payment(ProviderKind.YOOKASSA, PaymentState.PENDING, Duration.ofHours(1));
        assertThat(LookPlan.isLost(pending, pending.over().plus(Duration.ofHours(24))))
                .isFalse();
        assertThat(LookPlan.isLost(
                        pending, pending.over().plus(Duration.ofHours(24)).plusNanos(1)))
                .isTrue();
    }
}
