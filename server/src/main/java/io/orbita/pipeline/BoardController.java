package io.orbita.pipeline;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/pipeline")
@Tag(name = "pipeline")
@Allowed(
        value = {Role.TRAINER, Role.MANAGER},
        scope = "pipeline")
class BoardController {
    record BoardView(List<Board.Column> columns) {}

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/board")
    @Operation(summary = "The board: all columns from their tops, or the next page of one")
    BoardView board(
            Caller caller,
            @RequestParam(name = "stage_id", required = false) @Nullable @Positive Long stageId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        if (stageId == null && cursor != null) {
            throw new Invalid("stage_id", "required", "Курсор принадлежит одному этапу: назовите его");
        }
        return new BoardView(
                stageId == null
                        ? board.columns(caller.business(), most)
                        : List.of(board.column(caller.business(), stageId, cursor, most)));
    }
}
