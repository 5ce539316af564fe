package io.orbita.pipeline;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientFilter;
import io.orbita.clients.StageColumns;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
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
    private static final String QUICK = "waiting|overdue|today|idle";

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/board")
    @Operation(
            summary = "The board: all columns from their tops, or the next page of one",
            description =
                    "Filters as in the list of clients, and one quick filter: `waiting` (messages that nobody has read), `overdue` and "
                            + "`today` (the next step: the earliest of open tasks and the next contact), `idle` (nothing is planned). Counts and sums "
                            + "are of all cards that the filters leave; `counts` says what each quick filter would leave.")
    Board.View board(
            Caller caller,
            @RequestParam(name = "stage_id", required = false) @Nullable @Positive Long stageId,
            @RequestParam(required = false) @Nullable @Size(min = 1, max = 200) String q,
            @RequestParam(required = false) @Nullable @Size(max = 50) String tag,
            @RequestParam(name = "assigned_to", required = false) @Nullable @Positive Long assignedTo,
            @RequestParam(required = false) @Nullable @Size(max = 100) String source,
            @RequestParam(required = false) @Nullable @Pattern(regexp = QUICK, message = QUICK) String quick,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = Page.limit(limit);
        if (stageId == null && cursor != null) {
            throw new Invalid("stage_id", "required", "Курсор принадлежит одному этапу: назовите его");
        }
        var filter = new ClientFilter(q, stageId, tag, assignedTo, source, null, null, null, null, false, Map.of());
        var first = quick == null ? null : StageColumns.Quick.valueOf(quick.toUpperCase(Locale.ROOT));
        return stageId == null
                ? board.columns(caller.business(), filter, first, most)
                : board.column(caller.business(), stageId, filter, first, cursor, most);
    }
}
