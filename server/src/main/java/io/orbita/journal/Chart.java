package io.orbita.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chart of the journal is drawn from: one series a measure, each point with its own period and day, so that nothing can be misaligned. */
record Chart(List<Series> series) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * One measure over time.
     *
     * @param title in Russian
     * @param unit {@code kg} or {@code cm}
     * @param delta from the start of the newest programme to its last point; null with fewer than two points
     */
    record Series(
            Measure measure,
            String title,
            String unit,
            List<Point> points,
            @Nullable BigDecimal delta) {}

    /**
     * One figure.
     *
     * @param delta since «before» of the same programme, or its first figure when there is none; null at the start itself
     * @param deltaPercent the same in per cent, one decimal
     */
    record Point(
            long entryId,
            @Nullable Long programId,
            Period period,
            LocalDate date,
            BigDecimal value,
            @Nullable BigDecimal delta,
            @Nullable BigDecimal deltaPercent) {}

    /** Of a journal in the order of programmes and periods; measures that were never taken are left out. */
    static Chart of(List<Entry> journal) {
        var series = new ArrayList<Series>();
        for (Measure measure : Measure.values()) {
            List<Point> points = points(journal, measure);
            if (!points.isEmpty()) {
                series.add(new Series(
                        measure,
                        measure.title(),
                        measure.unit(),
                        points,
                        points.getLast().delta()));
            }
        }
        return new Chart(series);
    }

    private static List<Point> points(List<Entry> journal, Measure measure) {
        var points = new ArrayList<Point>();
        BigDecimal start = BigDecimal.ZERO;
        long course = -1;
        for (Entry entry : journal) {
            BigDecimal value = entry.figures().get(measure);
            if (value == null) {
                continue;
            }
            boolean first = course != entry.course();
            if (first) {
                start = value;
                course = entry.course();
            }
            BigDecimal delta = first ? null : value.subtract(start);
            points.add(new Point(
                    entry.id(),
                    entry.program(),
                    entry.period(),
                    entry.measuredOn(),
                    value,
                    delta,
                    delta == null ? null : delta.multiply(HUNDRED).divide(start, 1, RoundingMode.HALF_UP)));
        }
        return points;
    }
}
