package io.orbita.marketing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When people are left alone, by the clock on their wall: from one time, inclusive, to another, exclusive, over midnight when the first is the later
 * one. Two equal times mean never.
 */
record QuietHours(LocalTime from, LocalTime to) {

    /** Whether people are left alone at that time of the day. */
    boolean cover(LocalTime time) {
        boolean afterFrom = !time.isBefore(from);
        boolean beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : from.isAfter(to) && (afterFrom || beforeTo);
    }

    boolean cover(Instant at, ZoneId zone) {
        return cover(at.atZone(zone).toLocalTime());
    }

    /**
     * The first moment from then on that is not quiet. An end that the clocks skip falls to the end of the gap; where the clocks go back over the end, what
     * becomes quiet again is quiet.
     */
    Instant open(Instant at, ZoneId zone) {
        Instant moment = at;
        // One end, and once more where an hour repeats.
        for (int i = 0; i < 4 && cover(moment, zone); i++) {
            moment = nextEnd(moment, zone);
        }
        return moment;
    }

    private Instant nextEnd(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate day = local.toLocalTime().isBefore(to)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        var end = day.atTime(to);
        var gap = zone.getRules().getTransition(end);
        if (gap != null && gap.isGap()) {
            return gap.getInstant();
        }
        ZonedDateTime earlier = end.atZone(zone);
        // In an hour that repeats the first end may have passed.
        return earlier.toInstant().isAfter(at)
                ? earlier.toInstant()
                : earlier.withLaterOffsetAtOverlap().toInstant();
    }
}
