package io.orbita.businesses;

import io.orbita.businesses.spi.Integration;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.orbita.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/integrations")
@Allowed(scope = "integrations")
@Tag(name = "integrations")
class IntegrationsController {
    record View(
            String name,
            String title,
            List<Integration.Field> fields,
            Map<String, String> values,
            List<String> secretsSet) {}

    record Change(
            @NotNull @Size(max = 30) Map<@NotNull @Size(max = 60) String, @NotNull @Size(max = 4000) String> values) {}

    /** A sandbox is never beside a real token or key: what is tried there must not reach real people or money. */
    @Refusal.Code(
            value = "integrations.sandbox",
            status = 409,
            meaning = "A sandbox business takes no real token or key; make a business without sandbox.")
    static final class SandboxOnly extends Refusal {
        private static final long serialVersionUID = 1;

        SandboxOnly() {
            super(
                    "Это учебный бизнес: настоящие боты и кассы подключаются только к рабочему.",
                    "This is a sandbox business: real bots and tills are connected to a real one only.");
        }
    }

    private final List<Integration> integrations;
    private final Businesses businesses;
    private final Audit audit;
    private final TransactionTemplate transaction;

    IntegrationsController(
            ObjectProvider<Integration> integrations,
            Businesses businesses,
            Audit audit,
            TransactionTemplate transaction) {
        this.integrations = integrations.stream()
                .sorted(Comparator.comparing(Integration::name))
                .toList();
        this.businesses = businesses;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(summary = "What can be connected and what is; secrets are never shown")
    Page<View> list(Caller caller) {
        return Page.whole(integrations.stream()
                .map(integration -> view(caller.business(), integration))
                .toList());
    }

    @PutMapping("/{name}")
    @Operation(
            summary = "Set up an integration; fields that are not given keep their values, empty ones are taken away")
    View save(Caller caller, @PathVariable String name, @Valid @RequestBody Change change) {
        Integration integration = named(name);
        BusinessId business = caller.business();
        change.values().keySet().stream()
                .filter(given -> integration.fields().stream()
                        .noneMatch(field -> field.name().equals(given)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Invalid("values." + unknown, "unknown", "Такой настройки нет");
                });
        boolean secretGiven = integration.fields().stream()
                .anyMatch(field -> field.secret()
                        && !change.values().getOrDefault(field.name(), "").isEmpty());
        if (secretGiven && businesses.get(business).sandbox()) {
            throw new SandboxOnly();
        }
        transaction.executeWithoutResult(status -> {
            integration.save(business, change.values());
            audit.record(
                    business,
                    caller.key(),
                    "integrations.save",
                    name,
                    Map.of("fields", List.copyOf(change.values().keySet())));
        });
        return view(business, integration);
    }

    @PostMapping("/{name}/test")
    @Operation(summary = "Ask the outside system whether the settings work")
    Integration.Finding test(Caller caller, @PathVariable String name) {
        return named(name).test(caller.business());
    }

    private Integration named(String name) {
        return integrations.stream()
                .filter(integration -> integration.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound("Такой интеграции нет.", "There is no such integration."));
    }

    private static View view(BusinessId business, Integration integration) {
        return new View(
                integration.name(),
                integration.title(),
                integration.fields(),
                integration.values(business),
                integration.secretsSet(business));
    }
}
