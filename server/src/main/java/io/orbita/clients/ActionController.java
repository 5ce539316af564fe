package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
class ActionController {
    static final String TYPES = "call|message|meeting|email|note|task";

    record NewAction(
            @NotNull @Positive Long clientId,

            @NotBlank @Pattern(regexp = TYPES, message = TYPES) String type,

            @Nullable @Size(max = 4096) String text,

            @Nullable Instant at,

            @Nullable Instant dueAt,

            @Nullable Instant nextContactAt) {}

    record NewContact(
            @NotNull @Positive Long clientId,
            @NotBlank @Size(max = 40) String channel,

            @NotBlank @Pattern(regexp = "in|out", message = "in или out") String direction,

            @Nullable @Size(max = 4096) String text,

            @Nullable Instant at) {}

    private final Actions actions;

    ActionController(Actions actions) {
        this.actions = actions;
    }

    @GetMapping("/api/actions")
    @Operation(summary = "What was done with clients, the newest first")
    Page<Actions.Action> actions(
            Caller caller,
            @RequestParam(name = "client_id", required = false) @Nullable @Positive Long clientId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = TYPES, message = TYPES) String type,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return actions.actions(caller.business(), clientId, type, cursor, Page.limit(limit));
    }

    @PostMapping("/api/actions")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note what was done with a client")
    Actions.Action act(Caller caller, @Valid @RequestBody NewAction action) {
        return actions.act(
                caller.business(),
                action.clientId(),
                action.type(),
                action.text(),
                action.at(),
                action.dueAt(),
                action.nextContactAt(),
                caller.user());
    }

    @GetMapping("/api/clients/{id}/actions")
    @Operation(summary = "What was done with a client, the newest first")
    Page<Actions.Action> actionsOf(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return actions.actions(caller.business(), id, null, cursor, Page.limit(limit));
    }

    @GetMapping("/api/contacts")
    @Operation(summary = "Contacts noted by hand, the newest first")
    Page<Actions.Contact> contacts(
            Caller caller,
            @RequestParam(name = "client_id", required = false) @Nullable @Positive Long clientId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return actions.contacts(caller.business(), clientId, cursor, Page.limit(limit));
    }

    @PostMapping("/api/contacts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note a contact that happened outside our channels")
    Actions.Contact contact(Caller caller, @Valid @RequestBody NewContact contact) {
        return actions.contact(
                caller.business(),
                contact.clientId(),
                contact.channel(),
                contact.direction(),
                contact.text(),
                contact.at(),
                caller.user());
    }

    @GetMapping("/api/clients/{id}/contacts")
    @Operation(summary = "Contacts with a client noted by hand, the newest first")
    Page<Actions.Contact> contactsOf(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return actions.contacts(caller.business(), id, cursor, Page.limit(limit));
    }
}
