package io.orbita.payments.provider;

import io.orbita.platform.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Things to charge for and to give back, and an HTTP client that loses patience quickly. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final String ORDER = "1-4fQ0hZxk2mPq7sTuVwXyZa";
    public static final Money PRICE = Money.rubles(2990);

    private Samples() {}

    public static ProviderHttp http() {
        return new ProviderHttp(Duration.ofSeconds(2), Duration.ofMillis(400), null);
    }

    public static Charge charge() {
        return charge(1, null);
    }

    public static Charge charge(int attempt, @Nullable Receipt receipt) {
        return new Charge(
                ORDER,
                attempt,
                NOW,
                PRICE,
                "Программа на 12 недель",
                URI.create("https://example.test/s/demo/pay/" + ORDER),
                URI.create("https://example.test/api/payments/webhook/x/demo"),
                NOW.plus(Duration.ofHours(1)),
                receipt);
    }

    public static Receipt receipt(Money price) {
        return new Receipt(
                "anna@example.test",
                "+79990001122",
                "Программа тренировок, 12 недель",
                price,
                VatCode.VAT_22,
                TaxSystem.USN_INCOME);
    }

    public static Refund refund(String id, String providerId, Money amount, Money before) {
        return new Refund(id, ORDER, providerId, null, PRICE, before, amount, "Возврат", receipt(amount));
    }

    public static Subject subject(@Nullable String providerId) {
        return new Subject(ORDER, providerId, 1, NOW);
    }
}
