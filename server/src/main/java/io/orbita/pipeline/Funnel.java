package io.orbita.pipeline;

import io.orbita.clients.Clients;
import io.orbita.clients.spi.StageNames;
import io.orbita.platform.jdbc.Sql;
import io.orbita.platform.tenancy.BusinessId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of the funnel, for the panel, the bot and the analytics: one calculation for all of them. */
@Component
@Transactional(readOnly = true)
public class Funnel {
    /**
     * One stage in a period.
     *
     * @param reached distinct clients who came to the stage in the period, by history
     * @param passedOn those of them who came to a further stage afterwards, before the period ended
     * @param conversion {@code passedOn / reached}, 0–1, four decimals; null when nobody reached it
     * @param medianHours the median of the stays at the stage that ended in the period, in hours, one decimal; null when none did
     * @param now clients on the board at this stage today
     */
    public record StageFigures(
            StageNames.Stage stage,
            int reached,
            int passedOn,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal medianHours,
            long now) {}

    private final JdbcClient jdbc;
    private final StageRows stages;
    private final BoardCards cards;
    private final Clients clients;

    Funnel(JdbcClient jdbc, StageRows stages, BoardCards cards, Clients clients) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.cards = cards;
        this.clients = clients;
    }

    /**
     * All stages in order, a removed one only when somebody reached it in the period.
     *
     * @param until the first moment after the period
     */
    public List<StageFigures> figures(BusinessId business, Instant from, Instant until) {
        StageList list = stages.list(business);
        Map<Long, Long> now = cards.counts(business);
        List<FunnelFigures.Rung> ladder = list.stages().stream()
                .map(row -> new FunnelFigures.Rung(row.id(), list.roleAt(row.id()) != StageRole.INACTIVE))
                .toList();
        return FunnelFigures.of(steps(business, from, until), ladder, from, until).stream()
                .filter(figure ->
                        figure.reached() > 0 || !list.get(figure.stage()).removed())
                .map(figure -> view(list.get(figure.stage()), figure, now.getOrDefault(figure.stage(), 0L)))
                .toList();
    }

    private static StageFigures view(StageRow row, FunnelFigures.Figure figure, long now) {
        Duration stay = figure.medianStay();
        return new StageFigures(
                new StageNames.Stage(row.id(), row.name(), row.role()),
                figure.reached(),
                figure.passedOn(),
                figure.reached() == 0
                        ? null
                        : BigDecimal.valueOf(figure.passedOn())
                                .divide(BigDecimal.valueOf(figure.reached()), 4, RoundingMode.HALF_UP),
                stay == null
                        ? null
                        : BigDecimal.valueOf(stay.toSeconds())
                                .divide(BigDecimal.valueOf(3_600), 1, RoundingMode.HALF_UP),
                now);
    }

    /** The whole walks of those who made a step in the period. */
    private List<FunnelFigures.Step> steps(BusinessId business, Instant from, Instant until) {
        Map<Long, Long> merged = clients.merged(business);
        return jdbc.sql("""
                        select m.client_id, m.to_stage, m.moved_at from pipeline.move m
                         where m.business_id = :business and m.moved_at < :until and m.cause not in ('undo', 'merge')
                           and m.client_id in (select i.client_id from pipeline.move i
                                                where i.business_id = :business and i.moved_at >= :from and i.moved_at < :until)
                           and not exists (select from pipeline.move u where u.business_id = :business and u.undoes = m.id)
                         order by m.id
                        """)
                .param("business", business.value())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query((row, _) -> new FunnelFigures.Step(
                        merged.getOrDefault(row.getLong("client_id"), row.getLong("client_id")),
                        row.getLong("to_stage"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }
}
