package io.orbita.payments.provider.sandbox;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.payments.provider.Decline;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.PaymentProvider;
import io.orbita.payments.provider.ProviderAccount;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.payments.provider.ProviderState;
import io.orbita.payments.provider.ProviderState.Status;
import io.orbita.payments.provider.Refund;
import io.orbita.payments.provider.RefundOutcome;
import io.orbita.payments.provider.Sight;
import io.orbita.payments.provider.Subject;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The toy till of one business. */
final class SandboxTill implements PaymentProvider {
    private static final Duration LINK_LIFETIME = Duration.ofHours(1);

    private final SandboxBooks books;
    private final Clock clock;
    private final ProviderAccount account;
    private final BusinessId business;
    private final URI pages;

    SandboxTill(SandboxBooks books, Clock clock, ProviderAccount account, BusinessId business, URI pages) {
        this.books = books;
        this.clock = clock;
        this.account = account;
        this.business = business;
        this.pages = pages;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.SANDBOX;
    }

    @Override
    public Duration linkLifetime() {
        return LINK_LIFETIME;
    }

    @Override
    public Creation create(Charge charge) {
        books.open(business, charge.orderId(), charge.amount(), charge.expiresAt());
        return new Creation.Created(charge.orderId(), URI.create(pages + charge.orderId()), charge.expiresAt());
    }

    @Override
    public Sight look(Subject subject) {
        return books.find(business, subject.orderId())
                .<Sight>map(entry -> new Sight.Found(state(entry, clock.instant())))
                .orElseGet(Sight.Absent::new);
    }

    static ProviderState state(SandboxBooks.Entry entry, Instant now) {
        var paid = entry.state().equals("paid");
        return new ProviderState(
                entry.orderId(),
                entry.orderId(),
                status(entry, now),
                paid ? entry.paid() : entry.amount(),
                entry.refunded(),
                true,
                paid ? null : decline(entry));
    }

    private static Status status(SandboxBooks.Entry entry, Instant now) {
        if (!entry.state().equals("paid")) {
            return entry.isPending(now) ? Status.PENDING : Status.CANCELED;
        }
        if (!entry.refunded().isPositive()) {
            return Status.PAID;
        }
        return entry.refunded().equals(entry.paid()) ? Status.REFUNDED : Status.PARTIALLY_REFUNDED;
    }

    private static Decline decline(SandboxBooks.Entry entry) {
        return entry.state().equals("canceled") ? Decline.INSUFFICIENT_FUNDS : Decline.TERM_OVER;
    }

    @Override
    public RefundOutcome refund(Refund refund) {
        return books.refund(business, refund.orderId(), refund.id(), refund.amount())
                ? new RefundOutcome.Refunded(refund.id())
                : new RefundOutcome.Refused("sandbox.not_so_much", "В песочнице столько не заплатили.");
    }

    @Override
    public RefundOutcome lookAt(Refund refund) {
        return refund(refund);
    }

    @Override
    public Notice read(Notification notification) {
        return SandboxNotice.read(notification.body(), account.requiredSecret())
                .<Notice>map(Notice.Proven::new)
                .orElseGet(() -> new Notice.Unproven("The seal is broken"));
    }
}
