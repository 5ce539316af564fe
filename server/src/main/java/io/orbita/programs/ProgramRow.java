package io.orbita.programs;

import io.orbita.clients.ClientId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A programme as it is stored.
 *
 * @param run the questionnaire's run that a free one answers
 * @param payment the payment that a paid one answers
 * @param version the newest version; 0 while nothing was made
 * @param sends how often it was queued for sending
 * @param next whether it begins only when the current one ends
 * @param startsAt when its first week begins; null until it is delivered, unless it is the next one
 */
record ProgramRow(
        long id,
        String publicId,
        ClientId client,
        boolean paid,
        int weeks,
        String cause,
        @Nullable Long run,
        @Nullable Long payment,
        ProgramState state,
        boolean send,
        int version,
        @Nullable String goal,
        @Nullable String profile,
        @Nullable String origin,
        boolean reserve,
        @Nullable String explanation,
        int sends,
        boolean next,
        @Nullable Instant startsAt,
        Instant createdAt,
        @Nullable Instant madeAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant withdrawnAt) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** When the last week of a paid programme that was handed over is over; null for any other programme. */
    @Nullable Instant endsAt() {
        boolean given = state == ProgramState.DELIVERED || state == ProgramState.READY;
        return paid && given && startsAt != null ? startsAt.plus(WEEK.multipliedBy(weeks)) : null;
    }
}
