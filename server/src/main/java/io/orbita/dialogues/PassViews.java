package io.orbita.dialogues;

import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.dialogues.questionnaire.Answers;
import io.orbita.dialogues.questionnaire.Definitions;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.dialogues.wording.Shown;
import io.orbita.dialogues.wording.Wording;
import io.orbita.platform.tenancy.BusinessId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes of a client in words, for the card and for an export. */
@Component
class PassViews {

    /**
     * One pass.
     *
     * @param version of the questionnaire
     * @param stoppedAt key of the question the client stands before; null when finished
     */
    record PassView(
            long id,
            int version,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String stoppedAt,
            List<AnswerView> answers) {}

    /** An answer in the words of its version. */
    record AnswerView(String question, String title, String answer) {}

    private final Clients clients;
    private final Runs runs;
    private final Questionnaires questionnaires;
    private final Shown shown = new Shown(Wording.russian());

    PassViews(Clients clients, Runs runs, Questionnaires questionnaires) {
        this.clients = clients;
        this.runs = runs;
        this.questionnaires = questionnaires;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<PassView> of(BusinessId business, ClientId client, int limit) {
        var views = new ArrayList<PassView>();
        for (var pass : runs.of(business, clients.members(business, client), limit)) {
            var questionnaire = questionnaires.version(business, pass.version()).orElseGet(Definitions::builtIn);
            views.add(new PassView(
                    pass.id(),
                    pass.version(),
                    pass.startedAt(),
                    pass.finishedAt(),
                    pass.question(),
                    answers(questionnaire, runs.answers(business, pass.id()))));
        }
        return views;
    }

    private List<AnswerView> answers(Questionnaire questionnaire, Answers answers) {
        var views = new ArrayList<AnswerView>();
        for (Question question : questionnaire.questions()) {
            var answer = answers.to(question.key());
            if (answer != null) {
                views.add(new AnswerView(question.key(), question.title(), shown.answer(question, answer)));
            }
        }
        return views;
    }
}
