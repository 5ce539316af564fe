package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.dialogues.Passes;
import io.orbita.messaging.Beginnings;
import io.orbita.payments.Sales;
import io.orbita.platform.figures.Grain;
import io.orbita.site.Visits;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** From the site to the money: what happened in each piece of the period at every step of the way. */
@Component
class VisitorsReport implements Report {
    private final Visits visits;
    private final Beginnings beginnings;
    private final Passes passes;
    private final Sales sales;
    private final Clients clients;

    VisitorsReport(Visits visits, Beginnings beginnings, Passes passes, Sales sales, Clients clients) {
        this.visits = visits;
        this.beginnings = beginnings;
        this.passes = passes;
        this.sales = sales;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "visitors";
    }

    @Override
    public Sheet sheet(Question question) {
        var sheet = new Sheet(
                List.of(
                        Measure.VISITORS,
                        Measure.VISITORS_KNOWN,
                        Measure.BOT_STARTS,
                        Measure.QUESTIONNAIRES_STARTED,
                        Measure.QUESTIONNAIRES_FINISHED,
                        Measure.PAYMENTS_CREATED,
                        Measure.PAYMENTS_COMPLETED),
                question.business().currency());
        var business = question.business().id();
        Grain grain = question.grain();
        question.period().pieces(grain).forEach(day -> sheet.row(day.toString(), ""));
        Persons persons = MoneyReports.persons(clients, question);
        visits.between(business, question.from(), question.until()).forEach(visit -> {
            String row = row(question, visit.at());
            sheet.add(row, Measure.VISITORS, 0, 1);
            Long client = visit.client();
            if (client != null) {
                sheet.mark(row, Measure.VISITORS_KNOWN, persons.of(client));
            }
        });
        beginnings
                .between(business, question.from(), question.until())
                .forEach(
                        start -> sheet.mark(row(question, start.at()), Measure.BOT_STARTS, persons.of(start.client())));
        passes.started(business, question.from(), question.until())
                .forEach(pass -> sheet.mark(
                        row(question, pass.startedAt()), Measure.QUESTIONNAIRES_STARTED, persons.of(pass.client())));
        passes.finished(business, question.from(), question.until()).forEach(pass -> {
            Instant at = pass.finishedAt();
            if (at != null) {
                sheet.mark(row(question, at), Measure.QUESTIONNAIRES_FINISHED, persons.of(pass.client()));
            }
        });
        sales.created(business, question.from(), question.until())
                .forEach(sale -> sheet.add(
                        row(question, sale.createdAt()), Measure.PAYMENTS_CREATED, persons.of(sale.client()), 1));
        sales.completed(business, question.from(), question.until()).forEach(sale -> {
            Instant at = sale.completedAt();
            if (at != null) {
                sheet.add(row(question, at), Measure.PAYMENTS_COMPLETED, persons.of(sale.client()), 1);
            }
        });
        return sheet;
    }

    private static String row(Question question, Instant at) {
        return question.period().piece(at, question.grain()).toString();
    }
}
