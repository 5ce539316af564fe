package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/leads")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "leads")
class LeadController {
    static final String STATUSES = "new|contacted|qualified|converted|lost";

    record LeadChange(
            @NotBlank @Pattern(regexp = STATUSES, message = STATUSES) String status,

            @Nullable @Size(max = 4096) String notes) {}

    private final LeadList leads;

    LeadController(LeadList leads) {
        this.leads = leads;
    }

    @GetMapping
    @Operation(summary = "Leads, the newest first")
    Page<LeadList.Lead> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = STATUSES, message = STATUSES) String status,
            @RequestParam(name = "client_id", required = false) @Nullable @Positive Long clientId,
            @RequestParam(required = false) @Nullable @Size(max = 100) String source,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return leads.page(caller.business(), status, clientId, source, cursor, Page.limit(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A lead")
    LeadList.Lead lead(Caller caller, @PathVariable @Positive long id) {
        return leads.get(caller.business(), id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change the status and the notes of a lead")
    LeadList.Lead change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody LeadChange change) {
        return leads.change(caller.business(), id, change.status(), change.notes(), caller.user());
    }
}
