package io.orbita.journal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The share of promoters (9 and 10) less the share of detractors (0 to 6), in per cent.
 *
 * @param score from −100 to 100, one decimal; null without answers
 * @param count how many answers it is made of
 */
public record NpsScore(@Nullable BigDecimal score, long count, long promoters, long passives, long detractors) {
    static final int LEAST_OF_PROMOTERS = 9;
    static final int MOST_OF_DETRACTORS = 6;

    static NpsScore of(long promoters, long passives, long detractors) {
        long count = promoters + passives + detractors;
        return new NpsScore(
                count == 0
                        ? null
                        : BigDecimal.valueOf(100 * (promoters - detractors))
                                .divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP),
                count,
                promoters,
                passives,
                detractors);
    }

    /** Of scores from 0 to 10. */
    static NpsScore of(Collection<Integer> scores) {
        long promoters =
                scores.stream().filter(score -> score >= LEAST_OF_PROMOTERS).count();
        long detractors =
                scores.stream().filter(score -> score <= MOST_OF_DETRACTORS).count();
        return of(promoters, scores.size() - promoters - detractors, detractors);
    }
}
