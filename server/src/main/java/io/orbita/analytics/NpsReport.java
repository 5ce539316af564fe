package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.journal.Scores;
import io.orbita.platform.figures.Grain;
import java.util.List;
import org.springframework.stereotype.Component;

/** What clients think of their programmes, by month: the score never without the number of answers it stands on. */
@Component
class NpsReport implements Report {
    private final Scores scores;
    private final Clients clients;

    NpsReport(Scores scores, Clients clients) {
        this.scores = scores;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "nps";
    }

    @Override
    public Sheet sheet(Question question) {
        var sheet = new Sheet(
                List.of(
                        Measure.NPS,
                        Measure.NPS_ANSWERS,
                        Measure.NPS_PROMOTERS,
                        Measure.NPS_PASSIVES,
                        Measure.NPS_DETRACTORS,
                        Measure.NPS_COMMENTS),
                question.business().currency());
        question.period().pieces(Grain.MONTH).forEach(day -> sheet.row(MoneyReports.month(day), ""));
        Persons persons = MoneyReports.persons(clients, question);
        scores.between(question.business().id(), question.from(), question.until())
                .forEach(score -> count(
                        sheet,
                        MoneyReports.month(question.period().piece(score.at(), Grain.MONTH)),
                        score,
                        persons.of(score.client())));
        return sheet;
    }

    private static void count(Sheet sheet, String row, Scores.Score score, long person) {
        sheet.add(row, Measure.NPS_ANSWERS, person, 1);
        sheet.add(
                row,
                score.promoter()
                        ? Measure.NPS_PROMOTERS
                        : score.detractor() ? Measure.NPS_DETRACTORS : Measure.NPS_PASSIVES,
                person,
                1);
        if (score.commented()) {
            sheet.add(row, Measure.NPS_COMMENTS, person, 1);
        }
    }
}
