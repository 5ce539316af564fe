package io.orbita.pipeline;

import io.orbita.businesses.Allowed;
import io.orbita.businesses.Businesses;
import io.orbita.businesses.Caller;
import io.orbita.businesses.Role;
import io.orbita.platform.web.Invalid;
import io.orbita.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    record BoardView(List<Board.Column> columns) {}

    /** {@code from} and {@code to} are days of the business, both counted. */
    record Analytics(LocalDate from, LocalDate to, List<Funnel.StageFigures> stages) {}

    private final Board board;
    private final Funnel funnel;
    private final Businesses businesses;
    private final Clock clock;

    BoardController(Board board, Funnel funnel, Businesses businesses, Clock clock) {
        this.board = board;
        this.funnel = funnel;
        this.businesses = businesses;
        this.clock = clock;
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

    @GetMapping("/analytics")
    @Operation(
            summary =
                    "How many clients reached each stage in a period, and went on; the last 30 days when none is named")
    Analytics analytics(
            Caller caller,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        ZoneId zone = businesses.get(caller.business()).zone();
        LocalDate last = day("to", to, LocalDate.ofInstant(clock.instant(), zone));
        LocalDate first = day("from", from, last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new Invalid("from", "range", "Не позже to и не больше десяти лет");
        }
        return new Analytics(
                first,
                last,
                funnel.figures(
                        caller.business(),
                        first.atStartOfDay(zone).toInstant(),
                        last.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    private static LocalDate day(String field, @Nullable String text, LocalDate usual) {
        if (text == null) {
            return usual;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // answered below, as any other day that cannot be
        }
        throw new Invalid(field, "format", "День, например 2026-11-20");
    }
}
