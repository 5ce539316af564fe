package io.orbita.messaging.inbox;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever may answer uses templates; who leads the work writes them. */
@RestController
@RequestMapping("/api/reply-templates")
@Tag(name = "messaging")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "conversations")
class ReplyTemplatesController {
    /**
     * A template as it is written.
     *
     * @param shortcut one word, typed after a slash; absent for none
     * @param position absent: the last, or as it was
     */
    record ReplyTemplateDraft(
            @NotBlank @Size(max = 100) String title,
            @NotBlank @Size(max = 4096) String text,

            @Nullable @Size(max = 32) @Pattern(regexp = "[\\p{L}\\p{N}_-]{1,32}", message = "Одно слово без косой черты: буквы, цифры, _ и -") String shortcut,

            @Nullable @Min(0) @Max(1_000_000) Integer position) {
        ReplyTemplates.Draft draft() {
            return new ReplyTemplates.Draft(title, text, shortcut, position);
        }
    }

    record RenderFor(@NotNull @Positive Long clientId) {}

    record RenderedReply(String text) {}

    private final ReplyTemplates templates;
    private final Clients clients;
    private final Businesses businesses;

    ReplyTemplatesController(ReplyTemplates templates, Clients clients, Businesses businesses) {
        this.templates = templates;
        this.clients = clients;
        this.businesses = businesses;
    }

    @GetMapping
    @Operation(summary = "All reply templates, in the order shown")
    Page<ReplyTemplate> list(Caller caller) {
        return Page.whole(templates.all(caller.business()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One reply template")
    ReplyTemplate one(Caller caller, @PathVariable @Positive long id) {
        return templates.get(caller.business(), id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(
            value = {Role.MANAGER},
            scope = "conversations")
    @Operation(
            summary = "Add a reply template",
            description =
                    "`{name}`, `{first_name}`, `{business}` and `{staff}` in the text stand for the client, the business and who answers.")
    ReplyTemplate add(Caller caller, @Valid @RequestBody ReplyTemplateDraft draft) {
        return templates.add(caller.business(), draft.draft());
    }

    @PutMapping("/{id}")
    @Allowed(
            value = {Role.MANAGER},
            scope = "conversations")
    @Operation(summary = "Change a reply template")
    ReplyTemplate change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody ReplyTemplateDraft draft) {
        return templates.change(caller.business(), id, draft.draft());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(
            value = {Role.MANAGER},
            scope = "conversations")
    @Operation(summary = "Delete a reply template")
    void remove(Caller caller, @PathVariable @Positive long id) {
        templates.remove(caller.business(), id);
    }

    @PostMapping("/{id}/render")
    @Operation(summary = "What a template says to a client; nothing is sent")
    RenderedReply render(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody RenderFor client) {
        ReplyTemplate template = templates.get(caller.business(), id);
        String name = clients.contacts(caller.business(), new ClientId(client.clientId()))
                .name()
                .strip();
        return new RenderedReply(ReplyTemplates.rendered(
                template.text(),
                Map.of(
                        "name",
                        name,
                        "first_name",
                        name.split("\\s+", 2)[0],
                        "business",
                        businesses.get(caller.business()).name(),
                        "staff",
                        caller.user() == null ? "" : caller.name())));
    }
}
