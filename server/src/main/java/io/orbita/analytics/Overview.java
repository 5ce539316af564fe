package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.clients.Origins;
import io.orbita.clients.spi.StageNames;
import io.orbita.dialogues.Passes;
import io.orbita.payments.Sales;
import io.orbita.pipeline.Funnel;
import io.orbita.pipeline.FunnelQuery;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The page that an owner opens first: one row, the totals. */
@Component
class Overview implements Report {
    private final Origins origins;
    private final Passes passes;
    private final Sales sales;
    private final Clients clients;
    private final Funnel funnel;
    private final StageNames stages;

    Overview(Origins origins, Passes passes, Sales sales, Clients clients, Funnel funnel, StageNames stages) {
        this.origins = origins;
        this.passes = passes;
        this.sales = sales;
        this.clients = clients;
        this.funnel = funnel;
        this.stages = stages;
    }

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public Sheet sheet(Question question) {
        List<Measure> measures = Stream.concat(
                        Stream.of(
                                Measure.NEW_CLIENTS,
                                Measure.QUESTIONNAIRES_STARTED,
                                Measure.QUESTIONNAIRES_FINISHED,
                                Measure.ACTIVE_CLIENTS,
                                Measure.FINISHED_CLIENTS),
                        MoneyReports.MONEY.stream())
                .toList();
        var sheet = new Sheet(measures, question.business().currency());
        var business = question.business().id();
        Persons persons = MoneyReports.persons(clients, question);
        origins.between(business, question.from(), question.until())
                .forEach(origin -> sheet.mark(Sheet.TOTAL, Measure.NEW_CLIENTS, origin.person()));
        passes.started(business, question.from(), question.until())
                .forEach(pass -> sheet.mark(Sheet.TOTAL, Measure.QUESTIONNAIRES_STARTED, persons.of(pass.client())));
        passes.finished(business, question.from(), question.until())
                .forEach(pass -> sheet.mark(Sheet.TOTAL, Measure.QUESTIONNAIRES_FINISHED, persons.of(pass.client())));
        stagesOf(question, "active")
                .forEach(stage -> funnel.people(
                                business,
                                FunnelQuery.snapshot(question.period(), end(question)),
                                "standing",
                                stage,
                                null)
                        .forEach(person -> sheet.mark(Sheet.TOTAL, Measure.ACTIVE_CLIENTS, person)));
        stagesOf(question, "finished")
                .forEach(stage -> funnel.people(business, FunnelQuery.flow(question.period()), "reached", stage, null)
                        .forEach(person -> sheet.mark(Sheet.TOTAL, Measure.FINISHED_CLIENTS, person)));
        MoneyReports.fill(sheet, question, sales, persons, _ -> Sheet.TOTAL);
        return sheet;
    }

    /** The last moment of the period, or now while it lasts. */
    private static Instant end(Question question) {
        Instant last = question.until().minusNanos(1_000);
        return last.isBefore(question.now()) ? last : question.now();
    }

    private List<Long> stagesOf(Question question, String role) {
        return stages.stages(question.business().id()).values().stream()
                .filter(stage -> stage.role().equals(role))
                .map(StageNames.Stage::id)
                .toList();
    }
}
