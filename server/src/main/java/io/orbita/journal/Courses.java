package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Programs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a client stands in the paid programmes that were handed over. */
@Component
@Transactional(readOnly = true)
class Courses {
    /** How long after the last week answers about it are still taken. */
    private static final Duration LATE = Duration.ofDays(14);

    /** A week may be reported from its sixth day on; until then the one before it is meant. */
    private static final int EARLIEST_DAY = 5;

    private final Programs programs;
    private final Clock clock;

    Courses(Programs programs, Clock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * A programme under way.
     *
     * @param week the week that runs now, from 1; one more than {@code weeks} when they are over
     * @param reported the week that a check-in given now is about; 0 when the first one has hardly begun
     */
    record Stand(long program, int weeks, int week, int reported, boolean over) {}

    /** The running programme; the one that ended last, for two weeks more, when none runs. */
    public Optional<Stand> underWay(BusinessId business, ClientId client) {
        Instant now = clock.instant();
        List<Programs.Course> begun = programs.courses(business, client).stream()
                .filter(course -> !course.startsAt().isAfter(now)
                        && course.endsAt().plus(LATE).isAfter(now))
                .toList();
        return begun.stream()
                .filter(course -> course.endsAt().isAfter(now))
                .reduce((one, other) -> one.startsAt().isAfter(other.startsAt()) ? one : other)
                .or(() -> begun.stream().reduce((one, other) -> one.endsAt().isAfter(other.endsAt()) ? one : other))
                .map(course -> stand(course, now));
    }

    /** A given programme of the client, also one that is long over. */
    public Optional<Stand> of(BusinessId business, ClientId client, long program) {
        Instant now = clock.instant();
        return programs.courses(business, client).stream()
                .filter(course ->
                        course.program() == program && !course.startsAt().isAfter(now))
                .findFirst()
                .map(course -> stand(course, now));
    }

    /** Whether it is a programme of this person. */
    public boolean owns(BusinessId business, ClientId client, long program) {
        return programs.of(business, client).stream().anyMatch(given -> given.id() == program);
    }

    private static Stand stand(Programs.Course course, Instant now) {
        long days = Duration.between(course.startsAt(), now).toDays();
        int week = (int) Math.min(days / 7 + 1, course.weeks() + 1L);
        int reported = (int) Math.min((days + 7 - EARLIEST_DAY) / 7, course.weeks());
        return new Stand(course.program(), course.weeks(), week, reported, week > course.weeks());
    }
}
