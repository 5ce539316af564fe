package io.orbita.journal;

import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.journal.Entries.Moment;
import io.orbita.journal.Entries.Wanted;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The journal as staff read and write it. */
@Component
@Transactional(readOnly = true)
class Journals {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final EntryRows rows;
    private final PhotoRows photos;
    private final Entries entries;
    private final Courses courses;
    private final Clients clients;
    private final Businesses businesses;
    private final Clock clock;

    Journals(
            EntryRows rows,
            PhotoRows photos,
            Entries entries,
            Courses courses,
            Clients clients,
            Businesses businesses,
            Clock clock) {
        this.rows = rows;
        this.photos = photos;
        this.entries = entries;
        this.courses = courses;
        this.clients = clients;
        this.businesses = businesses;
        this.clock = clock;
    }

    public List<EntryView> list(BusinessId business, long client) {
        List<Entry> journal = rows.of(business, members(business, client));
        var pictures = photos.of(business, journal.stream().map(Entry::id).toList());
        return journal.stream()
                .map(entry -> EntryView.of(entry, pictures.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    public Chart chart(BusinessId business, long client, @Nullable Long program) {
        return Chart.of(rows.of(business, members(business, client)).stream()
                .filter(entry -> program == null || program.equals(entry.program()))
                .toList());
    }

    @Transactional
    public EntryView add(Caller caller, ProgressController.NewEntry wanted) {
        BusinessId business = caller.business();
        var client = new ClientId(wanted.clientId());
        if (!clients.exists(business, client)) {
            throw new Invalid("client_id", "unknown", "Такого клиента нет");
        }
        Period period = Period.of(wanted.period())
                .orElseThrow(() -> new Invalid("period", "choice", "before, week_1 … week_12 или after"));
        Moment moment = new Moment(program(business, client, wanted.programId()), period);
        long id = entries.add(
                business,
                client,
                moment,
                day(business, wanted.measurementDate()),
                new Wanted(
                        accepted(wanted.figures(), wanted.notes()),
                        tidy(wanted.notes()),
                        Boolean.TRUE.equals(wanted.confirmed())),
                Writer.staff(caller.user()));
        return one(business, client, id);
    }

    @Transactional
    public EntryView replace(Caller caller, long id, ProgressController.EntryEdit wanted) {
        BusinessId business = caller.business();
        ClientId client = rows.owner(business, id).orElseThrow(EntryRows::unknown);
        LocalDate day = wanted.measurementDate() == null
                ? one(business, client, id).measurementDate()
                : day(business, wanted.measurementDate());
        entries.replace(
                business,
                id,
                day,
                new Wanted(
                        accepted(wanted.figures(), wanted.notes()),
                        tidy(wanted.notes()),
                        Boolean.TRUE.equals(wanted.confirmed())),
                Writer.staff(caller.user()));
        return one(business, client, id);
    }

    public List<ProgressController.Correction> history(BusinessId business, long id) {
        var unused = rows.owner(business, id).orElseThrow(EntryRows::unknown);
        var last = new EnumMap<Measure, BigDecimal>(Measure.class);
        var shown = new ArrayList<ProgressController.Correction>();
        for (EntryRows.Written written : rows.history(business, id)) {
            shown.add(new ProgressController.Correction(
                    written.measure(),
                    last.get(written.measure()),
                    written.value(),
                    written.source(),
                    written.by(),
                    written.at()));
            if (written.value() == null) {
                last.remove(written.measure());
            } else {
                last.put(written.measure(), written.value());
            }
        }
        return shown;
    }

    private @Nullable Long program(BusinessId business, ClientId client, @Nullable Long asked) {
        if (asked == null) {
            return courses.underWay(business, client)
                    .map(Courses.Stand::program)
                    .orElse(null);
        }
        if (!courses.owns(business, client, asked)) {
            throw new Invalid("program_id", "unknown", "У клиента нет такой программы");
        }
        return asked;
    }

    private LocalDate day(BusinessId business, @Nullable LocalDate asked) {
        LocalDate today =
                clock.instant().atZone(businesses.get(business).zone()).toLocalDate();
        if (asked != null && (asked.isBefore(EARLIEST) || asked.isAfter(today.plusDays(1)))) {
            throw new Invalid("measurement_date", "range", "От 2000 года до сегодня");
        }
        return asked == null ? today : asked;
    }

    private static Map<Measure, BigDecimal> accepted(Figures figures, @Nullable String notes) {
        return accepted(figures.taken(), notes);
    }

    /** Each figure within the bounds of its measure; at least one of them, or a note. */
    static Map<Measure, BigDecimal> accepted(Map<Measure, BigDecimal> taken, @Nullable String notes) {
        var accepted = new EnumMap<Measure, BigDecimal>(Measure.class);
        var wrong = new ArrayList<Refusal.Field>();
        taken.forEach((measure, value) -> measure.accepted(value)
                .ifPresentOrElse(
                        figure -> accepted.put(measure, figure),
                        () -> wrong.add(new Refusal.Field(
                                measure.wire(), "range", measure.title() + ": " + measure.bounds()))));
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong.toArray(Refusal.Field[]::new));
        }
        if (accepted.isEmpty() && tidy(notes) == null) {
            throw new Invalid("weight", "required", "Запишите хотя бы один замер или заметку");
        }
        return accepted;
    }

    static @Nullable String tidy(@Nullable String notes) {
        return notes == null || notes.isBlank() ? null : notes.strip();
    }

    private EntryView one(BusinessId business, ClientId client, long id) {
        Entry found = rows.of(business, clients.members(business, client)).stream()
                .filter(entry -> entry.id() == id)
                .findFirst()
                .orElseThrow(EntryRows::unknown);
        return EntryView.of(found, photos.of(business, List.of(id)).getOrDefault(id, List.of()));
    }

    private Set<Long> members(BusinessId business, long client) {
        Set<Long> members = clients.members(business, new ClientId(client));
        if (members.isEmpty()) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        return members;
    }
}
