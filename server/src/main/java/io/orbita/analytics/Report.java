package io.orbita.analytics;

import io.orbita.businesses.Business;
import io.orbita.platform.figures.Grain;
import io.orbita.platform.figures.Period;
import java.time.Instant;

/** One page of figures. */
interface Report {
    /**
     * What is asked.
     *
     * @param by how sources are told apart
     * @param now what is not over yet is looked at until now
     */
    record Question(Business business, Period period, Grain grain, String by, Instant now) {
        Instant from() {
            return period.from();
        }

        Instant until() {
            return period.until();
        }

        /** The first moment that nobody has seen yet; the database keeps microseconds. */
        Instant seen() {
            return now.plusNanos(1_000);
        }
    }

    /** Its name in the address. */
    String name();

    Sheet sheet(Question question);
}
