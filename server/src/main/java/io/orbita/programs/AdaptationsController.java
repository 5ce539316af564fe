package io.orbita.programs;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.businesses.Settings;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.orbita.programs.AdaptationRows.Adaptation;
import io.orbita.programs.content.Cells;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "programs")
@Allowed(
        value = {Role.TRAINER},
        scope = "programs")
class AdaptationsController {
    private static final Set<String> MODES = Set.of("automatic", "ask", "off");

    /**
     * What a reported week did to the plan.
     *
     * @param pattern the movement that hurts
     * @param state {@code nothing}, {@code proposed}, {@code due}, {@code applied} or {@code declined}
     * @param baseVersion the version that it is made of
     * @param version what came of it; null until it is applied
     * @param reasons which rules did what
     * @param cells what a proposal would change; empty for any other state, {@code /diff} shows what was applied
     */
    record AdaptationView(
            int week,
            WeekOutcome outcome,
            @Nullable String pattern,
            String state,
            int fromWeek,
            int baseVersion,
            @Nullable Integer version,
            List<String> reasons,
            List<Cells.Change> cells,
            Instant reportedAt,
            @Nullable Instant decidedAt,
            @Nullable Long decidedBy) {}

    /** @param adaptation {@code automatic}, {@code ask} or {@code off} */
    record ProgramSettings(@NotNull @Size(max = 20) String adaptation) {}

    private final ProgramRows rows;
    private final VersionRows versions;
    private final AdaptationRows adaptations;
    private final Adaptations rules;
    private final Setting setting;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    AdaptationsController(
            ProgramRows rows,
            VersionRows versions,
            AdaptationRows adaptations,
            Adaptations rules,
            Setting setting,
            JsonMapper json,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.versions = versions;
        this.adaptations = adaptations;
        this.rules = rules;
        this.setting = setting;
        this.json = json;
        this.transaction = transaction;
    }

    /** Where the setting is kept, and who changed it. */
    @Component
    record Setting(Settings settings, Audit audit) {}

    @GetMapping("/api/programs/{id}/adaptations")
    @Operation(summary = "What reported weeks did to the plan, the newest week first")
    Page<AdaptationView> list(Caller caller, @PathVariable @Positive long id) {
        return Page.whole(done(() -> {
            ProgramRow program = rows.get(caller.business(), id);
            return adaptations.of(caller.business(), id).stream()
                    .map(one -> view(caller.business(), program, one))
                    .toList();
        }));
    }

    @PostMapping("/api/programs/{id}/adaptations/{week}/apply")
    @Operation(summary = "Let a proposal change the plan; the client gets the new version")
    AdaptationView apply(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive int week) {
        return decide(caller, id, week, true);
    }

    @PostMapping("/api/programs/{id}/adaptations/{week}/decline")
    @Operation(summary = "Leave the plan as it is")
    AdaptationView decline(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive int week) {
        return decide(caller, id, week, false);
    }

    @GetMapping("/api/programs/settings")
    @Operation(summary = "How plans react to what clients say of their weeks")
    ProgramSettings settings(Caller caller) {
        return new ProgramSettings(done(() -> rules.mode(caller.business())).mode());
    }

    @PutMapping("/api/programs/settings")
    @Operation(summary = "Choose how plans react: by themselves, after the trainer's nod, or not at all")
    ProgramSettings settings(Caller caller, @Valid @RequestBody ProgramSettings settings) {
        if (!MODES.contains(settings.adaptation())) {
            throw new Invalid("adaptation", "choice", "automatic, ask или off");
        }
        transaction.executeWithoutResult(_ -> {
            setting.settings().put(caller.business(), Adaptations.SECTION, new Adaptations.Mode(settings.adaptation()));
            setting.audit()
                    .record(
                            caller.business(),
                            caller.key(),
                            "programs.settings",
                            "adaptation",
                            Map.of("adaptation", settings.adaptation()));
        });
        return settings;
    }

    private AdaptationView decide(Caller caller, long id, int week, boolean apply) {
        return done(() -> {
            ProgramRow program = rows.get(caller.business(), id);
            Adaptation decided = rules.decide(caller.business(), id, week, apply, caller.user());
            setting.audit()
                    .record(
                            caller.business(),
                            caller.key(),
                            apply ? "programs.adaptation-applied" : "programs.adaptation-declined",
                            Long.toString(id),
                            Map.of("week", week));
            return view(caller.business(), program, decided);
        });
    }

    private AdaptationView view(BusinessId business, ProgramRow program, Adaptation one) {
        return new AdaptationView(
                one.report().week(),
                one.report().outcome(),
                one.report().pattern(),
                one.state(),
                one.from(),
                one.base(),
                one.version(),
                one.reasons(),
                one.state().equals(AdaptationRows.PROPOSED) ? preview(business, program, one) : List.of(),
                one.reportedAt(),
                one.decidedAt(),
                one.decidedBy());
    }

    private List<Cells.Change> preview(BusinessId business, ProgramRow program, Adaptation one) {
        int base = program.version() == one.over() ? one.base() : program.version();
        return versions.find(business, program.id(), program.version())
                .map(newest -> Cells.differences(
                        json.valueToTree(newest.content()),
                        json.valueToTree(rules.adapted(
                                        business,
                                        program,
                                        one.report(),
                                        base,
                                        rules.first(program, one.report().week()))
                                .content())))
                .orElse(List.of());
    }

    private <T> T done(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
