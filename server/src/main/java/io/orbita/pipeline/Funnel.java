package io.orbita.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.figures.Definition;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of the funnel, for the panel, the bot and the analytics: one calculation for all of them, {@link FunnelFigures}. */
@Component
@Transactional(readOnly = true)
public class Funnel {
    /**
     * One stage. Which figures there are depends on the mode, the others are null; what each means is said by {@link FunnelReport#definitions}.
     *
     * @param conversion 0–1, four decimals; null when nobody reached the stage
     * @param medianHours the same as that of {@code timeInStage}
     * @param now clients on the board at this stage today, whatever was asked for
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record StageFigures(
            StageNames.Stage stage,
            @Nullable Integer reached,
            @Nullable Integer asFar,
            @Nullable Integer passedOn,
            @Nullable BigDecimal conversion,
            @Nullable Integer left,
            @Nullable Integer standing,
            TimeInStage timeInStage,
            @Nullable BigDecimal medianHours,
            long now) {}

    /** How many clients went from one stage straight to another. */
    public record MoveFigure(long fromStage, long toStage, int moved) {}

    /**
     * @param cohort how many entered, only of a cohort
     * @param stages in the owner's order; a removed one only when a number of it is not zero
     * @param moves only of the flow
     */
    public record FunnelReport(
            @Nullable Integer cohort,
            List<StageFigures> stages,
            List<MoveFigure> moves,
            List<Definition.Defined> definitions) {}

    private final Histories histories;
    private final StageRows stages;
    private final BoardCards cards;
    private final Clock clock;

    Funnel(Histories histories, StageRows stages, BoardCards cards, Clock clock) {
        this.histories = histories;
        this.stages = stages;
        this.cards = cards;
        this.clock = clock;
    }

    /** The figures of all stages. */
    public FunnelReport figures(BusinessId business, FunnelQuery query) {
        StageList list = stages.list(business);
        FunnelFigures figures = reckon(business, query, list);
        Map<Long, Long> now = cards.counts(business);
        return new FunnelReport(
                query.mode() == FunnelMode.COHORT
                        ? figures.people(new FunnelFigures.Cell(FunnelFigure.COHORT_SIZE, null, null))
                                .size()
                        : null,
                list.stages().stream()
                        .map(row -> view(query.mode(), row, figures, now.getOrDefault(row.id(), 0L)))
                        .filter(figure -> !isEmpty(figure)
                                || !list.get(figure.stage().id()).removed())
                        .toList(),
                moves(figures),
                Definition.views(FunnelFigure.of(query.mode())));
    }

    /**
     * The persons behind one number, by the cards that stand for them.
     *
     * @param figure its {@link Definition#key}
     * @param stage of which stage; null only for the whole cohort
     * @param from of moves: the stage that they left
     * @throws Invalid when this mode has no such number
     */
    public NavigableSet<Long> people(
            BusinessId business, FunnelQuery query, String figure, @Nullable Long stage, @Nullable Long from) {
        FunnelFigure asked = FunnelFigure.find(query.mode(), figure)
                .orElseThrow(
                        () -> new Invalid("figure", "choice", "Одно из чисел этого режима, за которым стоят люди"));
        if ((asked == FunnelFigure.COHORT_SIZE) != (stage == null)) {
            throw new Invalid("stage_id", "required", "Этап, о котором число; у когорты в целом его нет");
        }
        if ((asked == FunnelFigure.FLOW_MOVED) != (from != null)) {
            throw new Invalid("from_stage_id", "required", "Этап, с которого ушли: только для переходов");
        }
        StageList list = stages.list(business);
        return reckon(business, query, list).people(new FunnelFigures.Cell(asked, from, stage));
    }

    private FunnelFigures reckon(BusinessId business, FunnelQuery query, StageList list) {
        Instant from = query.period().from();
        Instant until = query.period().until();
        // A move of this very moment has happened; the database keeps microseconds.
        Instant at = query.at() == null ? clock.instant() : query.at();
        Instant seen = at.truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.MICROS);
        Long entered = query.entered();
        if (entered != null && list.find(entered).isEmpty()) {
            throw new Invalid("entered_stage_id", "unknown", "Этап этой воронки");
        }
        List<FunnelFigures.Rung> ladder = ladder(list);
        return switch (query.mode()) {
            case FLOW -> FunnelFigures.flow(histories.walks(business, list, from, until), ladder, from, until, seen);
            case COHORT ->
                FunnelFigures.cohort(histories.walks(business, list, from, seen), ladder, entered, from, until, seen);
            case SNAPSHOT -> FunnelFigures.snapshot(histories.standing(business, list, seen), ladder, seen);
        };
    }

    private static List<FunnelFigures.Rung> ladder(StageList list) {
        List<StageRow> alive = list.alive();
        return list.stages().stream()
                .map(row -> {
                    int place = row.removed()
                            ? StageRole.of(row.role())
                                    .map(role -> alive.indexOf(list.first(role)))
                                    .orElse(-1)
                            : alive.indexOf(row);
                    return new FunnelFigures.Rung(
                            row.id(), place, place >= 0 && list.roleAt(row.id()) != StageRole.INACTIVE);
                })
                .toList();
    }

    private static StageFigures view(FunnelMode mode, StageRow row, FunnelFigures figures, long now) {
        long id = row.id();
        TimeInStage time = figures.time(id);
        Integer reached = switch (mode) {
            case FLOW -> figures.count(FunnelFigure.FLOW_REACHED, id);
            case COHORT -> figures.count(FunnelFigure.COHORT_REACHED, id);
            case SNAPSHOT -> null;
        };
        Integer passedOn = switch (mode) {
            case FLOW -> figures.count(FunnelFigure.FLOW_PASSED_ON, id);
            case COHORT -> figures.count(FunnelFigure.COHORT_PASSED_ON, id);
            case SNAPSHOT -> null;
        };
        Integer standing = switch (mode) {
            case FLOW -> null;
            case COHORT -> figures.count(FunnelFigure.COHORT_STANDING, id);
            case SNAPSHOT -> figures.count(FunnelFigure.SNAPSHOT_STANDING, id);
        };
        return new StageFigures(
                new StageNames.Stage(id, row.name(), row.role()),
                reached,
                mode == FunnelMode.COHORT ? figures.count(FunnelFigure.COHORT_AS_FAR, id) : null,
                passedOn,
                share(passedOn, reached),
                mode == FunnelMode.FLOW ? figures.count(FunnelFigure.FLOW_LEFT, id) : null,
                standing,
                time,
                time.medianHours(),
                now);
    }

    private static @Nullable BigDecimal share(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null || whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }

    private static boolean isEmpty(StageFigures figures) {
        return positive(figures.reached()) + positive(figures.left()) + positive(figures.standing()) == 0;
    }

    private static int positive(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static List<MoveFigure> moves(FunnelFigures figures) {
        var moves = new ArrayList<MoveFigure>();
        for (FunnelFigures.Cell cell : figures.cells(FunnelFigure.FLOW_MOVED)) {
            Long from = cell.from();
            Long to = cell.stage();
            if (from != null && to != null) {
                moves.add(new MoveFigure(from, to, figures.people(cell).size()));
            }
        }
        moves.sort(Comparator.comparing(MoveFigure::fromStage).thenComparing(MoveFigure::toStage));
        return moves;
    }
}
