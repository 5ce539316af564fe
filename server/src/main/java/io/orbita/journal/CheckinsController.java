package io.orbita.journal;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.journal.CheckinRows.Checkin;
import io.orbita.journal.CheckinRows.Said;
import io.orbita.journal.EntryRows.Writer;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.orbita.programs.Programs;
import io.orbita.programs.WeekOutcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/clients/{id}/checkins")
@Tag(name = "journal")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "progress")
class CheckinsController {
    /**
     * How a week went, as the client told the trainer.
     *
     * @param programId absent: the programme under way
     * @param week absent: the one that a check-in given now is about
     * @param outcome {@code done}, {@code skipped}, {@code hard} or {@code pain}
     * @param pattern the movement that hurts, as the programme's cells name it
     */
    record NewCheckin(
            @Nullable @Positive Long programId,
            @Nullable @Min(1) @Max(52) Integer week,
            @NotNull @Size(max = 10) String outcome,
            @Nullable @Size(max = 60) String pattern,
            @Nullable @Size(max = 1000) String comment) {}

    /**
     * What the plan does with it.
     *
     * @param plan {@code changes}, {@code trainer_decides} or {@code nothing}
     */
    record Taken(long programId, int week, WeekOutcome outcome, String plan, List<String> reasons) {}

    private final Checkins checkins;
    private final Courses courses;
    private final Clients clients;

    CheckinsController(Checkins checkins, Courses courses, Clients clients) {
        this.checkins = checkins;
        this.courses = courses;
        this.clients = clients;
    }

    @GetMapping
    @Operation(summary = "How the weeks went, the newest answer first; of one week the newest counts")
    Page<Checkin> list(Caller caller, @PathVariable @Positive long id) {
        if (!clients.exists(caller.business(), new ClientId(id))) {
            throw unknown();
        }
        return Page.whole(checkins.of(caller.business(), new ClientId(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take down how a week went; the plan reacts as to the client's own answer")
    Taken add(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody NewCheckin checkin) {
        var client = new ClientId(id);
        if (!clients.exists(caller.business(), client)) {
            throw unknown();
        }
        WeekOutcome outcome = WeekOutcome.of(checkin.outcome())
                .orElseThrow(() -> new Invalid("outcome", "choice", "done, skipped, hard или pain"));
        Courses.Stand stand = (checkin.programId() == null
                        ? courses.underWay(caller.business(), client)
                        : courses.of(caller.business(), client, checkin.programId()))
                .orElseThrow(JournalRefusals.WeekUnknown::new);
        int week = checkin.week() == null ? stand.reported() : checkin.week();
        Programs.Reaction reaction = checkins.answer(
                caller.business(),
                client,
                stand.program(),
                week,
                new Said(outcome, outcome == WeekOutcome.PAIN ? checkin.pattern() : null, checkin.comment()),
                Writer.staff(caller.user()));
        return new Taken(
                stand.program(),
                week,
                outcome,
                reaction.kind().name().toLowerCase(java.util.Locale.ROOT),
                reaction.reasons());
    }

    private static NotFound unknown() {
        return new NotFound("Клиент не найден.", "There is no such client.");
    }
}
