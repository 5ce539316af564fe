package io.orbita.marketing;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reminders/rules")
@Tag(name = "marketing")
@Allowed(scope = "reminders")
class RulesController {
    /** A rule as it is shown; {@code code} names a rule of the distribution. */
    record RuleView(
            long id, @Nullable String code, boolean active, int version, RuleDraft definition, Instant changedAt) {
        static RuleView of(RuleRows.Kept kept) {
            return new RuleView(
                    kept.rule().id(),
                    kept.code(),
                    kept.rule().active(),
                    kept.rule().version(),
                    kept.draft(),
                    kept.changedAt());
        }
    }

    /** A text to try; without a client, somebody is made up. */
    record Trial(
            @NotNull @Size(max = 40) String since,
            @NotBlank @Size(max = 2000) String text,
            @Nullable @Positive Long clientId) {}

    /** How it reads, and the variables that such a rule knows. */
    record Tried(String text, List<String> variables) {}

    private final RuleDesk desk;
    private final RuleRows rules;

    RulesController(RuleDesk desk, RuleRows rules) {
        this.desk = desk;
        this.rules = rules;
    }

    @GetMapping
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "reminders")
    @Operation(summary = "The rules of reminders, in the order in which they go first")
    Page<RuleView> list(Caller caller) {
        return Page.whole(
                rules.all(caller.business()).stream().map(RuleView::of).toList());
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "reminders")
    @Operation(summary = "One rule")
    RuleView get(Caller caller, @PathVariable @Positive long id) {
        return RuleView.of(desk.get(caller.business(), id));
    }

    @GetMapping("/{id}/versions")
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "reminders")
    @Operation(summary = "How the rule was written before, the newest first")
    Page<RuleRows.Version> versions(Caller caller, @PathVariable @Positive long id) {
        desk.get(caller.business(), id);
        return Page.whole(rules.versions(caller.business(), id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a rule; it is off until it is switched on")
    RuleView add(Caller caller, @Valid @RequestBody RuleDraft draft) {
        return RuleView.of(desk.add(caller, draft));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Write a rule anew; what was sent stays sent")
    RuleView change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody RuleDraft draft) {
        return RuleView.of(desk.change(caller, id, draft));
    }

    @PostMapping("/{id}/on")
    @Operation(summary = "Switch a rule on: from now on it concerns everybody whose time has not passed")
    RuleView on(Caller caller, @PathVariable @Positive long id) {
        return RuleView.of(desk.activate(caller, id, true));
    }

    @PostMapping("/{id}/off")
    @Operation(summary = "Switch a rule off: what waits to leave is taken back")
    RuleView off(Caller caller, @PathVariable @Positive long id) {
        return RuleView.of(desk.activate(caller, id, false));
    }

    @PostMapping("/try-text")
    @Operation(summary = "How a text reads with its variables filled in; an unknown variable is refused")
    Tried tryText(Caller caller, @Valid @RequestBody Trial trial) {
        return new Tried(
                desk.tryText(caller.business(), trial.since(), trial.text(), trial.clientId()),
                Happening.of(trial.since()).stream()
                        .flatMap(since -> Arrays.stream(Variable.values()).filter(it -> it.knownAfter(since)))
                        .map(Variable::word)
                        .toList());
    }
}
