package io.orbita.payments;

import io.orbita.clients.ClientId;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.Subject;
import io.orbita.platform.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it is kept.
 *
 * @param providerId the provider's id, once heard
 * @param confirmationUrl where the client pays, once given
 * @param attempts how many calls to create it at the provider were begun
 * @param expiresAt when the link stops working
 */
record Payment(
        PaymentId id,
        Order order,
        @Nullable String providerId,
        @Nullable URI confirmationUrl,
        int attempts,
        Instant expiresAt,
        Standing standing) {

    /** Clocks differ, and a payment begun in the last second takes its time at the bank. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    String publicId() {
        return order.publicId();
    }

    ClientId client() {
        return order.client();
    }

    String title() {
        return order.title();
    }

    ProviderKind provider() {
        return order.provider();
    }

    Money amount() {
        return order.amount();
    }

    PaymentState state() {
        return standing.state();
    }

    Money refunded() {
        return standing.refunded();
    }

    Money left() {
        return amount().minus(refunded());
    }

    boolean hasLink() {
        return confirmationUrl != null;
    }

    /** From when on nobody can pay it any more. */
    Instant over() {
        return expiresAt.plus(PATIENCE);
    }

    /** Whether it was completed on the staff's word alone. */
    boolean isUnproven() {
        return state().wasCompleted() && standing.provenAt() == null;
    }

    Subject subject() {
        return new Subject(publicId(), providerId, attempts, order.createdAt());
    }

    Judgement.Expected expected() {
        return new Judgement.Expected(publicId(), amount(), order.test(), over());
    }

    Payment with(Standing changed) {
        return new Payment(id, order, providerId, confirmationUrl, attempts, expiresAt, changed);
    }

    /** With what any news teaches: the id at the provider, when we never heard it. */
    Payment taughtBy(News news) {
        var seen = news.seen();
        return providerId != null || seen == null || seen.providerId().isEmpty()
                ? this
                : new Payment(id, order, seen.providerId(), confirmationUrl, attempts, expiresAt, standing);
    }
}
