package io.orbita.journal;

import io.orbita.clients.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal as it stands now.
 *
 * @param program the programme in whose course it was measured; null outside of one
 * @param figures kilograms and centimetres; a measure that was not taken is absent
 * @param corrected whether a figure was ever changed
 */
record Entry(
        long id,
        ClientId client,
        @Nullable Long program,
        Period period,
        LocalDate measuredOn,
        Map<Measure, BigDecimal> figures,
        @Nullable String notes,
        boolean corrected,
        Instant createdAt) {
    /** Programme after programme, in each by its periods: «before» comes first also when it was entered late. */
    static final Comparator<Entry> IN_TIME = Comparator.comparingLong(Entry::course)
            .thenComparing(Entry::period)
            .thenComparing(Entry::measuredOn)
            .thenComparing(Entry::id);

    Entry {
        var own = new EnumMap<Measure, BigDecimal>(Measure.class);
        own.putAll(figures);
        figures = Collections.unmodifiableMap(own);
    }

    /** The programme's id, 0 outside of one. */
    long course() {
        return program == null ? 0 : program;
    }
}
