package io.orbita.pipeline;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "pipeline")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "pipeline")
class HistoryController {
    private final Moves moves;

    HistoryController(Moves moves) {
        this.moves = moves;
    }

    @Operation(summary = "How a client moved through the funnel, the oldest move first")
    @GetMapping("/api/clients/{id}/pipeline-history")
    Page<MoveView> history(
            Caller caller,
            @PathVariable @Positive long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return moves.history(caller.business(), new ClientId(id), cursor, Page.limit(limit));
    }
}
