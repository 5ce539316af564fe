package io.orbita.journal;

import io.orbita.businesses.Businesses;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.journal.CheckinRows.Said;
import io.orbita.journal.Courses.Stand;
import io.orbita.journal.Entries.Moment;
import io.orbita.journal.Entries.Wanted;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.programs.Programs;
import io.orbita.programs.WeekOutcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The journal as its client keeps it on a page: the same bounds and the same «точно?» as in the bot. */
@Component
@Transactional
public class Diary {
    /**
     * A measurement as its client sees it.
     *
     * @param figures by measure; one that was not taken is absent
     */
    public record Entered(
            long id,
            @Nullable Long programId,
            Period period,
            LocalDate date,
            Map<Measure, BigDecimal> figures,
            @Nullable String notes) {}

    private final EntryRows rows;
    private final Entries entries;
    private final Courses courses;
    private final Checkins checkins;
    private final Clients clients;
    private final Businesses businesses;
    private final Clock clock;

    Diary(
            EntryRows rows,
            Entries entries,
            Courses courses,
            Checkins checkins,
            Clients clients,
            Businesses businesses,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.courses = courses;
        this.checkins = checkins;
        this.clients = clients;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** All measurements, programme after programme, in each by its periods. */
    @Transactional(readOnly = true)
    public List<Entered> measurements(BusinessId business, ClientId client) {
        return rows.of(business, clients.members(business, client)).stream()
                .map(entry -> new Entered(
                        entry.id(),
                        entry.program(),
                        entry.period(),
                        entry.measuredOn(),
                        entry.figures(),
                        entry.notes()))
                .toList();
    }

    /**
     * Writes what was measured now: for «before» when nothing was measured yet, else for the running week. What was written for that period already is completed, a figure given again replaces
     * the former one.
     *
     * @param confirmed that figures more than 15 % away from the former ones are right
     * @return the id of the measurement
     * @throws io.orbita.platform.web.Invalid when a figure is out of its bounds, or nothing was given
     * @throws JournalRefusals.NotSure when a figure jumps and nobody said it is right
     */
    public long measure(
            BusinessId business,
            ClientId client,
            Map<Measure, BigDecimal> figures,
            @Nullable String notes,
            boolean confirmed) {
        Map<Measure, BigDecimal> accepted = Journals.accepted(figures, notes);
        LocalDate today =
                clock.instant().atZone(businesses.get(business).zone()).toLocalDate();
        // Two devices at once stand in line here.
        clients.lockStage(business, client);
        Set<Long> members = clients.members(business, client);
        Moment moment = moment(business, client, members);
        OptionalLong taken = rows.find(business, members, moment.program(), moment.period());
        if (taken.isEmpty()) {
            return entries.add(
                    business,
                    client,
                    moment,
                    today,
                    new Wanted(accepted, Journals.tidy(notes), confirmed),
                    Writer.CABINET);
        }
        Entry before = rows.of(business, members).stream()
                .filter(entry -> entry.id() == taken.getAsLong())
                .findFirst()
                .orElseThrow();
        var all = new EnumMap<Measure, BigDecimal>(Measure.class);
        all.putAll(before.figures());
        all.putAll(accepted);
        String words = Journals.tidy(notes);
        entries.replace(
                business,
                before.id(),
                before.measuredOn(),
                new Wanted(all, words == null ? before.notes() : words, confirmed),
                Writer.CABINET);
        return before.id();
    }

    /**
     * How the week went.
     *
     * @param pattern the movement that hurts, as {@link Programs#movements} names it; null otherwise
     * @throws JournalRefusals.WeekUnknown when there is no programme under way, or no week to speak of yet
     */
    public Programs.Reaction checkin(
            BusinessId business,
            ClientId client,
            WeekOutcome outcome,
            @Nullable String pattern,
            @Nullable String comment) {
        Stand stand = courses.underWay(business, client)
                .filter(found -> found.reported() > 0)
                .orElseThrow(JournalRefusals.WeekUnknown::new);
        return checkins.answer(
                business,
                client,
                stand.program(),
                stand.reported(),
                new Said(outcome, outcome == WeekOutcome.PAIN ? pattern : null, Journals.tidy(comment)),
                Writer.CABINET);
    }

    private Moment moment(BusinessId business, ClientId client, Set<Long> members) {
        Optional<Stand> stand = courses.underWay(business, client);
        Long program = stand.map(Stand::program).orElse(null);
        boolean first = stand.isEmpty()
                || stand.get().week() == 1
                        && rows.of(business, members).stream()
                                .noneMatch(entry -> Objects.equals(entry.program(), program));
        return new Moment(program, first ? Period.BEFORE : MeasuringTalk.period(stand.get()));
    }
}
