package io.orbita.pipeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.platform.figures.Period;
import io.orbita.platform.web.Cursor;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/pipeline/analytics")
@Tag(name = "pipeline")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "pipeline")
class FunnelController {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** {@code from} and {@code to} are days of the business, both counted; {@code at} is when the stays are looked at. */
    record Analytics(
            FunnelMode mode,
            LocalDate from,
            LocalDate to,
            String zone,
            Instant at,
            @JsonUnwrapped Funnel.FunnelReport report) {}

    private final Funnel funnel;
    private final Clients clients;
    private final Businesses businesses;
    private final Clock clock;

    FunnelController(Funnel funnel, Clients clients, Businesses businesses, Clock clock) {
        this.funnel = funnel;
        this.clients = clients;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary =
                    "The funnel in figures: flow (moves of a period), cohort (what became of those who entered in it), snapshot (who stands where); the last 30 days when none are named")
    Analytics analytics(
            Caller caller,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(name = "entered_stage_id", required = false) @Nullable @Positive Long enteredStageId,
            @RequestParam(required = false) @Nullable Instant at) {
        FunnelQuery query = query(caller, mode, from, to, enteredStageId, at);
        Period period = query.period();
        return new Analytics(
                query.mode(),
                period.first(),
                period.last(),
                period.zone().getId(),
                at == null ? clock.instant() : at,
                funnel.figures(caller.business(), query));
    }

    @GetMapping("/people")
    @Operation(summary = "The clients behind one number of the funnel, asked for with the same parameters")
    Page<ClientSummary> people(
            Caller caller,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(name = "entered_stage_id", required = false) @Nullable @Positive Long enteredStageId,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam @Size(max = 40) String figure,
            @RequestParam(name = "stage_id", required = false) @Nullable @Positive Long stageId,
            @RequestParam(name = "from_stage_id", required = false) @Nullable @Positive Long fromStageId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "with_total", defaultValue = "false") boolean withTotal) {
        int most = Page.limit(limit);
        Cursor after = Cursor.read(cursor, 1);
        FunnelQuery query = query(caller, mode, from, to, enteredStageId, at);
        NavigableSet<Long> people = funnel.people(caller.business(), query, figure, stageId, fromStageId);
        List<Long> ids = people.tailSet(after == null ? 0 : after.number(0), false).stream()
                .limit(most + 1L)
                .toList();
        Page<Long> page = Page.cut(ids, most, Cursor::of);
        return new Page<>(
                List.copyOf(clients.summaries(caller.business(), page.items()).values()),
                page.nextCursor(),
                withTotal ? (long) people.size() : null);
    }

    private FunnelQuery query(
            Caller caller,
            @Nullable String mode,
            @Nullable String from,
            @Nullable String to,
            @Nullable Long entered,
            @Nullable Instant at) {
        if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
            throw new Invalid("at", "range", "Момент между 2000 и 2200 годом");
        }
        ZoneId zone = businesses.get(caller.business()).zone();
        return new FunnelQuery(FunnelMode.read(mode), Period.read(from, to, zone, clock.instant()), entered, at);
    }
}
