package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One person behind one or more cards: history, consents, suspected duplicates. */
@RestController
@RequestMapping("/api/clients/{id}")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
@Transactional
class PersonController {
    /** @param text what the person agreed to, or what they said; its SHA-256 is kept */
    record ConsentDraft(
            @NotNull @Pattern(regexp = "processing|marketing", message = "processing или marketing") String purpose,

            @NotNull Boolean given,
            @NotBlank @Size(max = 100) String textVersion,
            @NotBlank @Size(max = 20000) String text) {}

    record NotOnePerson(@NotNull @Positive Long clientId) {}

    private final ClientRows rows;
    private final Timeline timeline;
    private final Consents consents;
    private final Suspicions suspicions;

    PersonController(ClientRows rows, Timeline timeline, Consents consents, Suspicions suspicions) {
        this.rows = rows;
        this.timeline = timeline;
        this.consents = consents;
        this.suspicions = suspicions;
    }

    @GetMapping("/timeline")
    @Operation(
            summary =
                    "All that happened with a client, the newest first; lines of at least a weight: important, ordinary, or noise for all")
    public Page<Timeline.Line> timeline(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(defaultValue = "noise") @Pattern(regexp = Weight.CODES, message = Weight.CODES) String weight,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return timeline.page(
                caller.business(), members(caller.business(), id), Weight.read(weight), cursor, Page.limit(limit));
    }

    @GetMapping("/consents")
    @Operation(summary = "Consents given and withdrawn, the oldest first")
    public Page<Consents.Entry> consents(Caller caller, @PathVariable @Positive long id) {
        return Page.whole(consents.of(caller.business(), members(caller.business(), id)));
    }

    @PostMapping("/consents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Write down a consent that was given or withdrawn in person")
    public Page<Consents.Entry> consent(
            Caller caller, @PathVariable @Positive long id, @Valid @RequestBody ConsentDraft draft) {
        BusinessId business = caller.business();
        members(business, id);
        consents.record(
                business,
                new ClientId(id),
                Consents.Purpose.valueOf(draft.purpose().toUpperCase(Locale.ROOT)),
                draft.given(),
                draft.textVersion(),
                draft.text(),
                new Consents.Way(caller.user() == null ? "api" : "staff", null, caller.user()));
        return consents(caller, id);
    }

    @PostMapping("/not-duplicate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "These two cards are two people: do not suspect them again")
    public void notDuplicate(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody NotOnePerson request) {
        BusinessId business = caller.business();
        suspicions.dismiss(business, members(business, id), members(business, request.clientId()));
    }

    private List<Long> members(BusinessId business, long client) {
        List<Long> members = rows.members(business, client);
        if (members.isEmpty()) {
            throw ClientRows.unknown();
        }
        return members;
    }
}
