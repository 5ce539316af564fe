package io.orbita.dialogues;

import io.orbita.clients.Clients;
import io.orbita.clients.Consents;
import io.orbita.clients.TimelineEntry;
import io.orbita.dialogues.questionnaire.Answer;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Option;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.dialogues.talk.Effect;
import io.orbita.messaging.Notices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries out what happens in a pass: it begins, is answered, ends; the answers become facts of the client. */
@Component
class RunDeeds {
    private final Runs runs;
    private final Questionnaires questionnaires;
    private final Clients clients;
    private final Consents consents;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    RunDeeds(
            Runs runs,
            Questionnaires questionnaires,
            Clients clients,
            Consents consents,
            Notices notices,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.questionnaires = questionnaires;
        this.clients = clients;
        this.consents = consents;
        this.notices = notices;
        this.events = events;
    }

    void started(Occasion occasion, Effect.Started started) {
        long run = runs.start(occasion, started.run(), started.version());
        events.publishEvent(new QuestionnaireStarted(occasion.business(), occasion.client(), run));
    }

    void asked(Occasion occasion, Effect.Asked asked) {
        runs.asked(occasion, asked.run(), asked.question());
    }

    void answered(Occasion occasion, Effect.Answered answered) {
        runs.answered(occasion, answered.run(), answered.question(), answered.answer());
    }

    /** The trainer hears of it at once, whether or not the client goes on to the end. */
    void alerted(Occasion occasion, Effect.Alerted alerted, Questionnaire questionnaire) {
        var labels = questionnaire.question(alerted.question()).stream()
                .flatMap(question -> question.choices().stream())
                .filter(option -> alerted.codes().contains(option.code()))
                .map(Option::label)
                .toList();
        long run = runs.id(occasion, alerted.run());
        notices.tell(
                occasion.business(),
                Notices.Notice.of(
                        "dialogues.health",
                        "run:" + run + ":" + String.join(",", alerted.codes()),
                        "%s. В анкете отмечено: %s. Загляните в карточку до первой тренировки."
                                .formatted(
                                        name(occasion),
                                        String.join(", ", labels).toLowerCase(Locale.ROOT)),
                        occasion.client()));
    }

    void consented(Occasion occasion, Effect.ConsentAnswered answered, Questionnaire questionnaire) {
        String text =
                questionnaire.question(answered.consent()).map(Question::text).orElse("");
        consents.record(
                occasion.business(),
                occasion.client(),
                Consents.Purpose.valueOf(answered.consent().toUpperCase(Locale.ROOT)),
                answered.yes(),
                answered.consent() + "-" + answered.version(),
                text,
                "bot");
    }

    void finished(Occasion occasion, Effect.Finished finished) {
        var business = occasion.business();
        boolean first = runs.lastFinished(business, clients.members(business, occasion.client()))
                .isEmpty();
        var run = runs.finish(occasion, finished.run());
        if (run.isEmpty()) {
            return;
        }
        var questionnaire = questionnaires.get(business, finished.version());
        clients.learn(business, occasion.client(), Facts.of(questionnaire, finished.answers(), Definitions.builtIn()));
        boolean warning = calledForANote(questionnaire, finished.answers());
        clients.remember(
                business,
                occasion.client(),
                new TimelineEntry(
                        "dialogues.questionnaire-finished",
                        "run:" + run.get(),
                        occasion.at(),
                        Map.of("run", run.get(), "first", first, "warning", warning),
                        null,
                        null));
        events.publishEvent(new QuestionnaireFinished(business, occasion.client(), run.get(), first, warning));
    }

    private static boolean calledForANote(Questionnaire questionnaire, Answers answers) {
        return questionnaire.questions().stream()
                .anyMatch(question -> question.choices().stream()
                        .anyMatch(option ->
                                option.alert() && codes(answers, question.key()).contains(option.code())));
    }

    private static List<String> codes(Answers answers, String key) {
        var answer = answers.to(key);
        if (answer instanceof Answer.Ticked ticked) {
            return ticked.codes();
        }
        return answer instanceof Answer.Chosen chosen ? List.of(chosen.code()) : List.of();
    }

    private String name(Occasion occasion) {
        return clients.contacts(occasion.business(), occasion.client()).name();
    }
}
