package io.orbita.payments;

import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as the staff and other rooms see it.
 *
 * @param discount what came off {@code price}; {@code amount} is what was to be paid
 * @param refunded what went back so far
 * @param decline why it came to nothing, as the client was told
 * @param completedVia {@code webhook}, {@code poll}, {@code manual} or {@code bot}
 * @param proven whether the provider proved the money; false: the staff's word
 */
public record PaymentView(
        PaymentId id,
        String publicId,
        long clientId,
        String clientName,
        Tariff tariff,
        PaymentState status,
        @Nullable PaymentProblem problem,
        Money price,
        Money discount,
        Money amount,
        Money refunded,
        @Nullable String promoCode,
        ProviderKind provider,
        @Nullable String providerPaymentId,
        boolean test,
        String source,
        @Nullable String confirmationUrl,
        @Nullable String decline,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant completedAt,
        @Nullable String completedVia,
        boolean proven) {

    /** What was bought, as it was called then. */
    public record Tariff(long id, String title, int programmeWeeks) {}

    static PaymentView of(Payment payment, String clientName) {
        var order = payment.order();
        var standing = payment.standing();
        var url = payment.confirmationUrl();
        return new PaymentView(
                payment.id(),
                payment.publicId(),
                payment.client().value(),
                clientName,
                new Tariff(order.tariffId(), order.title(), order.programmeWeeks()),
                payment.state(),
                standing.problem(),
                order.price(),
                order.discount(),
                order.amount(),
                payment.refunded(),
                order.promoCode(),
                payment.provider(),
                payment.providerId(),
                order.test(),
                order.source(),
                url == null ? null : url.toString(),
                standing.decline(),
                order.createdAt(),
                payment.expiresAt(),
                standing.completedAt(),
                standing.completedVia(),
                standing.provenAt() != null);
    }
}
