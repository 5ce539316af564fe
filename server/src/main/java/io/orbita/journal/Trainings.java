package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import io.orbita.programs.Programs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What clients mark while training. Marks come in any order, late, twice and from two devices; of one set the latest by the client's clock holds. A clock that is ahead of ours gains nothing: no mark
 * is later than the moment it arrived, and none older than {@link #OLDEST}.
 */
@Component
@Transactional
public class Trainings {
    static final Duration OLDEST = Duration.ofDays(400);

    private static final Comparator<Mark> ORDER = Comparator.comparingInt(Mark::week)
            .thenComparingInt(Mark::day)
            .thenComparingInt(Mark::place)
            .thenComparingInt(Mark::set)
            .thenComparing(Mark::exercise)
            .thenComparing(Mark::at);

    /**
     * What became of marks, by their keys.
     *
     * @param taken those that hold now
     * @param older those that a later mark of the same set had overtaken, or that were here before
     */
    public record Synced(List<String> taken, List<String> older) {}

    private final MarkRows rows;
    private final Programs programs;
    private final Clients clients;
    private final DueWork due;
    private final Clock clock;

    Trainings(MarkRows rows, Programs programs, Clients clients, DueWork due, Clock clock) {
        this.rows = rows;
        this.programs = programs;
        this.clients = clients;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Takes marks of one of the client's own programmes.
     *
     * @throws NotFound when it is none of theirs
     */
    public Synced mark(BusinessId business, ClientId client, long program, List<Mark> marks) {
        own(business, client, program);
        Instant now = clock.instant();
        var taken = new ArrayList<String>();
        var older = new ArrayList<String>();
        var sessions = new LinkedHashSet<MarkRows.Session>();
        // In one order for everybody, so that two devices wait for each other and never both.
        marks.stream().sorted(ORDER).forEach(mark -> {
            boolean holds = rows.write(business, client, program, bounded(mark, now), now);
            (holds ? taken : older).add(mark.key());
            if (holds) {
                sessions.add(new MarkRows.Session(program, mark.week(), mark.day()));
            }
        });
        sessions.forEach(
                session -> due.at(TrainingRetold.KIND, business, session.ref(), now.plus(TrainingRetold.REST)));
        return new Synced(taken, older);
    }

    /**
     * The marks of one of the client's own programmes, in the order of the plan.
     *
     * @throws NotFound when it is none of theirs
     */
    @Transactional(readOnly = true)
    public List<Mark> of(BusinessId business, ClientId client, long program) {
        own(business, client, program);
        return rows.of(business, program);
    }

    /**
     * The marks of a programme, for staff.
     *
     * @throws NotFound when there is no such programme
     */
    @Transactional(readOnly = true)
    public List<Mark> of(BusinessId business, long program) {
        if (programs.owner(business, program).isEmpty()) {
            throw unknown();
        }
        return rows.of(business, program);
    }

    private void own(BusinessId business, ClientId client, long program) {
        if (programs.owner(business, program)
                .filter(owner -> clients.members(business, client).contains(owner.value()))
                .isEmpty()) {
            throw unknown();
        }
    }

    private static Mark bounded(Mark mark, Instant now) {
        Instant oldest = now.minus(OLDEST);
        Instant at = mark.at().isAfter(now) ? now : mark.at().isBefore(oldest) ? oldest : mark.at();
        return new Mark(
                mark.key(),
                mark.week(),
                mark.day(),
                mark.place(),
                mark.exercise(),
                mark.set(),
                mark.done(),
                mark.weight(),
                mark.reps(),
                at);
    }

    private static NotFound unknown() {
        return new NotFound("Программа не найдена.", "There is no such programme.");
    }
}
