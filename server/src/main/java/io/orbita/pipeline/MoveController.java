package io.orbita.pipeline;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "pipeline")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "pipeline")
class MoveController {
    /** {@code after_client_id}, {@code before_client_id}: the neighbour in the column; the top without them. */
    record MoveRequest(
            @NotNull @Positive Long stageId,
            @Nullable @Size(max = 4096) String notes,
            @Nullable @Positive Long afterClientId,
            @Nullable @Positive Long beforeClientId) {}

    private final Moves moves;

    MoveController(Moves moves) {
        this.moves = moves;
    }

    @GetMapping("/api/clients/{id}/pipeline-history")
    @Operation(summary = "How a client moved through the funnel, the oldest move first")
    Page<MoveView> history(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return moves.history(caller.business(), new ClientId(id), cursor, Page.limit(limit));
    }

    @PostMapping("/api/clients/{id}/move-stage")
    @Operation(summary = "Move a client to a stage, or within its column")
    Moves.Outcome move(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody MoveRequest request) {
        return moves.byHand(
                caller.business(),
                new ClientId(id),
                request.stageId(),
                request.notes(),
                new Place(request.afterClientId(), request.beforeClientId()),
                caller.user());
    }

    @PostMapping("/api/pipeline/clients/{id}/move-stage")
    @Operation(summary = "The same as POST /api/clients/{id}/move-stage")
    Moves.Outcome moveOnBoard(Caller caller, @PathVariable @Positive long id, @Valid @RequestBody MoveRequest request) {
        return move(caller, id, request);
    }

    @PostMapping("/api/pipeline/moves/{id}/undo")
    @Operation(summary = "Take back the last move of a client, made by hand within ten minutes")
    MoveView undo(Caller caller, @PathVariable @Positive long id) {
        return moves.undo(caller.business(), id, caller.user());
    }
}
