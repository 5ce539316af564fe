package io.orbita.analytics;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.figures.Definition;
import io.orbita.platform.figures.Grain;
import io.orbita.platform.figures.Period;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics")
@Tag(name = "analytics")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "analytics")
class AnalyticsController {
    private static final Set<String> MARKS =
            Set.of("source", "utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term");

    /**
     * A report.
     *
     * @param from the first day of the business that is counted
     * @param to the last one
     * @param total the same figures over all rows; where persons are counted it is not the sum of the rows: each person counts once
     */
    record ReportView(
            String report,
            LocalDate from,
            LocalDate to,
            String zone,
            String grain,
            List<Sheet.Row> rows,
            Sheet.Row total,
            List<Definition.Defined> definitions) {}

    private final Reports reports;
    private final Businesses businesses;
    private final Clock clock;

    AnalyticsController(Reports reports, Businesses businesses, Clock clock) {
        this.reports = reports;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping("/definitions")
    @Operation(summary = "What each figure of the reports means")
    Page<Definition.Defined> definitions(Caller caller) {
        return Page.whole(Definition.views(Arrays.asList(Measure.values())));
    }

    @GetMapping("/{report}")
    @Operation(
            summary =
                    "A report of a period: overview, conversion, revenue, clients-growth, sources, questionnaire, tariffs, retention, nps, visitors or unit-economics; the last 30 days when none are named")
    ReportView report(
            Caller caller,
            @PathVariable @Size(max = 40) String report,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String by) {
        Report.Question question = question(caller, from, to, grain, by);
        Sheet sheet = reports.sheet(report, question);
        Period period = question.period();
        return new ReportView(
                report,
                period.first(),
                period.last(),
                period.zone().getId(),
                question.grain().wire(),
                sheet.rows(),
                sheet.total(),
                Definition.views(sheet.measures()));
    }

    @GetMapping("/{report}/people")
    @Operation(
            summary =
                    "The clients behind one number of a report, asked for with the same parameters, and what each contributes: the contributions add up to the number")
    Page<Reports.Behind> people(
            Caller caller,
            @PathVariable @Size(max = 40) String report,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String grain,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam @Size(max = 40) String figure,
            @RequestParam(defaultValue = Sheet.TOTAL) @Size(max = 300) String row,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "with_total", defaultValue = "false") boolean withTotal) {
        return reports.people(
                report, question(caller, from, to, grain, by), figure, row, cursor, Page.limit(limit), withTotal);
    }

    private Report.Question question(
            Caller caller, @Nullable String from, @Nullable String to, @Nullable String grain, @Nullable String by) {
        if (by != null && !MARKS.contains(by)) {
            throw new Invalid("by", "choice", "source, utm_source, utm_medium, utm_campaign, utm_content или utm_term");
        }
        var business = businesses.get(caller.business());
        var now = clock.instant();
        return new Report.Question(
                business,
                Period.read(from, to, business.zone(), now),
                Grain.read(grain),
                by == null ? "source" : by,
                now);
    }

    static NotFound unknown() {
        return new NotFound("Такого отчёта нет.", "There is no such report.");
    }
}
