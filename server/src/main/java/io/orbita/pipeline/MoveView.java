package io.orbita.pipeline;

import io.orbita.clients.spi.StageNames;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move as it is shown.
 *
 * @param fromStage null for the first
 * @param movedBy the staff user; null for the system
 * @param cause as in {@link Moved}
 */
public record MoveView(
        long id,
        StageNames.@Nullable Stage fromStage,
        StageNames.Stage toStage,
        Instant movedAt,
        @Nullable Long movedBy,
        String cause,
        @Nullable String notes,
        int cycle) {}
