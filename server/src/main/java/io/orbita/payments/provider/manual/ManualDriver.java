package io.orbita.payments.provider.manual;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderDriver;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.payments.provider.Sight;
import io.orbita.payments.provider.Subject;
import java.time.Duration;
import java.util.Optional;

/** The provider that is no provider: there is nobody to ask, so it knows only what our own words say. */
public final class ManualDriver implements ProviderDriver {

    @Override
    public ProviderKind kind() {
        return ProviderKind.MANUAL;
    }

    @Override
    public PaymentProvider open(ProviderAccount account) {
        return new Desk();
    }

    @Override
    public Optional<String> claimedOrder(byte[] body) {
        return Optional.empty();
    }

    private static final class Desk implements PaymentProvider {

        private static final Duration PATIENCE = Duration.ofDays(3);

        @Override
        public ProviderKind kind() {
            return ProviderKind.MANUAL;
        }

        @Override
        public Duration linkLifetime() {
            return PATIENCE;
        }

        /** The link is our own page of the payment, which tells how to pay. */
        @Override
        public Creation create(Charge charge) {
            return new Creation.Created(charge.orderId(), charge.returnUrl(), charge.expiresAt());
        }

        @Override
        public Sight look(Subject subject) {
            return new Sight.Found(
                    new ProviderState(subject.orderId(), subject.orderId(), Status.PENDING, null, null, false, null));
        }

        /** Whoever asks for it has given the money back by hand. */
        @Override
        public RefundOutcome refund(Refund refund) {
            return new RefundOutcome.Refunded(refund.id());
        }

        @Override
        public RefundOutcome lookAt(Refund refund) {
            return refund(refund);
        }

        @Override
        public Notice read(Notification notification) {
            return new Notice.Unproven("Nobody reports to us here");
        }
    }
}
