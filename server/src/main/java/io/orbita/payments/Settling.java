package io.orbita.payments;

import io.orbita.payments.provider.ProviderState;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place where a payment changes its state: under the lock of its row, by the written table, with all that follows
 * in the same transaction. Whoever comes second finds it done.
 */
@Component
@Transactional
class Settling {

    /** @param last what the last of the events did */
    record Settled(Payment payment, Transition last) {

        boolean isUnfit() {
            return last instanceof Transition.Unfit;
        }
    }

    private final PaymentRows rows;
    private final PaymentLog log;
    private final Aftermath aftermath;
    private final Clock clock;

    Settling(PaymentRows rows, PaymentLog log, Aftermath aftermath, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /** Believes what a provider shows as far as it fits our payment, and lets it have its effect. */
    public Settled judge(BusinessId business, PaymentId id, ProviderState seen, News.Source source) {
        var payment = rows.lock(business, id);
        return switch (Judgement.of(payment.expected(), seen, clock.instant())) {
            case Judgement.Happened happened -> settle(business, payment, News.seen(happened.events(), source, seen));
            case Judgement.Disbelieved disbelieved -> {
                disbelieve(business, payment, disbelieved.why(), source);
                yield new Settled(payment, new Transition.Unfit());
            }
        };
    }

    public Settled settle(BusinessId business, PaymentId id, News news) {
        return settle(business, rows.lock(business, id), news);
    }

    private Settled settle(BusinessId business, Payment payment, News news) {
        var now = new Settled(payment, new Transition.Nothing());
        for (var event : news.events()) {
            now = step(business, now.payment(), event, news);
        }
        return now;
    }

    private Settled step(BusinessId business, Payment payment, PaymentEvent event, News news) {
        if (isRefund(event) && payment.state().wasCompleted()) {
            return refund(business, payment, event, news);
        }
        if (event == PaymentEvent.DECLINED && payment.isUnproven()) {
            // The client paid past the link; that it came to nothing is no contradiction.
            return new Settled(payment, new Transition.Nothing());
        }
        var transition = Transition.of(payment.state(), event);
        return switch (transition) {
            case Transition.Nothing nothing -> new Settled(repeated(business, payment, event, news), transition);
            case Transition.Unfit unfit -> {
                misfit(business, payment, event, news);
                yield new Settled(payment, transition);
            }
            case Transition.Held held -> {
                var known = payment.taughtBy(news);
                var after = known.with(known.standing().held(held.problem()));
                write(business, after, event, news, "held");
                if (payment.standing().problem() != held.problem()) {
                    aftermath.held(business, after, news);
                }
                yield new Settled(after, transition);
            }
            case Transition.To to -> {
                var known = payment.taughtBy(news);
                var after = known.with(known.standing().moved(to.state(), event, news, clock.instant()));
                write(business, after, event, news, "moved");
                aftermath.moved(business, payment, after, news);
                yield new Settled(after, transition);
            }
        };
    }

    /** Sums decide here, not words: the same refund is told by us, by a notification and by every later look. */
    private Settled refund(BusinessId business, Payment payment, PaymentEvent event, News news) {
        var inAll = event == PaymentEvent.REFUNDED_IN_FULL ? payment.amount() : news.refunded();
        if (inAll == null) {
            if (payment.refunded().isZero()) {
                misfit(business, payment, event, news);
                return new Settled(payment, new Transition.Unfit());
            }
            return new Settled(payment, new Transition.Nothing());
        }
        var gone = inAll.min(payment.amount());
        if (gone.compareTo(payment.refunded()) <= 0) {
            return new Settled(payment, new Transition.Nothing());
        }
        var told = gone.equals(payment.amount()) ? PaymentEvent.REFUNDED_IN_FULL : PaymentEvent.REFUNDED_IN_PART;
        var transition = Transition.of(payment.state(), told);
        if (!(transition instanceof Transition.To to)) {
            return new Settled(payment, transition);
        }
        var standing = payment.standing().moved(to.state(), told, news, clock.instant());
        var after = payment.with(standing.refunded(gone));
        write(business, after, told, news, "moved");
        aftermath.refunded(business, after, gone.minus(payment.refunded()));
        return new Settled(after, transition);
    }

    private static boolean isRefund(PaymentEvent event) {
        return event == PaymentEvent.REFUNDED_IN_FULL || event == PaymentEvent.REFUNDED_IN_PART;
    }

    private void write(BusinessId business, Payment after, PaymentEvent event, News news, String outcome) {
        rows.update(business, after);
        log.write(business, after, event.wire(), news, outcome, facts(news));
    }

    /**
     * Old news may still bring the id that a lost answer would have told, and the proof of money that the staff had
     * taken on somebody's word: then it has come twice.
     */
    private Payment repeated(BusinessId business, Payment payment, PaymentEvent event, News news) {
        var after = payment.taughtBy(news);
        if (event == PaymentEvent.PAID && payment.isUnproven()) {
            after = after.with(after.standing().proven(clock.instant()));
            aftermath.paidTwice(business, payment);
        }
        if (!after.equals(payment)) {
            rows.update(business, after);
        }
        return after;
    }

    private void misfit(BusinessId business, Payment payment, PaymentEvent event, News news) {
        if (!log.has(business, payment.id(), event.wire(), "unfit")) {
            log.write(business, payment, event.wire(), news, "unfit", facts(news));
            aftermath.misfit(business, payment, event);
        }
    }

    private void disbelieve(BusinessId business, Payment payment, String why, News.Source source) {
        if (!log.has(business, payment.id(), why, "disbelieved")) {
            log.write(business, payment, why, News.own(PaymentEvent.PAID, source), "disbelieved", Map.of());
            aftermath.disbelieved(business, payment);
        }
    }

    private static Map<String, Object> facts(News news) {
        var facts = new HashMap<String, Object>();
        var seen = news.seen();
        if (seen != null) {
            facts.put("provider_id", seen.providerId());
            put(facts, "amount", seen.amount());
        }
        put(facts, "refunded", news.refunded());
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Money money) {
        if (money != null) {
            facts.put(name, money);
        }
    }
}
