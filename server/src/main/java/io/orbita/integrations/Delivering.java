package io.orbita.integrations;

import io.orbita.messaging.Notices;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes deliveries, at least once each: a node that dies after sending sends again, under the same id. Few at a time, so that a slow receiver never keeps bots and payments waiting.
 */
@Component
class Delivering implements Due {
    static final String KIND = "integrations.deliver";

    /** A webhook that took nothing for so long is switched off. */
    static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);

    private static final Duration QUEUE = Duration.ofSeconds(1);
    private final Semaphore hands = new Semaphore(3);

    private final Webhooks webhooks;
    private final DeliveryRows rows;
    private final Courier courier;
    private final DueWork due;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Delivering(
            Webhooks webhooks,
            DeliveryRows rows,
            Courier courier,
            DueWork due,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.rows = rows;
        this.courier = courier;
        this.due = due;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        long id = Long.parseLong(ref);
        if (!hands.tryAcquire()) {
            transaction.executeWithoutResult(
                    _ -> due.at(KIND, business, ref, clock.instant().plus(QUEUE)));
            return;
        }
        try {
            Optional<DeliveryRows.Delivery> found = transaction.execute(
                    _ -> rows.find(business, id).filter(one -> one.state().equals("waiting")));
            if (found != null) {
                found.ifPresent(delivery -> deliver(business, delivery));
            }
        } finally {
            hands.release();
        }
    }

    private void deliver(BusinessId business, DeliveryRows.Delivery delivery) {
        if (!webhooks.get(business, delivery.webhookId()).on()) {
            transaction.executeWithoutResult(_ -> rows.ends(business, delivery.id(), "failed", clock.instant()));
            return;
        }
        Courier.Result result = send(business, delivery);
        transaction.executeWithoutResult(_ -> settle(business, delivery, result));
    }

    /** Sends it now, whatever its state; what came of it is for the caller to write down. */
    Courier.Result send(BusinessId business, DeliveryRows.Delivery delivery) {
        Webhooks.Webhook webhook = webhooks.get(business, delivery.webhookId());
        Instant now = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", delivery.publicId());
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                Signature.of(webhooks.secret(business, webhook.id()), delivery.publicId(), now, delivery.body()));
        return courier.post(URI.create(webhook.url()), headers, delivery.body());
    }

    /** What follows from a try; in a transaction. */
    void settle(BusinessId business, DeliveryRows.Delivery delivery, Courier.Result result) {
        Instant now = clock.instant();
        rows.attempt(business, delivery.id(), now, result);
        if (result.delivered()) {
            rows.ends(business, delivery.id(), "delivered", now);
            webhooks.works(business, delivery.webhookId());
            return;
        }
        Instant since = webhooks.fails(business, delivery.webhookId(), now);
        if (result.outcome().equals("gone")) {
            giveUp(business, delivery, "gone", now, "Получатель ответил, что этого адреса больше нет (410).");
        } else if (!since.plus(GIVEN_UP_AFTER).isAfter(now)) {
            giveUp(business, delivery, "failing", now, "Он не принимает события уже больше пяти дней.");
        } else {
            RetryPlan.next(
                            delivery.createdAt(),
                            delivery.attempts() + 1,
                            now,
                            ThreadLocalRandom.current().nextDouble())
                    .ifPresentOrElse(
                            next -> {
                                rows.waits(business, delivery.id(), next);
                                due.at(KIND, business, String.valueOf(delivery.id()), next);
                            },
                            () -> rows.ends(business, delivery.id(), "failed", now));
        }
    }

    private void giveUp(BusinessId business, DeliveryRows.Delivery delivery, String state, Instant now, String reason) {
        rows.ends(business, delivery.id(), "failed", now);
        if (webhooks.giveUp(business, delivery.webhookId(), state)) {
            notices.tell(
                    business,
                    Notices.Notice.of(
                            "webhook.disabled",
                            "webhook:" + delivery.webhookId() + ":" + delivery.id(),
                            "Вебхук № %d отключён. %s Исправьте адрес и включите его снова; пропущенное можно отправить из журнала доставок."
                                    .formatted(delivery.webhookId(), reason),
                            null));
        }
    }
}
