package io.orbita.programs;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Open;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.Tenancy;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
@Tag(name = "programs")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "programs")
class ProgramsController {
    private static final Set<Integer> LENGTHS = Set.of(1, 4, 12);

    record Generate(
            @NotNull @Positive Long clientId,
            @NotNull @Min(1) @Max(12) Integer weeks,
            @Nullable Boolean send) {}

    record Assign(@NotNull @Positive Long clientId) {}

    record Edit(
            @NotNull @Valid ContentForm content,
            @Nullable @Size(max = 500) String reason) {}

    /**
     * Some cells of a content.
     *
     * @param content laid over it by RFC 7396; an object over a list addresses its elements: weeks by number, sessions by day, all else by place
     */
    record Patch(
            @NotNull @Schema(type = "object", example = "{\"weeks\": {\"3\": {\"advice\": \"…\"}}}")
            ObjectNode content,

            @Nullable @Size(max = 500) String reason) {}

    record Restore(@Nullable @Size(max = 500) String reason) {}

    /** @param profile the template's id in its sheet, as {@code /api/programs/templates} lists it */
    record Reassign(
            @NotBlank @Size(max = 60) String profile,
            @Nullable @Size(max = 500) String reason) {}

    /** A message that waits to leave. */
    record Queued(long messageId) {}

    private final Reading reading;
    private final Desk desk;
    private final Editing editing;
    private final ProgramLinks links;
    private final Idempotency idempotency;

    ProgramsController(Reading reading, Desk desk, Editing editing, ProgramLinks links, Idempotency idempotency) {
        this.reading = reading;
        this.desk = desk;
        this.editing = editing;
        this.links = links;
        this.idempotency = idempotency;
    }

    @GetMapping("/api/programs")
    @Operation(summary = "Programmes, the newest first")
    Page<ProgramView> list(
            Caller caller,
            @RequestParam(name = "client_id", required = false) @Positive @Nullable Long client,
            @RequestParam(required = false) @Nullable Boolean paid,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return reading.list(caller.business(), client, paid, state(state), cursor, Page.limit(limit));
    }

    @GetMapping("/api/clients/{id}/programs")
    @Operation(summary = "Programmes of a client, the newest first")
    Page<ProgramView> ofClient(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return reading.list(caller.business(), id, null, null, cursor, Page.limit(limit));
    }

    @GetMapping("/api/programs/{id}")
    @Operation(summary = "A programme with the reasons for its template and its versions")
    ResponseEntity<Reading.Detailed> get(Caller caller, @PathVariable @Positive long id) {
        Reading.Detailed detailed = reading.detailed(caller.business(), id);
        return ResponseEntity.ok().eTag(tag(detailed.program())).body(detailed);
    }

    @GetMapping("/api/programs/{id}/view")
    @Operation(summary = "The content of a programme: weeks, sessions, exercises")
    Reading.Viewed view(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Positive @Nullable Integer version) {
        return reading.view(caller.business(), id, version);
    }

    @GetMapping("/api/programs/{id}/pdf")
    @Operation(summary = "A programme as PDF")
    ResponseEntity<byte[]> pdf(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Positive @Nullable Integer version) {
        return file(reading.paper(caller.business(), id, version));
    }

    @PostMapping("/api/programs/{id}/link")
    @Operation(summary = "An address of the PDF that works without signing in for five minutes")
    ProgramLinks.Link link(Caller caller, @PathVariable @Positive long id) {
        return links.to(reading.opened(caller.business(), id));
    }

    @Open
    @GetMapping(ProgramLinks.PATH + "{token}")
    @Operation(summary = "A programme's PDF by an address that was given out")
    ResponseEntity<byte[]> opened(@PathVariable String token) {
        ProgramLinks.Opened opened = links.open(token).orElseThrow(ProgramRows::unknown);
        return Tenancy.in(opened.business(), () -> file(reading.paper(opened.business(), opened.publicId())));
    }

    @PutMapping("/api/programs/{id}")
    @Operation(summary = "Replace the content of a programme; the former one stays as a version")
    ResponseEntity<ProgramView> edit(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Edit edit) {
        return tagged(editing.replace(caller, id, ifMatch, edit.content().content(), edit.reason()));
    }

    @PatchMapping("/api/programs/{id}")
    @Operation(summary = "Change some cells of a programme; the former content stays as a version")
    ResponseEntity<ProgramView> patch(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Patch patch) {
        return tagged(editing.patch(caller, id, ifMatch, patch.content(), patch.reason()));
    }

    @GetMapping("/api/programs/{id}/diff")
    @Operation(summary = "What differs between two versions, cell by cell")
    Reading.Differing diff(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam @Positive int from,
            @RequestParam(required = false) @Positive @Nullable Integer to) {
        return reading.differing(caller.business(), id, from, to);
    }

    @PostMapping("/api/programs/{id}/template")
    @Operation(summary = "Make a client's programme of another template, as its next version")
    ResponseEntity<ProgramView> reassign(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Reassign reassign) {
        return tagged(editing.reassign(caller, id, ifMatch, reassign.profile(), reassign.reason()));
    }

    @PostMapping("/api/programs/{id}/versions/{number}/restore")
    @Operation(summary = "Make a former version the newest")
    ResponseEntity<ProgramView> restore(
            Caller caller,
            @PathVariable @Positive long id,
            @PathVariable @Positive int number,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody(required = false) @Nullable Restore restore) {
        return tagged(editing.restore(caller, id, ifMatch, number, restore == null ? null : restore.reason()));
    }

    @PostMapping("/api/programs/generate")
    @Operation(summary = "Make a programme of 1, 4 or 12 weeks for a client; it is ready within seconds")
    ResponseEntity<ProgramView> generate(
            Caller caller,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Generate order) {
        if (!LENGTHS.contains(order.weeks())) {
            throw new Invalid("weeks", "choice", "1, 4 или 12");
        }
        return idempotency.once(
                caller.business(),
                "programs.generate",
                caller.key(),
                key,
                order,
                ProgramView.class,
                () -> desk.generate(caller, order.clientId(), order.weeks(), Boolean.TRUE.equals(order.send())));
    }

    @PostMapping("/api/programs/{id}/regenerate")
    @Operation(summary = "Make a programme anew of today's answers and templates, as its next version")
    ProgramView remake(Caller caller, @PathVariable @Positive long id) {
        return desk.remake(caller, id);
    }

    @PostMapping("/api/programs/{id}/assign")
    @Operation(summary = "Give a copy of a programme to another client")
    ResponseEntity<ProgramView> assign(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Assign assign) {
        Desk.Copy copy = desk.copy(caller.business(), id, assign.clientId());
        return idempotency.once(
                caller.business(),
                "programs.assign." + id,
                caller.key(),
                key,
                assign,
                ProgramView.class,
                () -> desk.assign(caller, id, assign.clientId(), copy));
    }

    @PostMapping("/api/programs/{id}/send")
    @Operation(summary = "Send the newest version to the client, also once more")
    ResponseEntity<Queued> send(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        return idempotency.once(
                caller.business(),
                "programs.send." + id,
                caller.key(),
                key,
                id,
                Queued.class,
                () -> new Queued(desk.send(caller, id)));
    }

    private static @Nullable ProgramState state(@Nullable String state) {
        return state == null
                ? null
                : ProgramState.of(state).orElseThrow(() -> new Invalid("state", "choice", "Такого состояния нет"));
    }

    private static ResponseEntity<byte[]> file(Reading.Paper paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(paper.bytes());
    }

    private static ResponseEntity<ProgramView> tagged(ProgramView program) {
        return ResponseEntity.ok().eTag(tag(program)).body(program);
    }

    private static String tag(ProgramView program) {
        return "\"" + program.version() + "\"";
    }
}
