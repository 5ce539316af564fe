package io.orbita.payments;

import io.orbita.businesses.Businesses;
import io.orbita.payments.provider.Notice;
import io.orbita.payments.provider.Notification;
import io.orbita.payments.provider.ProviderKind;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.RateLimits;
import io.orbita.platform.web.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notifications of providers. What one says finds our payment at most; it is believed by its signature, or the payment is
 * read again from the provider. Anything else changes nothing.
 */
@Component
class Webhooks {
    /** Anybody can send a hint, and each makes us ask the provider. */
    private static final int HINTS_A_MINUTE = 20;

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

    @Refusal.Code(
            value = "payments.notification-unproven",
            status = 400,
            meaning = "The notification is not from the provider or cannot be read; nothing was changed.")
    static final class Unproven extends Refusal {
        private static final long serialVersionUID = 1;

        Unproven() {
            super("Уведомление не прошло проверку.", "The notification could not be proven.");
        }
    }

    private final ProviderAccounts accounts;
    private final PaymentRows rows;
    private final Settling settling;
    private final Looking looking;
    private final Businesses businesses;
    private final RateLimits limits;

    Webhooks(
            ProviderAccounts accounts,
            PaymentRows rows,
            Settling settling,
            Looking looking,
            Businesses businesses,
            RateLimits limits) {
        this.accounts = accounts;
        this.rows = rows;
        this.settling = settling;
        this.looking = looking;
        this.businesses = businesses;
        this.limits = limits;
    }

    /**
     * @param slug the business that the address names; absent: found by the order
     * @return what the provider wants to read back
     * @throws NotFound when no business or no account can be meant
     * @throws Unproven when it is not believed
     */
    String receive(ProviderKind kind, @Nullable String slug, Notification notification) {
        var order = accounts.driver(kind).claimedOrder(notification.body());
        var business = slug == null
                ? order.flatMap(PublicId::business)
                : businesses.find(slug).map(found -> found.id());
        if (business.isEmpty()) {
            throw nobody();
        }
        return Tenancy.in(business.get(), () -> receive(kind, business.get(), order, notification));
    }

    private String receive(ProviderKind kind, BusinessId business, Optional<String> order, Notification notification) {
        var provider = accounts.open(business, kind).orElseThrow(Webhooks::nobody);
        switch (provider.read(notification)) {
            case Notice.Unproven unproven -> {
                log.warn("{} notification to business {} refused: {}", kind.wire(), business, unproven.why());
                throw new Unproven();
            }
            case Notice.Irrelevant irrelevant -> log.info("{}: nothing of ours: {}", kind.wire(), irrelevant.why());
            case Notice.Proven proven ->
                Optional.ofNullable(proven.state().orderId())
                        .flatMap(id -> rows.find(business, id))
                        .filter(payment -> payment.provider() == kind)
                        .ifPresent(
                                payment -> settling.judge(business, payment.id(), proven.state(), News.Source.WEBHOOK));
            case Notice.Hint hint ->
                order.flatMap(id -> rows.find(business, id))
                        .or(() -> rows.find(business, kind, hint.providerId()))
                        .filter(payment -> payment.provider() == kind)
                        .ifPresent(payment -> {
                            limits.take("webhook", payment.publicId(), HINTS_A_MINUTE, Duration.ofMinutes(1));
                            looking.look(business, payment, News.Source.WEBHOOK);
                        });
        }
        return accounts.driver(kind).acknowledgement();
    }

    private static NotFound nobody() {
        return new NotFound("Такого магазина здесь нет.", "There is no such shop here.");
    }
}
