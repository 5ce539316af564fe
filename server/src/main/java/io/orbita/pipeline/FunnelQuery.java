package io.orbita.pipeline;

import io.orbita.platform.figures.Period;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of the funnel.
 *
 * @param entered of a cohort: the stage that they came to; null: into the funnel
 * @param at of a snapshot: the moment; of a cohort: until when it is looked at; null for now
 */
public record FunnelQuery(
        FunnelMode mode,
        Period period,
        @Nullable Long entered,
        @Nullable Instant at) {

    /** The moves of a period. */
    public static FunnelQuery flow(Period period) {
        return new FunnelQuery(FunnelMode.FLOW, period, null, null);
    }

    /** Who stands where at that moment. */
    public static FunnelQuery snapshot(Period today, @Nullable Instant at) {
        return new FunnelQuery(FunnelMode.SNAPSHOT, today, null, at);
    }
}
