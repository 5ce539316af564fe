package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Audit;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Making one person of two cards and two of one, one by one and in mass. */
@RestController
@RequestMapping("/api/clients")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
class MergeController {
    /**
     * @param dryRun shows what the merged card would look like and changes nothing
     * @param take fields whose value is to be the other card's: names of the card's fields, {@code custom.key} for own ones
     */
    record MergeRequest(
            @NotNull @Positive Long clientId,
            @Nullable Boolean dryRun,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 70) String> take) {}

    /** What a merge does, with the card as it stands afterwards; {@code id} is null for a dry run. */
    record MergeOutcome(
            @Nullable Long id,
            long standing,
            long merged,
            List<String> filled,
            List<String> replaced,
            ClientCard card) {}

    record UndoRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = MergeController.RULE) String rule,

            @NotNull Instant since,

            @Nullable Boolean dryRun) {}

    private static final String RULE = "[a-z]+(\\.[a-z_]+)?";
    private static final Map<String, String> COLUMNS = Map.of("telegram_username", "username", "time_zone", "zone");

    private final ClientRows rows;
    private final Merges merges;
    private final MergeRows journal;
    private final MassUndo mass;
    private final ClientCards cards;
    private final Desk desk;

    /** What every deed of staff needs. */
    @org.springframework.stereotype.Component("clients.mergeDesk")
    record Desk(Audit audit, Businesses businesses, TransactionTemplate transaction, Trash trash) {}

    MergeController(ClientRows rows, Merges merges, MergeRows journal, MassUndo mass, ClientCards cards, Desk desk) {
        this.rows = rows;
        this.merges = merges;
        this.journal = journal;
        this.mass = mass;
        this.cards = cards;
        this.desk = desk;
    }

    @PostMapping("/{id}/merge")
    @Operation(summary = "Merge another card into this one; can be undone for 30 days")
    MergeOutcome merge(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody MergeRequest request) {
        Set<String> chosen = chosen(request.take());
        boolean dry = Boolean.TRUE.equals(request.dryRun());
        return Objects.requireNonNull(desk.transaction().execute(status -> {
            // A dry run is the merge itself, taken back: it cannot show anything else than what will happen.
            if (dry) {
                status.setRollbackOnly();
            }
            MergeOutcome outcome = merge(caller, id, request.clientId(), chosen);
            return dry
                    ? new MergeOutcome(
                            null,
                            outcome.standing(),
                            outcome.merged(),
                            outcome.filled(),
                            outcome.replaced(),
                            outcome.card())
                    : outcome;
        }));
    }

    private MergeOutcome merge(Caller caller, long id, long other, Set<String> chosen) {
        BusinessId business = caller.business();
        long standing = rows.standing(business, id).orElseThrow(ClientRows::unknown);
        long merged = rows.standing(business, other).orElseThrow(ClientRows::unknown);
        if (standing == merged) {
            throw new MergeRefusals.OnePerson();
        }
        if (desk.trash().holds(business, standing) || desk.trash().holds(business, merged)) {
            throw new MergeRefusals.InTrash();
        }
        Merges.Merge merge = merges.merge(business, standing, merged, chosen, "staff", caller.user())
                .orElseThrow(MergeRefusals.OnePerson::new);
        desk.audit()
                .record(business, caller.key(), "clients.merge", String.valueOf(merge.id()), Map.of("client", merged));
        return new MergeOutcome(
                merge.id(),
                merge.standing(),
                merge.merged(),
                merge.filled(),
                merge.replaced(),
                cards.card(business, merge.standing()));
    }

    private static Set<String> chosen(@Nullable List<String> take) {
        var chosen = new java.util.LinkedHashSet<String>();
        for (String field : ClientEdit.either(take)) {
            String column = COLUMNS.getOrDefault(field, field);
            if (!CardFields.known(column)) {
                throw new Invalid("take", "unknown", "Поля карточки, например name или custom.город");
            }
            chosen.add(column);
        }
        return chosen;
    }

    @GetMapping("/{id}/merges")
    @Operation(summary = "Merges that this card took part in, the newest first")
    Page<Merges.Merge> merges(Caller caller, @PathVariable @Positive long id) {
        return Objects.requireNonNull(desk.transaction().execute(_ -> {
            var unused = rows.standing(caller.business(), id).orElseThrow(ClientRows::unknown);
            return Page.whole(journal.of(caller.business(), id));
        }));
    }

    @PostMapping("/{id}/merges/{merge}/undo")
    @Operation(summary = "Take a merge back: both cards stand for themselves again")
    Merges.Merge undo(Caller caller, @PathVariable @Positive long id, @PathVariable @Positive long merge) {
        BusinessId business = caller.business();
        return Objects.requireNonNull(desk.transaction().execute(_ -> {
            var unused = journal.find(business, merge)
                    .filter(one -> one.standing() == id || one.merged() == id)
                    .orElseThrow(MergeRefusals::unknown);
            if (desk.trash().holds(business, id)) {
                throw new MergeRefusals.InTrash();
            }
            Merges.Merge undone = merges.undo(business, merge, caller.user());
            desk.audit()
                    .record(
                            business,
                            caller.key(),
                            "clients.merge-undone",
                            String.valueOf(merge),
                            Map.of("client", undone.merged()));
            return undone;
        }));
    }

    @GetMapping("/merges")
    @Operation(summary = "The journal of merges, the newest first")
    Page<Merges.Merge> journal(
            Caller caller,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = RULE) String rule,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        ZoneId zone = desk.businesses().get(caller.business()).zone();
        Instant from = Moment.from("since", since, zone);
        return Objects.requireNonNull(desk.transaction()
                .execute(_ -> journal.page(caller.business(), rule, from, cursor, Page.limit(limit))));
    }

    @PostMapping("/merges/undo")
    @Allowed(scope = "clients")
    @Operation(
            summary = "Take back all merges that a rule has made since then, the newest first, at most 1,000 at once")
    MassUndo.Outcome undoAll(Caller caller, @Valid @RequestBody UndoRequest request) {
        return mass.undo(caller, request.rule(), request.since(), Boolean.TRUE.equals(request.dryRun()));
    }
}
