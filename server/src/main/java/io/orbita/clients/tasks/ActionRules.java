package io.orbita.clients.tasks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.businesses.Settings;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.spi.StageMoves;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.tenancy.BusinessId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from an action of staff, as the business has it; moves only go forward. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ActionRules {
    private static final String SECTION = "clients.action-rules";
    private static final String CAUSE = "action";
    private static final String ROLES = "first_contact|consultation|deciding|purchased";
    private static final String TYPES = "call|message|meeting|email|note|task|consultation|proposal";

    /**
     * One rule.
     *
     * @param from the role where the client stands; null for any
     * @param actions the kinds of actions that it is for
     * @param to the role of the stage that the client goes to; null for none
     * @param nextContactHours how many hours later the client is to be contacted again; null leaves that alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            @Nullable @Pattern(regexp = ROLES, message = ROLES) String from,

            @NotNull @NotEmpty @Size(max = 8) List<@NotNull @Pattern(regexp = TYPES, message = TYPES) String> actions,

            @Nullable @Pattern(regexp = ROLES, message = ROLES) String to,

            @Nullable @Min(1) @Max(720) Integer nextContactHours) {}

    /** All rules of a business; the first that fits is the one that counts. */
    record RuleSet(@NotNull @Size(max = 50) List<@NotNull @Valid Rule> rules) {}

    /** What a business has until it says otherwise. */
    private static final RuleSet FIRST = new RuleSet(List.of(
            new Rule("first_contact", List.of("call", "message", "meeting", "consultation"), "consultation", 24),
            new Rule("consultation", List.of("proposal", "email", "meeting"), "deciding", 48)));

    private final Settings settings;
    private final Clients clients;
    private final StageNames stages;
    private final StageMoves moves;

    ActionRules(Settings settings, Clients clients, StageNames stages, StageMoves moves) {
        this.settings = settings;
        this.clients = clients;
        this.stages = stages;
        this.moves = moves;
    }

    public RuleSet of(BusinessId business) {
        return settings.get(business, SECTION, RuleSet.class, FIRST);
    }

    public void put(BusinessId business, RuleSet rules) {
        settings.put(business, SECTION, rules);
    }

    /** The rule for an action of a client who stands where they stand now. */
    public Optional<Rule> rule(BusinessId business, ClientId client, String type) {
        Long stage = clients.lockStage(business, client);
        StageNames.Stage at = stage == null ? null : stages.stages(business).get(stage);
        String role = at == null ? "" : at.role();
        return of(business).rules().stream()
                .filter(rule -> rule.actions().contains(type))
                .filter(rule -> rule.from() == null || rule.from().equals(role))
                .findFirst();
    }

    /** Moves the client as the rule says; returns whether they moved. */
    public boolean move(BusinessId business, ClientId client, Rule rule, long action, @Nullable Long by) {
        return rule.to() != null
                && moves.forward(business, client, rule.from(), rule.to(), CAUSE, "action:" + action, by);
    }
}
