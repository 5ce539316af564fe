package io.orbita.pipeline;

import org.jspecify.annotations.Nullable;

/** A stage as it is stored. */
record StageRow(
        long id,
        String name,
        String role,
        String description,
        String colour,
        String hue,
        @Nullable Integer normDays,
        int rank,
        boolean removed) {}
