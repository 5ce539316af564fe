package io.orbita.pipeline;

import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board as it is shown: a column for each stage, the cards in the order that staff gave them. */
@Component
@Transactional(readOnly = true)
class Board {
    /** A card; {@code since} is when the client came to the stage. */
    record Card(ClientSummary client, Instant since) {}

    /** A column; {@code nextCursor} is null when all its cards are shown. */
    record Column(
            long id,
            String name,
            String role,
            String colour,
            long count,
            List<Card> items,
            @Nullable String nextCursor) {}

    private final StageRows stages;
    private final BoardCards cards;
    private final Clients clients;

    Board(StageRows stages, BoardCards cards, Clients clients) {
        this.stages = stages;
        this.cards = cards;
        this.clients = clients;
    }

    /** All columns from their tops. */
    public List<Column> columns(BusinessId business, int limit) {
        Map<Long, Long> counts = cards.counts(business);
        return stages.alive(business).stream()
                .map(stage -> column(business, stage, counts, null, limit))
                .toList();
    }

    /** One column, from where the cursor says. */
    public Column column(BusinessId business, long stage, @Nullable String cursor, int limit) {
        StageRow row = stages.alive(business).stream()
                .filter(alive -> alive.id() == stage)
                .findFirst()
                .orElseThrow(PipelineRefusals::noStage);
        return column(business, row, cards.counts(business), Cursor.read(cursor, 2), limit);
    }

    private Column column(
            BusinessId business, StageRow stage, Map<Long, Long> counts, @Nullable Cursor after, int limit) {
        List<BoardCards.Card> found = cards.column(
                business,
                stage.id(),
                after == null ? "" : after.string(0),
                after == null ? 0 : after.number(1),
                limit + 1);
        boolean more = found.size() > limit;
        List<BoardCards.Card> shown = more ? found.subList(0, limit) : found;
        BoardCards.Card last = more ? shown.getLast() : null;
        return new Column(
                stage.id(),
                stage.name(),
                stage.role(),
                stage.colour(),
                counts.getOrDefault(stage.id(), 0L),
                shown(business, shown),
                last == null
                        ? null
                        : Cursor.of(last.position(), last.clientId()).text());
    }

    private List<Card> shown(BusinessId business, List<BoardCards.Card> found) {
        var summaries = clients.summaries(
                business, found.stream().map(BoardCards.Card::clientId).toList());
        return found.stream()
                .flatMap(card -> Stream.ofNullable(summaries.get(card.clientId()))
                        .map(summary -> new Card(summary, card.since())))
                .toList();
    }
}
