package io.orbita.pipeline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long stays at a stage last, those that go on counted honestly: a stay that has not ended says only «at least so long» (the Kaplan-Meier estimate). A quantile
 * is the shortest time by which that share has gone on; null when fewer have. Hours, one decimal.
 *
 * @param stays how many stays were looked at
 * @param ended how many of them have ended
 */
public record TimeInStage(
        int stays,
        int ended,
        @Nullable BigDecimal p25Hours,
        @Nullable BigDecimal medianHours,
        @Nullable BigDecimal p75Hours,
        @Nullable BigDecimal p90Hours) {
    /** A stay as far as it was seen. */
    record Seen(Duration time, boolean ended) {}

    static final TimeInStage NONE = new TimeInStage(0, 0, null, null, null, null);

    static TimeInStage of(Collection<Seen> stays) {
        if (stays.isEmpty()) {
            return NONE;
        }
        Map<Duration, BigDecimal> gone = gone(stays);
        return new TimeInStage(
                stays.size(),
                (int) stays.stream().filter(Seen::ended).count(),
                hours(quantile(gone, "0.25")),
                hours(quantile(gone, "0.5")),
                hours(quantile(gone, "0.75")),
                hours(quantile(gone, "0.9")));
    }

    /** After each time at which a stay ended, the share that has gone on by then. */
    private static Map<Duration, BigDecimal> gone(Collection<Seen> stays) {
        List<Seen> inOrder =
                stays.stream().sorted(Comparator.comparing(Seen::time)).toList();
        Map<Duration, BigDecimal> gone = new TreeMap<>();
        double left = 1;
        int atRisk = inOrder.size();
        for (int i = 0; i < inOrder.size(); ) {
            Duration time = inOrder.get(i).time();
            int same = i;
            int ends = 0;
            for (; same < inOrder.size() && inOrder.get(same).time().equals(time); same++) {
                ends += inOrder.get(same).ended() ? 1 : 0;
            }
            if (ends > 0) {
                left *= (double) (atRisk - ends) / atRisk;
                // Nine decimals: a share of one half is one half, however many factors it came from.
                gone.put(time, BigDecimal.valueOf(1 - left).setScale(9, RoundingMode.HALF_UP));
            }
            atRisk -= same - i;
            i = same;
        }
        return gone;
    }

    private static @Nullable Duration quantile(Map<Duration, BigDecimal> gone, String share) {
        var wanted = new BigDecimal(share);
        return gone.entrySet().stream()
                .filter(entry -> entry.getValue().compareTo(wanted) >= 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable BigDecimal hours(@Nullable Duration time) {
        return time == null
                ? null
                : BigDecimal.valueOf(time.toSeconds()).divide(BigDecimal.valueOf(3_600), 1, RoundingMode.HALF_UP);
    }
}
