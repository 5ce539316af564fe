package io.orbita.demo;

import io.orbita.platform.tenancy.BusinessId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When what is laid out in a story.
 *
 * @param zone whose days they are
 * @param from when the story begins
 * @param now when it ends: later scenes are not lived through any more
 */
record Calendar(Story story, ZoneId zone, Instant from, Instant now) {
    BusinessId business() {
        return story.business();
    }

    /** That time of the day so many days after the beginning. */
    Instant day(int days, int hour, int minute) {
        return from.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.of(hour, minute))
                .atZone(zone)
                .toInstant();
    }

    /** That time of today, or of a day before or after it. */
    Instant today(int days, int hour, int minute) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(LocalTime.of(hour, minute))
                .atZone(zone)
                .toInstant();
    }

    /** So long ago. */
    Instant ago(Duration time) {
        return now.minus(time);
    }

    void at(Instant moment, Runnable act) {
        story.at(moment, act);
    }
}
