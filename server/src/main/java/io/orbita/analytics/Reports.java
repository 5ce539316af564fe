package io.orbita.analytics;

import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The door of the room: the reports by name, and the people behind their numbers. One report is reckoned from one state of the database. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Reports {
    /** A client behind a number; {@code value} is what they contribute. */
    record Behind(ClientSummary client, Sheet.Value value) {}

    private final List<Report> reports;
    private final Clients clients;

    Reports(List<Report> reports, Clients clients) {
        this.reports = reports;
        this.clients = clients;
    }

    /** @throws NotFound when there is no such report */
    Sheet sheet(String name, Report.Question question) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(AnalyticsController::unknown)
                .sheet(question);
    }

    /** Who contributes to a number, by the ids of their cards. */
    Page<Behind> people(
            String name,
            Report.Question question,
            String figure,
            String row,
            @Nullable String cursor,
            int limit,
            boolean withTotal) {
        Cursor after = Cursor.read(cursor, 1);
        Sheet sheet = sheet(name, question);
        Measure measure = sheet.measures().stream()
                .filter(one -> one.key().equals(figure) && one.opens())
                .findFirst()
                .orElseThrow(
                        () -> new Invalid("figure", "choice", "Одно из чисел этого отчёта, за которым стоят люди"));
        if (!sheet.has(row)) {
            throw new Invalid("row", "unknown", "Ключ одной из строк отчёта или total");
        }
        NavigableMap<Long, Long> people = sheet.people(row, measure);
        List<Long> ids = people.tailMap(after == null ? 0L : after.number(0), false).keySet().stream()
                .limit(limit + 1L)
                .toList();
        Page<Long> page = Page.cut(ids, limit, Cursor::of);
        Map<Long, ClientSummary> summaries =
                clients.summaries(question.business().id(), page.items());
        return new Page<>(
                page.items().stream()
                        .map(id -> new Behind(
                                Objects.requireNonNull(summaries.get(id)),
                                sheet.value(measure, Objects.requireNonNull(people.get(id)))))
                        .toList(),
                page.nextCursor(),
                withTotal ? (long) people.size() : null);
    }
}
