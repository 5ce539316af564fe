package io.orbita.clients;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suspected duplicates of the whole base. «Not a duplicate» is said at a client. */
@RestController
@RequestMapping("/api/clients/duplicates")
@Tag(name = "clients")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "clients")
class DoublesController {
    private static final String RULE = "phone|email|nick|name_phone|name_birth";

    /** A pair of persons with the rules that suspect them, the elder card first. */
    record Pair(ClientSummary client, ClientSummary other, List<String> reasons, Instant at) {}

    record CheckRequest(
            @Nullable @Size(max = 200) String name,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 40) String> phones,
            @Nullable @Size(max = 10) List<@NotBlank @Size(max = 254) String> emails) {}

    /** @param found new pairs by rule */
    record ScanOutcome(Map<String, Integer> found) {}

    record MergeAllRequest(
            @NotNull @Pattern(regexp = RULE, message = RULE) String rule,
            @Nullable Boolean dryRun) {}

    private final Doubles doubles;
    private final Suspicions suspicions;
    private final Summaries summaries;
    private final MassMerge mass;
    private final TransactionTemplate transaction;

    DoublesController(
            Doubles doubles,
            Suspicions suspicions,
            Summaries summaries,
            MassMerge mass,
            TransactionTemplate transaction) {
        this.doubles = doubles;
        this.suspicions = suspicions;
        this.summaries = summaries;
        this.mass = mass;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(summary = "Pairs of cards that may be one person, with the reasons")
    Page<Pair> pairs(
            Caller caller,
            @RequestParam(required = false) @Nullable @Pattern(regexp = RULE) String rule,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Cursor after = Cursor.read(cursor, 2);
        int most = Page.limit(limit);
        BusinessId business = caller.business();
        return Objects.requireNonNull(transaction.execute(_ -> {
            List<Suspicions.Pair> found = suspicions.pairs(
                    business, rule, after == null ? 0 : after.number(0), after == null ? 0 : after.number(1), most + 1);
            var shown = summaries.of(
                    business,
                    found.stream()
                            .flatMap(pair -> java.util.stream.Stream.of(pair.client(), pair.other()))
                            .distinct()
                            .toList());
            return Page.cut(
                    found.stream()
                            .map(pair -> new Pair(
                                    Objects.requireNonNull(shown.get(pair.client())),
                                    Objects.requireNonNull(shown.get(pair.other())),
                                    pair.reasons(),
                                    pair.at()))
                            .toList(),
                    most,
                    pair -> Cursor.of(pair.client().id(), pair.other().id()));
        }));
    }

    @PostMapping("/check")
    @Operation(summary = "Who may be the person that is about to be written down")
    Page<Doubles.Candidate> check(Caller caller, @Valid @RequestBody CheckRequest request) {
        var known = new ArrayList<>(ContactPoints.phones(ClientEdit.either(request.phones())));
        known.addAll(ContactPoints.emails(ClientEdit.either(request.emails())));
        return Page.whole(doubles.candidates(caller.business(), request.name(), known));
    }

    @PostMapping("/scan")
    @Operation(summary = "Look through the whole base for duplicates")
    ScanOutcome scan(Caller caller) {
        return new ScanOutcome(doubles.scan(caller.business()));
    }

    @PostMapping("/merge")
    @Allowed(scope = "clients")
    @Operation(
            summary = "Merge all pairs that a rule suspects, at most 500 at once; taken back by the rule «scan.name»")
    MassMerge.Outcome merge(Caller caller, @Valid @RequestBody MergeAllRequest request) {
        return mass.merge(caller, request.rule(), Boolean.TRUE.equals(request.dryRun()));
    }
}
