package io.orbita.analytics;

import io.orbita.clients.Clients;
import io.orbita.dialogues.Passes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the questionnaire loses people: a row for each question of each version, keyed {@code version:question}. */
@Component
class QuestionnaireReport implements Report {
    private final Passes passes;
    private final Clients clients;

    QuestionnaireReport(Passes passes, Clients clients) {
        this.passes = passes;
        this.clients = clients;
    }

    @Override
    public String name() {
        return "questionnaire";
    }

    @Override
    public Sheet sheet(Question question) {
        var sheet = new Sheet(
                List.of(
                        Measure.QUESTION_REACHED,
                        Measure.QUESTION_ANSWERED,
                        Measure.QUESTION_LEFT,
                        Measure.QUESTION_LEFT_SHARE,
                        Measure.QUESTION_SECONDS),
                question.business().currency());
        var business = question.business().id();
        var persons = new Persons(clients.merged(business));
        List<Passes.Pass> begun = passes.started(business, question.from(), question.until());
        begun.stream()
                .map(Passes.Pass::version)
                .distinct()
                .sorted()
                .forEach(version -> passes.questions(business, version)
                        .forEach(asked -> sheet.row(version + ":" + asked.key(), asked.title())));
        begun.forEach(pass -> count(sheet, pass, persons.of(pass.client())));
        return sheet;
    }

    private static void count(Sheet sheet, Passes.Pass pass, long person) {
        Instant before = pass.startedAt();
        for (Passes.Given given : pass.answered()) {
            String row = pass.version() + ":" + given.question();
            sheet.row(row, given.question());
            sheet.mark(row, Measure.QUESTION_REACHED, person);
            sheet.mark(row, Measure.QUESTION_ANSWERED, person);
            sheet.time(row, Math.max(0, Duration.between(before, given.at()).toSeconds()));
            before = given.at();
        }
        String stopped = pass.stoppedAt();
        if (stopped != null && pass.finishedAt() == null) {
            String row = pass.version() + ":" + stopped;
            sheet.row(row, stopped);
            sheet.mark(row, Measure.QUESTION_REACHED, person);
            sheet.mark(row, Measure.QUESTION_LEFT, person);
        }
    }
}
