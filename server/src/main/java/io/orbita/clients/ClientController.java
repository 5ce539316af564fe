package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Idempotency;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/clients")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
class ClientController {
    /** @param onConflict what becomes of a phone or e-mail that somebody else has got meanwhile: {@code refuse} the whole, or bring it back {@code unverified} */
    record RestoreRequest(
            @Nullable @Pattern(regexp = "refuse|unverified", message = "refuse или unverified") String onConflict) {}

    private final ClientSearch search;
    private final ClientCards cards;
    private final CardPatch patches;
    private final Businesses businesses;
    private final Idempotency idempotency;
    private final Trash trash;

    ClientController(
            ClientSearch search,
            ClientCards cards,
            CardPatch patches,
            Businesses businesses,
            Idempotency idempotency,
            Trash trash) {
        this.search = search;
        this.cards = cards;
        this.patches = patches;
        this.businesses = businesses;
        this.idempotency = idempotency;
        this.trash = trash;
    }

    @GetMapping
    @Operation(summary = "Clients: filters, search, order, pages")
    Page<ClientSummary> list(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 200) String q,
            @RequestParam(name = "stage_id", required = false) @Nullable Long stageId,
            @RequestParam(required = false) @Nullable @Size(max = 50) String tag,
            @RequestParam(name = "assigned_to", required = false) @Nullable Long assignedTo,
            @RequestParam(required = false) @Nullable @Size(max = 100) String source,
            @RequestParam(name = "created_from", required = false) @Nullable String createdFrom,
            @RequestParam(name = "created_to", required = false) @Nullable String createdTo,
            @RequestParam(name = "last_contact_before", required = false) @Nullable String lastContactBefore,
            @RequestParam(name = "has_paid", required = false) @Nullable Boolean hasPaid,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable @Size(max = 10) List<String> field,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "with_total", defaultValue = "false") boolean withTotal) {
        ZoneId zone = businesses.get(caller.business()).zone();
        var filter = new ClientFilter(
                q,
                stageId,
                tag,
                assignedTo,
                source,
                Moment.from("created_from", createdFrom, zone),
                Moment.until("created_to", createdTo, zone),
                Moment.from("last_contact_before", lastContactBefore, zone),
                hasPaid,
                archived,
                AskedFilter.fields(field));
        return search.page(caller.business(), filter, ClientOrder.read(sort), cursor, Page.limit(limit), withTotal);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a client; 409 names the client who has the phone or e-mail already")
    ResponseEntity<ClientCard> create(
            Caller caller,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody NewClient client) {
        String cause = caller.user() == null ? "api" : "manual";
        return idempotency.once(
                caller.business(),
                "clients.create",
                caller.key(),
                key,
                client,
                ClientCard.class,
                () -> cards.create(caller.business(), client, cause, Author.of(caller)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A client's card; of a merged client, the card that stands for the person")
    ResponseEntity<ClientCard> card(Caller caller, @PathVariable @Positive long id) {
        return tagged(cards.card(caller.business(), id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace what can be edited of a card; what is missing becomes empty")
    ResponseEntity<ClientCard> replace(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ClientEdit edit) {
        return tagged(cards.edit(caller.business(), id, ifMatch, Author.of(caller), _ -> edit));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change parts of a card (RFC 7396)",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ClientEdit.class))))
    ResponseEntity<ClientCard> change(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        patches.check(patch);
        return tagged(
                cards.edit(caller.business(), id, ifMatch, Author.of(caller), before -> patches.lay(patch, before)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a client into the trash for 30 days; then they are erased")
    void delete(Caller caller, @PathVariable @Positive long id) {
        trash.put(caller.business(), id, caller.user());
    }

    @PostMapping("/{id}/archive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put a client into the archive")
    void archive(Caller caller, @PathVariable @Positive long id) {
        cards.archive(caller.business(), id, true, Author.of(caller));
    }

    @GetMapping("/trash")
    @Operation(summary = "Deleted clients, the last deleted first, with when they are erased")
    Page<Trash.Deleted> trash(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return trash.page(caller.business(), cursor, Page.limit(limit));
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Take a client back from the archive or the trash")
    ResponseEntity<ClientCard> restore(
            Caller caller,
            @PathVariable @Positive long id,
            @Valid @RequestBody(required = false) @Nullable RestoreRequest request) {
        boolean unverified = request != null && "unverified".equals(request.onConflict());
        trash.restore(caller.business(), id, unverified, caller.user());
        return card(caller, id);
    }

    private static ResponseEntity<ClientCard> tagged(ClientCard card) {
        return ResponseEntity.ok().eTag("\"" + card.version() + "\"").body(card);
    }

    /** Whether an If-Match names the version: {@code *}, or a list of tags. */
    static boolean matches(String ifMatch, int version) {
        return Arrays.stream(ifMatch.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals("\"" + version + "\""));
    }
}
