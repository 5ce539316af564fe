package io.orbita.journal;

import io.orbita.businesses.Businesses;
import io.orbita.messaging.Channel;
import io.orbita.messaging.Conversation;
import io.orbita.messaging.Messaging;
import io.orbita.messaging.Outgoing;
import io.orbita.messaging.Outgoing.Author;
import io.orbita.messaging.Outgoing.Promise;
import io.orbita.platform.jobs.Due;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.ProgramDelivered;
import io.orbita.programs.Programs;
import io.orbita.programs.Programs.Course;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When a paid programme's weeks are over, its client is asked for a score, by day and once; what comes next is offered after the answer, or a day later. The
 * reference is the programme.
 */
@Component
class ProgramOver implements Due {
    static final String KIND = "journal.program-over";
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 30);
    private static final Duration UNTIL_OFFER = Duration.ofDays(1);

    private final Programs programs;
    private final NpsRows rows;
    private final Messaging messaging;
    private final Businesses businesses;
    private final DueWork due;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProgramOver(
            Programs programs,
            NpsRows rows,
            Messaging messaging,
            Businesses businesses,
            DueWork due,
            Clock clock,
            TransactionTemplate transaction) {
        this.programs = programs;
        this.rows = rows;
        this.messaging = messaging;
        this.businesses = businesses;
        this.due = due;
        this.clock = clock;
        this.transaction = transaction;
    }

    @EventListener
    public void on(ProgramDelivered event) {
        if (event.paid()) {
            programs.course(event.business(), event.program())
                    .ifPresent(course -> due.at(
                            KIND,
                            event.business(),
                            Long.toString(event.program()),
                            byDay(event.business(), course.endsAt())));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(BusinessId business, String ref) {
        transaction.executeWithoutResult(
                _ -> programs.course(business, Long.parseLong(ref)).ifPresent(course -> ask(business, course)));
    }

    private void ask(BusinessId business, Course course) {
        Instant now = clock.instant();
        if (course.endsAt().isAfter(now)) {
            due.at(KIND, business, Long.toString(course.program()), byDay(business, course.endsAt()));
            return;
        }
        Optional<Conversation> chat = messaging
                .bestFor(business, course.client())
                .filter(where -> where.channel() != Channel.EMAIL)
                .filter(_ -> programs.mayRemind(business, course.client()));
        if (chat.isEmpty()) {
            return;
        }
        OptionalLong question = rows.ask(business, course.client(), course.program(), now);
        question.ifPresent(id -> {
            messaging.send(
                    business,
                    new Outgoing(
                            chat.get().id(),
                            NpsTalk.question(id),
                            "journal.nps",
                            "nps:" + id,
                            Promise.AT_MOST_ONCE,
                            Author.BOT,
                            null,
                            null));
            due.at(NextPackage.KIND, business, Long.toString(id), byDay(business, now.plus(UNTIL_OFFER)));
        });
    }

    /** The same moment, or the next one between ten in the morning and half past eight in the evening. */
    private Instant byDay(BusinessId business, Instant moment) {
        return byDay(moment, businesses.get(business).zone());
    }

    static Instant byDay(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        if (local.toLocalTime().isBefore(MORNING)) {
            return local.with(MORNING).toInstant();
        }
        return local.toLocalTime().isAfter(EVENING)
                ? local.plusDays(1).with(MORNING).toInstant()
                : moment;
    }
}
