package io.orbita.dialogues;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.dialogues.questionnaire.Question;
import io.orbita.dialogues.questionnaire.Questionnaire;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "dialogues")
class QuestionnaireController {
    private static final int MOST_PASSES = 50;

    /** A version with its questions. */
    record QuestionnaireView(int version, List<QuestionForm> questions) {
        static QuestionnaireView of(Questionnaire questionnaire) {
            return new QuestionnaireView(
                    questionnaire.version(),
                    questionnaire.questions().stream().map(QuestionForm::of).toList());
        }
    }

    /**
     * A version to publish.
     *
     * @param basedOn the version that was edited; absent: whichever is current
     */
    record NextQuestionnaire(
            @Nullable @Min(1) @Max(1_000_000) Integer basedOn,

            @NotNull @Size(min = 1, max = 30) List<@NotNull @Valid QuestionForm> questions) {

        List<Question> read() {
            var read = new ArrayList<Question>();
            for (int i = 0; i < questions.size(); i++) {
                read.add(questions.get(i).read("questions[" + i + "]"));
            }
            return read;
        }
    }

    private final Questionnaires questionnaires;
    private final PassViews passes;
    private final Clients clients;

    QuestionnaireController(Questionnaires questionnaires, PassViews passes, Clients clients) {
        this.questionnaires = questionnaires;
        this.passes = passes;
        this.clients = clients;
    }

    @GetMapping("/api/questionnaire")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "questionnaire")
    @Operation(summary = "The questionnaire that new clients get")
    QuestionnaireView current(Caller caller) {
        return QuestionnaireView.of(questionnaires.current(caller.business()));
    }

    @PutMapping("/api/questionnaire")
    @Allowed(value = Role.TRAINER, scope = "questionnaire")
    @Operation(summary = "Publish the next version; who is in the middle ends with the version they began with")
    QuestionnaireView publish(Caller caller, @Valid @RequestBody NextQuestionnaire next) {
        return QuestionnaireView.of(
                questionnaires.publish(caller.business(), next.read(), next.basedOn(), caller.user()));
    }

    @GetMapping("/api/questionnaire/versions")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "questionnaire")
    @Operation(summary = "All versions, the newest first")
    Page<Questionnaires.Version> versions(Caller caller) {
        return Page.whole(questionnaires.versions(caller.business()));
    }

    @GetMapping("/api/questionnaire/versions/{version}")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "questionnaire")
    @Operation(summary = "One version")
    QuestionnaireView version(Caller caller, @PathVariable @Positive @Max(1_000_000) int version) {
        return QuestionnaireView.of(questionnaires.get(caller.business(), version));
    }

    @GetMapping("/api/clients/{id}/questionnaires")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "clients")
    @Operation(summary = "What the client answered, the newest pass first")
    Page<PassViews.PassView> answers(Caller caller, @PathVariable @Positive long id) {
        var client = new ClientId(id);
        if (!clients.exists(caller.business(), client)) {
            throw new NotFound("Клиент не найден.", "There is no such client.");
        }
        return Page.whole(passes.of(caller.business(), client, MOST_PASSES));
    }
}
