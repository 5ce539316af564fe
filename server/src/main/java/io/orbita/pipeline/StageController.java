package io.orbita.pipeline;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.Clients;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
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

@RestController
@RequestMapping("/api/pipeline/stages")
@Tag(name = "pipeline")
@Allowed(scope = "pipeline")
class StageController {
    private static final String ROLES = "|first_contact|consultation|deciding|purchased|active|finished|inactive";
    private static final String HUES = "gray|blue|violet|pink|red|orange|amber|green|teal|cyan";

    /**
     * A stage.
     *
     * @param role empty or missing: a stage of the owner's own
     * @param hue one of the ten; the nearest to {@code colour} when missing
     * @param normDays after how many days a card asks for attention; missing for never
     */
    record StageWords(
            @NotBlank @Size(max = 100) String name,

            @Nullable @Pattern(regexp = ROLES, message = ROLES) String role,

            @Nullable @Size(max = 1000) String description,

            @Nullable @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "Цвет, например #4f8ef7") String colour,

            @Nullable @Pattern(regexp = HUES, message = HUES) String hue,

            @Nullable @Min(1) @Max(365) Integer normDays) {

        StageChanges.Words words() {
            Hue named = hue != null ? Hue.of(hue) : colour == null ? Hue.GRAY : Hue.nearest(colour);
            return new StageChanges.Words(
                    name.strip(),
                    role == null ? "" : role,
                    description == null ? "" : description.strip(),
                    colour == null ? named.colour() : colour.toLowerCase(Locale.ROOT),
                    named,
                    normDays);
        }
    }

    record StageOrder(@NotEmpty @Size(max = 200) List<@NotNull @Positive Long> stageIds) {}

    /** A stage as it is shown, with how many clients stand there, those in the archive among them. */
    record StageView(
            long id,
            String name,
            String role,
            String description,
            String colour,
            Hue hue,
            @Nullable Integer normDays,
            long clients) {}

    private final StageChanges changes;
    private final StageRows stages;
    private final Clients clients;

    StageController(StageChanges changes, StageRows stages, Clients clients) {
        this.changes = changes;
        this.stages = stages;
        this.clients = clients;
    }

    @GetMapping
    @Allowed(
            value = {Role.TRAINER, Role.MANAGER},
            scope = "pipeline")
    @Operation(summary = "The stages of the funnel, in order")
    Page<StageView> list(Caller caller) {
        return views(caller, stages.alive(caller.business()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a stage at the end")
    StageView add(Caller caller, @Valid @RequestBody StageWords stage) {
        return view(changes.add(caller.business(), stage.words()), Map.of());
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a stage")
    StageView change(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody StageWords stage) {
        return view(changes.change(caller.business(), id, stage.words()), clients.countByStage(caller.business()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a stage that nobody stands at")
    void remove(Caller caller, @PathVariable @Positive long id) {
        changes.remove(caller.business(), id);
    }

    @PostMapping("/order")
    @Operation(summary = "Put the stages into an order; every stage is named once")
    Page<StageView> order(Caller caller, @Valid @RequestBody StageOrder order) {
        return views(caller, changes.order(caller.business(), order.stageIds()));
    }

    private Page<StageView> views(Caller caller, List<StageRow> rows) {
        Map<Long, Long> counts = clients.countByStage(caller.business());
        return Page.whole(rows.stream().map(row -> view(row, counts)).toList());
    }

    private static StageView view(StageRow row, Map<Long, Long> counts) {
        return new StageView(
                row.id(),
                row.name(),
                row.role(),
                row.description(),
                row.colour(),
                Hue.of(row.hue()),
                row.normDays(),
                counts.getOrDefault(row.id(), 0L));
    }
}
