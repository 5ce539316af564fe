package io.orbita.pipeline;

import io.orbita.businesses.Businesses;
import io.orbita.clients.ClientFilter;
import io.orbita.clients.ClientSummary;
import io.orbita.clients.Clients;
import io.orbita.clients.StageColumns;
import io.orbita.platform.money.Money;
import io.orbita.platform.tenancy.BusinessId;
import io.orbita.platform.web.Cursor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The board as it is shown: a column for each stage, the cards in the order that staff gave them. */
@Component
@Transactional(readOnly = true)
class Board {
    /**
     * The next step with a client.
     *
     * @param at when; null when no time was said
     * @param text what; null when it is only to get in touch
     * @param taskId the task that says so; null when it is only to get in touch
     */
    record Step(
            @Nullable Instant at,
            @Nullable String text,
            @Nullable Long taskId,
            boolean overdue,
            boolean today) {}

    /**
     * A card.
     *
     * @param since when the client came to the stage
     * @param overNorm how many whole days the client stands there beyond the norm of the stage; 0 within it
     * @param unread messages that nobody has read
     * @param week how far the client is in the programme that runs; null when none does
     */
    record Card(
            ClientSummary client,
            Instant since,
            long overNorm,
            int unread,
            @Nullable String goal,
            @Nullable String experience,
            @Nullable Step step,
            @Nullable TrainingWeek week) {}

    /** A column; {@code paid} is what its clients have paid in all, {@code nextCursor} is null when all its cards are shown. */
    record Column(
            long id,
            String name,
            String role,
            String colour,
            Hue hue,
            @Nullable Integer normDays,
            long count,
            Money paid,
            List<Card> items,
            @Nullable String nextCursor) {}

    /** How many cards each quick filter would leave, whichever of them is on. */
    record Counts(long waiting, long overdue, long today, long idle) {}

    /** What is shown. */
    record View(List<Column> columns, Counts counts) {}

    private final StageRows stages;
    private final BoardCards cards;
    private final HeardFacts heard;
    private final Clients clients;
    private final StageColumns shelves;
    private final Businesses businesses;
    private final Clock clock;

    Board(
            StageRows stages,
            BoardCards cards,
            HeardFacts heard,
            Clients clients,
            StageColumns shelves,
            Businesses businesses,
            Clock clock) {
        this.stages = stages;
        this.cards = cards;
        this.heard = heard;
        this.clients = clients;
        this.shelves = shelves;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** All columns from their tops. */
    public View columns(BusinessId business, ClientFilter filter, StageColumns.@Nullable Quick quick, int limit) {
        return view(business, stages.alive(business), asked(business, filter, quick), null, limit);
    }

    /** The column of the filter's stage, from where the cursor says. */
    public View column(
            BusinessId business,
            long stage,
            ClientFilter filter,
            StageColumns.@Nullable Quick quick,
            @Nullable String cursor,
            int limit) {
        StageRow row = stages.alive(business).stream()
                .filter(alive -> alive.id() == stage)
                .findFirst()
                .orElseThrow(PipelineRefusals::noStage);
        Cursor read = Cursor.read(cursor, 2);
        var after = read == null ? null : new StageColumns.Placed(read.number(1), stage, read.string(0));
        return view(business, List.of(row), asked(business, filter, quick), after, limit);
    }

    private StageColumns.Asked asked(BusinessId business, ClientFilter filter, StageColumns.@Nullable Quick quick) {
        ZoneId zone = businesses.get(business).zone();
        Instant now = clock.instant();
        Instant tomorrow =
                LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
        return new StageColumns.Asked(filter, quick, now, tomorrow);
    }

    private View view(
            BusinessId business,
            List<StageRow> rows,
            StageColumns.Asked asked,
            StageColumns.@Nullable Placed after,
            int limit) {
        Map<Long, StageColumns.Total> totals = shelves.totals(business, asked);
        Map<Long, List<StageColumns.Placed>> placed =
                shelves.cards(business, asked, rows.stream().map(StageRow::id).toList(), after, limit + 1).stream()
                        .collect(Collectors.groupingBy(StageColumns.Placed::stage));
        Known known = known(
                business,
                placed.values().stream()
                        .flatMap(column -> column.stream().limit(limit))
                        .map(StageColumns.Placed::client)
                        .toList());
        String currency = businesses.get(business).currency();
        return new View(
                rows.stream()
                        .map(stage -> column(
                                stage,
                                totals.getOrDefault(stage.id(), StageColumns.Total.NONE),
                                currency,
                                placed.getOrDefault(stage.id(), List.of()),
                                limit,
                                known,
                                asked))
                        .toList(),
                counts(totals.values()));
    }

    /** What the cards show, by client. */
    private record Known(
            Map<Long, ClientSummary> summaries,
            Map<Long, StageColumns.Facts> facts,
            Map<Long, Instant> since,
            Map<Long, List<HeardFacts.Paid>> programs) {}

    private Known known(BusinessId business, List<Long> shown) {
        Map<Long, StageColumns.Facts> facts = shelves.facts(business, shown);
        List<Long> members =
                facts.values().stream().flatMap(fact -> fact.members().stream()).toList();
        return new Known(
                clients.summaries(business, shown),
                facts,
                cards.since(business, shown),
                heard.programs(business, members).stream().collect(Collectors.groupingBy(HeardFacts.Paid::clientId)));
    }

    private static Column column(
            StageRow stage,
            StageColumns.Total total,
            String currency,
            List<StageColumns.Placed> placed,
            int limit,
            Known known,
            StageColumns.Asked asked) {
        StageColumns.Placed last = placed.size() > limit ? placed.get(limit - 1) : null;
        return new Column(
                stage.id(),
                stage.name(),
                stage.role(),
                stage.colour(),
                Hue.of(stage.hue()),
                stage.normDays(),
                total.cards(),
                new Money(total.paidMinor(), currency),
                placed.stream()
                        .limit(limit)
                        .flatMap(card -> Stream.ofNullable(card(card.client(), known, stage.normDays(), asked)))
                        .toList(),
                last == null ? null : Cursor.of(last.place(), last.client()).text());
    }

    /** Null when the client went away between two statements. */
    private static @Nullable Card card(long client, Known known, @Nullable Integer norm, StageColumns.Asked asked) {
        ClientSummary summary = known.summaries().get(client);
        StageColumns.Facts facts = known.facts().get(client);
        if (summary == null || facts == null) {
            return null;
        }
        Instant since = known.since().getOrDefault(client, summary.createdAt());
        long stands = Duration.between(since, asked.now()).toDays();
        List<HeardFacts.Paid> programs = facts.members().stream()
                .flatMap(member -> known.programs().getOrDefault(member, List.of()).stream())
                .sorted(Comparator.comparing(HeardFacts.Paid::until))
                .toList();
        return new Card(
                summary,
                since,
                norm == null ? 0 : Math.max(0, stands - norm),
                facts.unread(),
                facts.goal(),
                facts.experience(),
                facts.planned() ? step(facts, asked) : null,
                TrainingWeek.at(asked.now(), programs));
    }

    private static Step step(StageColumns.Facts facts, StageColumns.Asked asked) {
        Instant at = facts.stepAt();
        StageColumns.Task task = facts.task();
        boolean overdue = at != null && at.isBefore(asked.now());
        return new Step(
                at,
                task == null ? null : task.text(),
                task == null ? null : task.id(),
                overdue,
                at != null && !overdue && at.isBefore(asked.tomorrow()));
    }

    private static Counts counts(Collection<StageColumns.Total> totals) {
        long waiting = 0;
        long overdue = 0;
        long today = 0;
        long idle = 0;
        for (StageColumns.Total total : totals) {
            waiting += total.waiting();
            overdue += total.overdue();
            today += total.today();
            idle += total.idle();
        }
        return new Counts(waiting, overdue, today, idle);
    }
}
