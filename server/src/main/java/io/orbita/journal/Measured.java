package io.orbita.journal;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody who was ever measured, at a glance. Cards that were merged are one person. */
@Component
@Transactional(readOnly = true)
class Measured {
    private final EntryRows rows;
    private final CheckinRows checkins;
    private final Courses courses;
    private final Clients clients;

    Measured(EntryRows rows, CheckinRows checkins, Courses courses, Clients clients) {
        this.rows = rows;
        this.checkins = checkins;
        this.courses = courses;
        this.clients = clients;
    }

    /**
     * A person and how far they are.
     *
     * @param entries how many measurements there are, at least 1
     * @param weight the newest one, kilograms; null when it was never taken
     * @param weightChange since the start of the programme that the newest weight belongs to; null with fewer than two weights in it
     * @param silentWeek the week of the programme under way that is over and was not told about; null when nothing is owed
     */
    record Person(
            long clientId,
            String name,
            LocalDate lastMeasuredOn,
            long entries,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal weightChange,
            @Nullable Integer silentWeek) {}

    /** A page of them, those who were measured last first. */
    public Page<Person> page(BusinessId business, @Nullable Cursor before, int limit) {
        Map<Long, Long> merged = clients.merged(business);
        List<EntryRows.Latest> found = rows.latest(
                business,
                merged,
                before == null ? null : day(before),
                before == null ? 0 : before.number(1),
                limit + 1);
        Page<EntryRows.Latest> cut =
                Page.cut(found, limit, last -> Cursor.of(last.measuredOn().toEpochDay(), last.client()));
        var people = new HashSet<Long>();
        cut.items().forEach(latest -> people.add(latest.client()));
        var members = new HashSet<>(people);
        merged.forEach((from, into) -> {
            if (people.contains(into)) {
                members.add(from);
            }
        });
        var journals = new HashMap<Long, List<Entry>>();
        for (Entry entry : rows.of(business, members)) {
            long owner = entry.client().value();
            journals.computeIfAbsent(merged.getOrDefault(owner, owner), _ -> new ArrayList<>())
                    .add(entry);
        }
        var told = new HashSet<Week>();
        checkins.of(business, members).forEach(one -> told.add(new Week(one.programId(), one.week())));
        Map<Long, String> names = clients.names(business, people);
        return new Page<>(
                cut.items().stream()
                        .map(latest -> person(business, latest, journals, names, told))
                        .toList(),
                cut.nextCursor(),
                null);
    }

    /** A cursor comes from outside: whatever number it holds becomes a day of this era. */
    private static LocalDate day(Cursor cursor) {
        return LocalDate.ofEpochDay(Math.clamp(cursor.number(0), 0, 1_000_000));
    }

    private record Week(long program, int number) {}

    private Person person(
            BusinessId business,
            EntryRows.Latest latest,
            Map<Long, List<Entry>> journals,
            Map<Long, String> names,
            Set<Week> told) {
        Optional<Chart.Series> weight = Chart.of(journals.getOrDefault(latest.client(), List.of())).series().stream()
                .filter(series -> series.measure() == Measure.WEIGHT)
                .findFirst();
        Integer silent = courses.underWay(business, new ClientId(latest.client()))
                .filter(stand -> stand.week() > 1 && !told.contains(new Week(stand.program(), stand.week() - 1)))
                .map(stand -> stand.week() - 1)
                .orElse(null);
        return new Person(
                latest.client(),
                names.getOrDefault(latest.client(), ""),
                latest.measuredOn(),
                latest.entries(),
                weight.map(series -> series.points().getLast().value()).orElse(null),
                weight.map(Chart.Series::delta).orElse(null),
                silent);
    }
}
