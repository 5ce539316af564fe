package io.orbita.payments;

import io.orbita.payments.provider.Charge;
import io.orbita.payments.provider.Creation;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gets the link of a payment from its provider: at most one caller asks at a time, and nobody asks inside a transaction. */
@Component
class Linking {

    sealed interface Linked {

        /** The payment as it stands: with its link, or past needing one. */
        record Done(Payment payment) implements Linked {}

        /** @param why for the client, in Russian */
        record Refused(Payment payment, String why) implements Linked {}

        /** Nobody knows yet; the same call goes on where this one ended. */
        record Unknown(Payment payment) implements Linked {}
    }

    private static final String OUT_OF_ORDER = "Оплата сейчас не работает. Мы уже знаем и скоро починим.";
    private static final Logger log = LoggerFactory.getLogger(Linking.class);

    private final PaymentRows rows;
    private final ProviderAccounts accounts;
    private final Settling settling;
    private final Aftermath aftermath;
    private final PayLinks links;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Callers of this node who want the link of the same payment wait for the one who asks; strangers rarely meet here. */
    private final List<ReentrantLock> queues =
            Stream.generate(ReentrantLock::new).limit(1024).toList();

    Linking(
            PaymentRows rows,
            ProviderAccounts accounts,
            Settling settling,
            Aftermath aftermath,
            PayLinks links,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.settling = settling;
        this.aftermath = aftermath;
        this.links = links;
        this.transaction = transaction;
        this.clock = clock;
    }

    Linked link(BusinessId business, PaymentId id) {
        var queue = queues.get(Math.floorMod(Objects.hash(business, id), queues.size()));
        queue.lock();
        try {
            return linkAlone(business, id);
        } finally {
            queue.unlock();
        }
    }

    private Linked linkAlone(BusinessId business, PaymentId id) {
        var now = clock.instant();
        var before = rows.get(business, id);
        if (before.hasLink() || before.state() != PaymentState.PENDING || !now.isBefore(before.expiresAt())) {
            return new Linked.Done(before);
        }
        if (!rows.claim(business, id, now)) {
            return new Linked.Unknown(before);
        }
        var payment = rows.get(business, id);
        var provider = accounts.open(business, payment.provider());
        if (provider.isEmpty()) {
            return record(business, payment, new Creation.Refused("payments.account-gone", OUT_OF_ORDER));
        }
        return record(business, payment, provider.get().create(charge(business, payment)));
    }

    private Charge charge(BusinessId business, Payment payment) {
        var contact = rows.receiptContact(business, payment.id());
        return new Charge(
                payment.publicId(),
                payment.attempts(),
                payment.order().createdAt(),
                payment.amount(),
                payment.title(),
                payment.order().returnUrl(),
                links.notifications(payment.provider(), business).orElse(null),
                payment.expiresAt(),
                accounts.receipt(business, payment, contact, payment.amount()).orElse(null));
    }

    private Linked record(BusinessId business, Payment payment, Creation creation) {
        return switch (creation) {
            case Creation.Unknown unknown -> {
                log.warn("payment {} of business {} has no link yet: {}", payment.id(), business, unknown.why());
                rows.unclaim(business, payment.id());
                yield new Linked.Unknown(payment);
            }
            case Creation.Refused refused -> {
                log.warn("payment {} of business {} was refused: {}", payment.id(), business, refused.code());
                yield transaction.execute(status -> refuse(business, payment, refused));
            }
            case Creation.Created created ->
                new Linked.Done(transaction.execute(status -> keep(business, payment, created)));
        };
    }

    private Linked refuse(BusinessId business, Payment payment, Creation.Refused refused) {
        aftermath.refusedByProvider(business, payment, refused.code());
        var settled = settling.settle(business, payment.id(), News.refused(refused.why()));
        return new Linked.Refused(settled.payment(), refused.why());
    }

    private Payment keep(BusinessId business, Payment payment, Creation.Created created) {
        var locked = rows.lock(business, payment.id());
        rows.link(business, payment.id(), created.providerId(), created.confirmationUrl(), created.expiresAt());
        var linked = rows.get(business, payment.id());
        if (locked.state() == PaymentState.PENDING) {
            aftermath.linked(business, linked);
        }
        return linked;
    }
}
