package io.orbita.messaging.telegram;

import io.orbita.messaging.Channel;
import io.orbita.messaging.channel.Outcome;
import io.orbita.messaging.notices.Alarm;
import io.orbita.messaging.telegram.TelegramBotAdmin.Reply;
import io.orbita.platform.crypto.PublicId;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.tenancy.Tenancy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sees to it that exactly one process receives for each bot: by the webhook when we can be reached over https, else by long polling under a lease.
 * A piece of due work looks after each bot every few seconds; when the process that polls dies, another takes over.
 */
@Component
class TelegramWatch implements Due, SmartLifecycle {
    static final String KIND = "messaging.telegram";

    private static final Logger log = LoggerFactory.getLogger(TelegramWatch.class);
    private static final Duration LONG_POLL = Duration.ofSeconds(25);
    private static final Duration LEASE = LONG_POLL.plusSeconds(35);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);
    private static final Duration LOOK_AT_WEBHOOK = Duration.ofHours(1);
    private static final Duration BROKEN = Duration.ofMinutes(10);

    private final TelegramBots bots;
    private final TelegramReception reception;
    private final DueWork due;
    private final Alarm alarm;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean threads;
    private final String process = PublicId.random(12);
    private final Map<BusinessId, Thread> pollers = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);

    TelegramWatch(
            TelegramBots bots,
            TelegramReception reception,
            DueWork due,
            Alarm alarm,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${orbita.worker:true}") boolean threads) {
        this.bots = bots;
        this.reception = reception;
        this.due = due;
        this.alarm = alarm;
        this.transaction = transaction;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    /** {@code ref} is the bot; the work ends by itself when the business has it no more. */
    @Override
    public void run(BusinessId business, String ref) {
        Optional<TelegramBots.Bot> bot =
                bots.bot(business).filter(it -> it.botId().equals(ref));
        reception.farewell(business);
        if (bot.isEmpty()) {
            return;
        }
        if (bot.get().username().isEmpty()
                && reception.introduce(business) instanceof Reply.Failed<TelegramBotAdmin.Bot> failed) {
            lookAgain(business, ref, refused(business, failed.outcome()));
            return;
        }
        Duration next = reception
                .webhook(business)
                .map(url -> viaWebhook(business, url))
                .orElseGet(() -> viaPolling(business));
        lookAgain(business, ref, next);
    }

    private void lookAgain(BusinessId business, String ref, Duration wait) {
        transaction.executeWithoutResult(
                status -> due.at(KIND, business, ref, clock.instant().plus(wait)));
    }

    private Duration viaWebhook(BusinessId business, String url) {
        Reply<Boolean> reply = reception.ensureWebhook(business, url);
        if (reply instanceof Reply.Failed<Boolean> failed) {
            return refused(business, failed.outcome());
        }
        worksAgain(business);
        return LOOK_AT_WEBHOOK;
    }

    private Duration viaPolling(BusinessId business) {
        if (!threads) {
            Duration wait = bots.lease(business, process, LEASE) ? poll(business, Duration.ZERO, 1) : LOOK_AGAIN;
            return wait.compareTo(LOOK_AGAIN) > 0 ? wait : LOOK_AGAIN;
        }
        if (!pollers.containsKey(business) && isRunning() && bots.lease(business, process, LEASE)) {
            pollers.computeIfAbsent(
                    business,
                    it -> Thread.ofVirtual()
                            .name("telegram-" + business)
                            .start(() -> Tenancy.run(business, () -> pollOn(business))));
        }
        return LOOK_AGAIN;
    }

    /** Polls until the bot is taken away, another process has the lease, or this one stops. */
    private void pollOn(BusinessId business) {
        int failures = 0;
        try {
            while (isRunning() && bots.connected(business) && bots.lease(business, process, LEASE)) {
                try {
                    Duration wait = poll(business, LONG_POLL, failures + 1);
                    failures = wait.isZero() ? 0 : failures + 1;
                    pause(wait);
                } catch (RuntimeException e) {
                    log.warn(
                            "polling for business {} failed: {}",
                            business,
                            e.getClass().getSimpleName());
                    pause(backOff(++failures));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pollers.remove(business);
        }
    }

    /** One question for updates; the time to wait before the next one. */
    Duration poll(BusinessId business, Duration patience, int failures) {
        Reply<List<TelegramBotAdmin.RawUpdate>> reply = reception.poll(business, patience);
        if (reply instanceof Reply.Conflict<List<TelegramBotAdmin.RawUpdate>> conflict) {
            if (conflict.webhook()) {
                reception.dropWebhook(business);
                return Duration.ZERO;
            }
            log.warn("somebody else polls the bot of business {}", business);
            return LOOK_AGAIN;
        }
        if (reply instanceof Reply.Failed<List<TelegramBotAdmin.RawUpdate>> failed) {
            Duration wait = refused(business, failed.outcome());
            return wait.equals(LOOK_AGAIN) ? backOff(failures) : wait;
        }
        worksAgain(business);
        return Duration.ZERO;
    }

    private Duration refused(BusinessId business, Outcome outcome) {
        if (outcome instanceof Outcome.RetryAfter wait) {
            return wait.delay();
        }
        if (outcome instanceof Outcome.BotBroken broken) {
            transaction.executeWithoutResult(status -> {
                bots.broken(business, broken.why());
                alarm.broken(business, Channel.TELEGRAM, broken.why());
            });
            return BROKEN;
        }
        return LOOK_AGAIN;
    }

    private void worksAgain(BusinessId business) {
        if (bots.bot(business).filter(it -> it.broken() != null).isPresent()) {
            bots.broken(business, null);
        }
    }

    private static Duration backOff(int failures) {
        return Duration.ofSeconds(Math.min(60, 1L << Math.min(failures, 6)));
    }

    private void pause(Duration wait) throws InterruptedException {
        if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopping");
        }
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        stopping.countDown();
        var polled = List.copyOf(pollers.entrySet());
        for (var poller : polled) {
            poller.getValue().interrupt();
            Tenancy.run(poller.getKey(), () -> bots.release(poller.getKey(), process));
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }
}
