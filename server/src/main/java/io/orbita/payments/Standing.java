package io.orbita.payments;

import io.orbita.platform.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a payment stands.
 *
 * @param refunded what went back so far
 * @param decline why it came to nothing, in words for the client
 * @param completedVia {@code webhook}, {@code poll}, {@code manual} or {@code bot}
 * @param completedBy the staff user who confirmed it
 * @param provenAt when the provider proved the money; absent: the staff's word only
 */
record Standing(
        PaymentState state,
        @Nullable PaymentProblem problem,
        Money refunded,
        @Nullable String decline,
        @Nullable Instant completedAt,
        @Nullable String completedVia,
        @Nullable Long completedBy,
        @Nullable Instant provenAt) {

    /** It moves; what the news says beside goes along. */
    Standing moved(PaymentState to, PaymentEvent event, News news, Instant now) {
        var completes = !state.wasCompleted() && to.wasCompleted();
        return new Standing(
                to,
                null,
                refunded,
                to == PaymentState.CANCELED ? news.decline() : decline,
                completes ? now : completedAt,
                completes ? news.source().via() : completedVia,
                completes ? news.by() : completedBy,
                event == PaymentEvent.PAID ? now : provenAt);
    }

    Standing held(PaymentProblem why) {
        return new Standing(
                PaymentState.PROBLEM, why, refunded, decline, completedAt, completedVia, completedBy, provenAt);
    }

    Standing refunded(Money inAll) {
        return new Standing(state, problem, inAll, decline, completedAt, completedVia, completedBy, provenAt);
    }

    Standing proven(Instant now) {
        return new Standing(state, problem, refunded, decline, completedAt, completedVia, completedBy, now);
    }
}
