package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.NotFound;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
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

/** One person behind one or more cards: history, consents, merging and parting. */
@RestController
@RequestMapping("/api/clients/{id}")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
@Transactional
class PersonController {
    /** {@code dryRun} true shows what would be filled and changes nothing. */
    record MergeRequest(
            @NotNull @Positive Long clientId, @Nullable Boolean dryRun) {}

    record NotOnePerson(@NotNull @Positive Long clientId) {}

    /** What a merge does; {@code id} is null for a dry run. */
    record MergeOutcome(@Nullable Long id, long standing, long merged, List<String> filled) {}

    private final ClientRows rows;
    private final Timeline timeline;
    private final Consents consents;
    private final Merges merges;
    private final Fillings fillings;
    private final Suspicions suspicions;
    private final Audit audit;

    PersonController(
            ClientRows rows,
            Timeline timeline,
            Consents consents,
            Merges merges,
            Fillings fillings,
            Suspicions suspicions,
            Audit audit) {
        this.rows = rows;
        this.timeline = timeline;
        this.consents = consents;
        this.merges = merges;
        this.fillings = fillings;
        this.suspicions = suspicions;
        this.audit = audit;
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

    @GetMapping("/merges")
    @Operation(summary = "Merges that this card took part in, the newest first")
    public Page<Merges.Merge> merges(Caller caller, @PathVariable @Positive long id) {
        members(caller.business(), id);
        return Page.whole(merges.of(caller.business(), id));
    }

    @PostMapping("/merge")
    @Operation(summary = "Merge another card into this one; can be undone for 30 days")
    public MergeOutcome merge(
            Caller caller, @PathVariable @Positive long id, @Valid @RequestBody MergeRequest request) {
        BusinessId business = caller.business();
        long standing = rows.standing(business, id).orElseThrow(ClientRows::unknown);
        long merged = rows.standing(business, request.clientId()).orElseThrow(ClientRows::unknown);
        if (standing == merged) {
            throw new MergeRefusals.OnePerson();
        }
        if (Boolean.TRUE.equals(request.dryRun())) {
            return new MergeOutcome(null, standing, merged, fillings.found(business, standing, merged));
        }
        Merges.Merge merge = merges.merge(business, standing, merged, "staff", caller.user())
                .orElseThrow(MergeRefusals.OnePerson::new);
        audit.record(business, caller.key(), "clients.merge", String.valueOf(merge.id()), Map.of("client", merged));
        return new MergeOutcome(merge.id(), merge.standing(), merge.merged(), merge.filled());
    }

    @PostMapping("/merges/{merge}/undo")
    @Operation(summary = "Take a merge back: both cards stand for themselves again")
    public Merges.Merge undo(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long merge) {
        BusinessId business = caller.business();
        if (merges.of(business, id).stream().noneMatch(one -> one.id() == merge)) {
            throw MergeRefusals.unknown();
        }
        Merges.Merge undone = merges.undo(business, merge, caller.user());
        audit.record(
                business,
                caller.key(),
                "clients.merge-undone",
                String.valueOf(merge),
                Map.of("client", undone.merged()));
        return undone;
    }

    @PostMapping("/not-duplicate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "These two cards are two people: do not suspect them again")
    public void notDuplicate(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody NotOnePerson request) {
        BusinessId business = caller.business();
        if (!suspicions.dismiss(business, members(business, id), members(business, request.clientId()))) {
            throw new NotFound("Их никто не подозревал в одном лице.", "These two are not suspected duplicates.");
        }
    }

    private List<Long> members(BusinessId business, long client) {
        List<Long> members = rows.members(business, client);
        if (members.isEmpty()) {
            throw ClientRows.unknown();
        }
        return members;
    }
}
