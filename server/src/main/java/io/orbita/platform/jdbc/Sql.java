package io.orbita.platform.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Values as the driver wants them. */
public final class Sql {
    private Sql() {}

    /** An instant as a parameter for a {@code timestamptz}: the driver does not take {@link Instant}. */
    public static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** As {@link #at}, null for null. */
    public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }
}
