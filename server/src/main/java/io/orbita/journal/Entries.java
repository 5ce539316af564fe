package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.platform.jobs.DueWork;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the journal: every figure within its bounds, jumps only when somebody is sure, corrections as further rows. */
@Component
@Transactional
class Entries {
    /** A sitting in the bot that was left in the middle reaches the timeline after this long. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final EntryRows rows;
    private final Clients clients;
    private final Retelling retelling;
    private final DueWork due;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entries(
            EntryRows rows,
            Clients clients,
            Retelling retelling,
            DueWork due,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.clients = clients;
        this.retelling = retelling;
        this.due = due;
        this.events = events;
        this.clock = clock;
    }

    /** When something was measured. */
    record Moment(@Nullable Long program, Period period) {}

    /**
     * What somebody wants to stand in a row.
     *
     * @param figures within their bounds
     * @param sure that jumps are right
     */
    record Wanted(
            Map<Measure, BigDecimal> figures, @Nullable String notes, boolean sure) {}

    /** A new row, whole. */
    public long add(BusinessId business, ClientId client, Moment moment, LocalDate day, Wanted wanted, Writer writer) {
        Set<Long> members = clients.members(business, client);
        OptionalLong taken = rows.find(business, members, moment.program(), moment.period());
        if (taken.isPresent()) {
            throw new JournalRefusals.PeriodTaken(taken.getAsLong());
        }
        doubt(business, client, moment, wanted, Map.of());
        Instant now = clock.instant();
        long entry = rows.add(business, client, moment.program(), moment.period(), day, now)
                .orElseThrow(() ->
                        new JournalRefusals.PeriodTaken(rows.find(business, members, moment.program(), moment.period())
                                .orElse(0)));
        wanted.figures().forEach((measure, value) -> rows.write(business, entry, measure, value, writer, now));
        if (wanted.notes() != null) {
            rows.note(business, entry, wanted.notes(), writer, now);
        }
        told(business, entry, writer);
        return entry;
    }

    /** A row as it should have been: what differs is written anew, what is absent is taken away; the former figures stay readable. */
    public void replace(BusinessId business, long entry, LocalDate day, Wanted wanted, Writer writer) {
        ClientId client = rows.lock(business, entry);
        Entry before = standing(business, client, entry);
        doubt(business, client, new Moment(before.program(), before.period()), wanted, before.figures());
        Instant now = clock.instant();
        for (Measure measure : Measure.values()) {
            BigDecimal was = before.figures().get(measure);
            BigDecimal value = wanted.figures().get(measure);
            if (!same(was, value)) {
                rows.write(business, entry, measure, value, writer, now);
            }
        }
        if (!Objects.equals(before.notes(), wanted.notes())) {
            rows.note(business, entry, wanted.notes(), writer, now);
        }
        if (!before.measuredOn().equals(day)) {
            rows.measuredOn(business, entry, day);
        }
        told(business, entry, writer);
    }

    /** One figure out of the bot; the row is made when there is none. The timeline hears of it at the end of the sitting, or in an hour. */
    public void put(
            BusinessId business, ClientId client, Moment moment, LocalDate day, Measure measure, BigDecimal value) {
        Instant now = clock.instant();
        long entry = open(business, client, moment, day, now);
        Entry before = standing(business, rows.lock(business, entry), entry);
        if (!same(before.figures().get(measure), value)) {
            rows.write(business, entry, measure, value, Writer.BOT, now);
            due.at(Retelling.KIND, business, Long.toString(entry), now.plus(ABANDONED));
        }
    }

    private long open(BusinessId business, ClientId client, Moment moment, LocalDate day, Instant now) {
        Set<Long> members = clients.members(business, client);
        OptionalLong known = rows.find(business, members, moment.program(), moment.period());
        if (known.isPresent()) {
            return known.getAsLong();
        }
        return rows.add(business, client, moment.program(), moment.period(), day, now)
                .orElseGet(() -> rows.find(business, members, moment.program(), moment.period())
                        .orElseThrow());
    }

    /** The end of a sitting in the bot: the row as it stands, if anything was written. */
    public Optional<Entry> close(BusinessId business, ClientId client, Moment moment) {
        Set<Long> members = clients.members(business, client);
        OptionalLong entry = rows.find(business, members, moment.program(), moment.period());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        due.cancel(Retelling.KIND, business, Long.toString(entry.getAsLong()));
        told(business, entry.getAsLong(), Writer.BOT);
        return Optional.of(standing(business, client, entry.getAsLong()));
    }

    /** Whether anything was measured in the course of the programme, or outside of one. */
    @Transactional(readOnly = true)
    public boolean begun(BusinessId business, ClientId client, @Nullable Long program) {
        return rows.of(business, clients.members(business, client)).stream()
                .anyMatch(entry -> Objects.equals(entry.program(), program)
                        && !entry.figures().isEmpty());
    }

    /** What a new figure is compared with: the last one before that moment, else what the client said of the weight in the questionnaire. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> former(BusinessId business, ClientId client, Moment moment, Measure measure) {
        Optional<BigDecimal> last = former(rows.of(business, clients.members(business, client)), moment, measure);
        return last.isPresent() || measure != Measure.WEIGHT
                ? last
                : Optional.ofNullable(clients.profile(business, client).weightKg());
    }

    static Optional<BigDecimal> former(List<Entry> journal, Moment moment, Measure measure) {
        long course = moment.program() == null ? 0 : moment.program();
        return journal.stream()
                .filter(entry -> entry.course() < course
                        || (entry.course() == course && entry.period().compareTo(moment.period()) < 0))
                .map(entry -> entry.figures().get(measure))
                .filter(Objects::nonNull)
                .reduce((_, later) -> later);
    }

    private void doubt(
            BusinessId business, ClientId client, Moment moment, Wanted wanted, Map<Measure, BigDecimal> standing) {
        if (wanted.sure()) {
            return;
        }
        var jumps = new ArrayList<Refusal.Field>();
        wanted.figures().forEach((measure, value) -> {
            if (!same(standing.get(measure), value)) {
                former(business, client, moment, measure)
                        .filter(before -> Measure.jumps(before, value))
                        .ifPresent(before -> jumps.add(new Refusal.Field(
                                measure.wire(),
                                "jump",
                                "Было %s, стало %s %s"
                                        .formatted(
                                                Numbers.shown(before),
                                                Numbers.shown(value),
                                                measure.unitInRussian()))));
            }
        });
        if (!jumps.isEmpty()) {
            throw new JournalRefusals.NotSure(jumps);
        }
    }

    private void told(BusinessId business, long entry, Writer writer) {
        if (retelling.tell(business, entry, writer.user())) {
            ClientId client = rows.owner(business, entry).orElseThrow();
            events.publishEvent(new MeasurementTaken(business, client, entry));
        }
    }

    private Entry standing(BusinessId business, ClientId client, long entry) {
        return rows.of(business, clients.members(business, client)).stream()
                .filter(found -> found.id() == entry)
                .findFirst()
                .orElseThrow(EntryRows::unknown);
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
