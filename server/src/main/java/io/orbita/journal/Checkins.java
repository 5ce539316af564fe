package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.TimelineEntry;
import io.orbita.journal.CheckinRows.Checkin;
import io.orbita.journal.CheckinRows.Said;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.messaging.Notices;
import io.orbita.messaging.Notices.Notice;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Programs;
import io.orbita.programs.WeekOutcome;
import io.orbita.programs.WeekReport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down how a week went and lets the plan react, in one transaction. The same answer twice is one answer. */
@Component
@Transactional
class Checkins {
    private final CheckinRows rows;
    private final Courses courses;
    private final Programs programs;
    private final Clients clients;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Checkins(
            CheckinRows rows,
            Courses courses,
            Programs programs,
            Clients clients,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.courses = courses;
        this.programs = programs;
        this.clients = clients;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @throws JournalRefusals.WeekUnknown when the client has no such programme, or its week has not begun
     */
    public Programs.Reaction answer(
            BusinessId business, ClientId client, long program, int week, Said said, Writer writer) {
        boolean known = courses.of(business, client, program)
                .filter(stand -> week >= 1 && week <= Math.min(stand.weeks(), stand.week()))
                .isPresent();
        if (!known) {
            throw new JournalRefusals.WeekUnknown();
        }
        clients.lockStage(business, client);
        Optional<Checkin> before = rows.ofWeek(business, program, week);
        boolean same = before.filter(one -> one.outcome() == said.outcome()
                        && Objects.equals(one.pattern(), said.pattern())
                        && (said.comment() == null || said.comment().equals(one.comment())))
                .isPresent();
        if (!same) {
            write(business, client, program, week, said, writer, before);
        }
        return programs.reported(business, program, new WeekReport(week, said.outcome(), said.pattern()));
    }

    private void write(
            BusinessId business,
            ClientId client,
            long program,
            int week,
            Said said,
            Writer writer,
            Optional<Checkin> before) {
        Instant now = clock.instant();
        rows.add(business, client, program, week, said, writer, now);
        long id = rows.ofWeek(business, program, week).orElseThrow().id();
        clients.remember(
                business,
                client,
                new TimelineEntry(
                        "journal.checkin",
                        "checkin:" + id,
                        now,
                        Map.of(
                                "program",
                                program,
                                "week",
                                week,
                                "outcome",
                                said.outcome().wire()),
                        told(week, said, before),
                        writer.user()));
        events.publishEvent(new CheckinAnswered(business, client, program, week, said.outcome()));
    }

    private static String told(int week, Said said, Optional<Checkin> before) {
        String now = words(said.outcome()) + (said.pattern() == null ? "" : " (" + said.pattern() + ")");
        String change = before.map(one -> words(one.outcome()))
                .filter(was -> !was.equals(words(said.outcome())))
                .map(was -> was + " → " + now)
                .orElse(now);
        return "Неделя %d: %s%s".formatted(week, change, said.comment() == null ? "" : ". «" + said.comment() + "»");
    }

    /** Words that a client adds to what was said of the week; the trainer reads them at once. */
    public void comment(BusinessId business, ClientId client, long program, int week, String words) {
        clients.lockStage(business, client);
        rows.ofWeek(business, program, week)
                .filter(one -> clients.members(business, client).contains(one.clientId()))
                .ifPresent(one -> {
                    write(
                            business,
                            client,
                            program,
                            week,
                            new Said(one.outcome(), one.pattern(), words),
                            Writer.BOT,
                            Optional.of(one));
                    long id = rows.ofWeek(business, program, week).orElseThrow().id();
                    notices.tell(
                            business,
                            Notice.of(
                                    "journal.checkin",
                                    "checkin:" + id,
                                    "%s, неделя %d, %s: «%s»"
                                            .formatted(
                                                    clients.contacts(business, client)
                                                            .name(),
                                                    week,
                                                    words(one.outcome()),
                                                    words),
                                    client));
                });
    }

    @Transactional(readOnly = true)
    public Optional<Checkin> ofWeek(BusinessId business, long program, int week) {
        return rows.ofWeek(business, program, week);
    }

    @Transactional(readOnly = true)
    public List<Checkin> of(BusinessId business, ClientId client) {
        return rows.of(business, clients.members(business, client));
    }

    static String words(WeekOutcome outcome) {
        return switch (outcome) {
            case DONE -> "всё сделано";
            case SKIPPED -> "пропуски";
            case HARD -> "было тяжело";
            case PAIN -> "что-то болит";
        };
    }
}
