package io.orbita.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A measurement as staff see it: the weight in kilograms, girths in centimetres, null where nothing was measured.
 *
 * @param corrected whether a figure was changed since it was first written
 */
record EntryView(
        long id,
        long clientId,
        @Nullable Long programId,
        Period period,
        LocalDate measurementDate,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal chest,
        @Nullable BigDecimal waist,
        @Nullable BigDecimal lowerAbdomen,
        @Nullable BigDecimal glutes,
        @Nullable BigDecimal rightThigh,
        @Nullable BigDecimal leftThigh,
        @Nullable BigDecimal rightCalf,
        @Nullable BigDecimal leftCalf,
        @Nullable BigDecimal rightArm,
        @Nullable BigDecimal leftArm,
        @Nullable String notes,
        boolean corrected,
        List<PhotoRows.Photo> photos,
        Instant createdAt) {
    static EntryView of(Entry entry, List<PhotoRows.Photo> photos) {
        Map<Measure, BigDecimal> figures = entry.figures();
        return new EntryView(
                entry.id(),
                entry.client().value(),
                entry.program(),
                entry.period(),
                entry.measuredOn(),
                figures.get(Measure.WEIGHT),
                figures.get(Measure.CHEST),
                figures.get(Measure.WAIST),
                figures.get(Measure.LOWER_ABDOMEN),
                figures.get(Measure.GLUTES),
                figures.get(Measure.RIGHT_THIGH),
                figures.get(Measure.LEFT_THIGH),
                figures.get(Measure.RIGHT_CALF),
                figures.get(Measure.LEFT_CALF),
                figures.get(Measure.RIGHT_ARM),
                figures.get(Measure.LEFT_ARM),
                entry.notes(),
                entry.corrected(),
                photos,
                entry.createdAt());
    }
}
