package io.orbita.clients.tasks;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/actions/rules")
@Tag(name = "clients")
@Transactional
class ActionRulesController {
    private final ActionRules rules;
    private final Audit audit;

    ActionRulesController(ActionRules rules, Audit audit) {
        this.rules = rules;
        this.audit = audit;
    }

    @GetMapping
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "clients")
    @Operation(summary = "What follows from actions: the next contact, and moves forward")
    public ActionRules.RuleSet rules(Caller caller) {
        return rules.of(caller.business());
    }

    @PutMapping
    @Allowed(scope = "clients")
    @Operation(summary = "Replace the rules of actions; an empty list switches them off")
    public ActionRules.RuleSet replace(Caller caller, @Valid @RequestBody ActionRules.RuleSet wanted) {
        rules.put(caller.business(), wanted);
        audit.record(
                caller.business(),
                caller.key(),
                "clients.action-rules",
                "rules",
                Map.of("rules", wanted.rules().size()));
        return rules.of(caller.business());
    }
}
