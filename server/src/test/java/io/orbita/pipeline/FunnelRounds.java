package io.orbita.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.clients.ClientId;
import io.orbita.clients.Clients;
import io.orbita.clients.Identity;
import io.orbita.clients.Newcomer;
import io.orbita.payments.PaymentCompleted;
import io.orbita.payments.PaymentId;
import io.orbita.pipeline.FunnelFigures.Cell;
import io.orbita.platform.figures.Period;
import io.orbita.platform.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * Random lives of a small business through the doors (clients come, are moved, moved back, merged, parted, pay, pay again, are told of twice), while the test keeps a book of
 * its own. The figures of the application are compared with a slow reckoning from that book, and each number with the list of its people.
 */
public final class FunnelRounds {
    private static final int DEEDS = 70;

    /** A move by hand that may still be taken back. */
    private record Moved(long id, int line, long back, Instant at) {}

    private record Merge(long id, long standing, SlowFunnel.Merged line) {}

    private final World world;
    private final Clients clients;
    private final Moves moves;
    private final StageRows stages;
    private final ApplicationEventPublisher events;

    private Random random = new Random(0);
    private Business business;
    private List<SlowFunnel.@Nullable Came> book = new ArrayList<>();
    private List<Merge> merges = new ArrayList<>();
    private List<ClientId> cards = new ArrayList<>();
    private List<Long> told = new ArrayList<>();
    private @Nullable Moved last;
    private String key = "";
    private int parted;

    public FunnelRounds(ApplicationContext application) {
        this.world = application.getBean(World.class);
        this.clients = application.getBean(Clients.class);
        this.moves = application.getBean(Moves.class);
        this.stages = application.getBean(StageRows.class);
        this.events = application;
        this.business = world.business();
    }

    /** Each round is another business and another life. */
    public void run(long seed, int rounds) {
        for (int round = 0; round < rounds; round++) {
            random = new Random(seed * 1_000 + round);
            begin();
            Instant start = world.clock().instant();
            for (int i = 0; i < DEEDS; i++) {
                world.clock().advance(Duration.ofMinutes(1L + random.nextInt(random.nextInt(4) == 0 ? 2_000 : 9)));
                deed();
            }
            check("seed " + seed + ", round " + round, start);
        }
        assertThat(parted).as("merges that were taken back").isPositive();
    }

    private void begin() {
        business = world.business();
        book = new ArrayList<>();
        merges = new ArrayList<>();
        cards = new ArrayList<>();
        told = new ArrayList<>();
        last = null;
        key = world.post(
                        "/api/api-keys",
                        world.token(business, Role.ADMIN),
                        Map.of("name", "сверка", "scopes", List.of("clients:write", "pipeline:read")))
                .body()
                .path("key")
                .asString();
    }

    private void deed() {
        int kind = random.nextInt(20);
        if (cards.size() < 3 || kind < 4) {
            come();
        } else if (kind < 11) {
            moveByHand();
        } else if (kind < 14) {
            undo();
        } else if (kind < 16) {
            merge();
        } else if (kind < 17) {
            part();
        } else {
            pay();
        }
    }

    private ClientId any() {
        return cards.get(random.nextInt(cards.size()));
    }

    private @Nullable Long stands(ClientId client) {
        return world.in(business, () -> clients.stage(business.id(), client));
    }

    private int write(ClientId card, long stage) {
        book.add(new SlowFunnel.Came(
                book.size(), card.value(), stage, world.clock().instant()));
        return book.size() - 1;
    }

    private void come() {
        ClientId card = world.in(
                business,
                () -> clients.arrive(
                                business.id(),
                                new Identity(Identity.Kind.SANDBOX, String.valueOf(cards.size() + 1)),
                                new Newcomer("Клиент", null, "telegram", Map.of()),
                                "bot")
                        .client());
        cards.add(card);
        write(card, Objects.requireNonNull(stands(card)));
    }

    private void moveByHand() {
        List<StageRow> all = world.in(business, () -> stages.alive(business.id()));
        long to = all.get(random.nextInt(all.size())).id();
        ClientId card = any();
        ClientId standing = world.in(business, () -> clients.standing(business.id(), card));
        Long back = stands(card);
        Moves.Outcome outcome =
                world.in(business, () -> moves.byHand(business.id(), card, to, null, new Place(null, null), null));
        MoveView made = outcome.move();
        if (made != null) {
            last = new Moved(
                    made.id(),
                    write(standing, to),
                    Objects.requireNonNull(back),
                    world.clock().instant());
        }
    }

    private void undo() {
        Moved move = last;
        if (move == null) {
            return;
        }
        last = null;
        SlowFunnel.Came line = Objects.requireNonNull(book.get(move.line()));
        ClientId standing = world.in(business, () -> clients.standing(business.id(), new ClientId(line.card())));
        try {
            world.in(business, () -> moves.undo(business.id(), move.id(), null));
            book.set(move.line(), null);
            write(standing, move.back());
        } catch (PipelineRefusals.NotUndoable e) {
            // Something else happened to this client since: the move stays.
        }
    }

    private void merge() {
        ClientId one = any();
        ClientId other = any();
        World.Answer answer = world.post("/api/clients/" + one + "/merge", key, Map.of("client_id", other.value()));
        if (answer.status() == 200) {
            long standing = answer.body().path("standing").asLong();
            merges.add(new Merge(
                    answer.body().path("id").asLong(),
                    standing,
                    new SlowFunnel.Merged(
                            standing,
                            answer.body().path("merged").asLong(),
                            world.clock().instant())));
        }
    }

    private void part() {
        if (merges.isEmpty()) {
            return;
        }
        Merge merge = merges.get(random.nextInt(merges.size()));
        World.Answer answer = world.call(
                HttpMethod.POST, "/api/clients/" + merge.standing() + "/merges/" + merge.id() + "/undo", key, null);
        if (answer.status() == 200) {
            merges.remove(merge);
            parted++;
        }
    }

    /** A payment is told of, sometimes once more and late. */
    private void pay() {
        ClientId card = any();
        Long before = stands(card);
        long payment = told.isEmpty() || random.nextInt(4) > 0
                ? 1_000_000 + random.nextInt(1_000_000_000)
                : told.get(random.nextInt(told.size()));
        told.add(payment);
        world.run(
                business,
                () -> events.publishEvent(new PaymentCompleted(
                        business.id(), new PaymentId(payment), card, new Money(100, "RUB"), 0, "manual")));
        Long after = stands(card);
        if (after != null && !after.equals(before)) {
            write(card, after);
        }
    }

    private void check(String name, Instant start) {
        StageList list = world.in(business, () -> stages.list(business.id()));
        var slow = new SlowFunnel(
                book.stream().filter(Objects::nonNull).toList(),
                merges.stream().map(Merge::line).toList(),
                list.stages().stream()
                        .map(row -> new SlowFunnel.Stage(
                                new FunnelFigures.Rung(
                                        row.id(),
                                        list.alive().indexOf(row),
                                        list.roleAt(row.id()) != StageRole.INACTIVE),
                                list.roleAt(row.id())))
                        .toList());
        Instant now = world.clock().instant();
        Instant seen = now.plusNanos(1_000);
        boardEquals(name, slow, seen);
        LocalDate first = LocalDate.ofInstant(start, business.zone()).plusDays(random.nextInt(4));
        var period = new Period(first, first.plusDays(random.nextInt(12)), business.zone());
        String days = "from=" + period.first() + "&to=" + period.last();
        compare(name, "mode=flow&" + days, FunnelMode.FLOW, slow.flow(period.from(), period.until()));
        compare(name, "mode=cohort&" + days, FunnelMode.COHORT, slow.cohort(null, period.from(), period.until(), seen));
        long entered = list.alive().get(random.nextInt(4)).id();
        compare(
                name,
                "mode=cohort&entered_stage_id=" + entered + "&" + days,
                FunnelMode.COHORT,
                slow.cohort(entered, period.from(), period.until(), seen));
        compare(name, "mode=snapshot", FunnelMode.SNAPSHOT, slow.snapshot(seen));
        Instant then = start.plus(Duration.between(start, now).dividedBy(2))
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        compare(name, "mode=snapshot&at=" + then, FunnelMode.SNAPSHOT, slow.snapshot(then.plusNanos(1_000)));
    }

    /** Where the reckoning puts everybody now is where their cards stand. */
    private void boardEquals(String name, SlowFunnel slow, Instant seen) {
        Map<Long, Set<Long>> board = new HashMap<>();
        for (ClientId card : cards) {
            ClientId standing = world.in(business, () -> clients.standing(business.id(), card));
            board.computeIfAbsent(Objects.requireNonNull(stands(card)), _ -> new TreeSet<>())
                    .add(standing.value());
        }
        Map<Long, Set<Long>> reckoned = new HashMap<>();
        slow.snapshot(seen).forEach((cell, people) -> reckoned.put(Objects.requireNonNull(cell.stage()), people));
        assertThat(reckoned).as("%s: the board", name).isEqualTo(board);
    }

    private void compare(String name, String query, FunnelMode mode, Map<Cell, Set<Long>> expected) {
        String what = name + ": " + query;
        JsonNode report = world.get("/api/pipeline/analytics?" + query, key).body();
        Map<Cell, Integer> numbers = new HashMap<>();
        report.path("stages").forEach(row -> {
            long stage = row.path("stage").path("id").asLong();
            for (FunnelFigure figure : FunnelFigure.of(mode)) {
                JsonNode number = row.path(figure.key());
                if (figure.opens() && number.isNumber() && number.asInt() > 0) {
                    numbers.put(new Cell(figure, null, stage), number.asInt());
                }
            }
        });
        report.path("moves")
                .forEach(move -> numbers.put(
                        new Cell(
                                FunnelFigure.FLOW_MOVED,
                                move.path("from_stage").asLong(),
                                move.path("to_stage").asLong()),
                        move.path("moved").asInt()));
        if (report.path("cohort").asInt() > 0) {
            numbers.put(
                    new Cell(FunnelFigure.COHORT_SIZE, null, null),
                    report.path("cohort").asInt());
        }
        Map<Cell, Integer> counts = new HashMap<>();
        expected.forEach((cell, people) -> counts.put(cell, people.size()));
        assertThat(numbers).as("%s, numbers", what).isEqualTo(counts);
        expected.forEach((cell, people) -> assertThat(people(query, cell))
                .as("%s, the people behind %s", what, cell)
                .isEqualTo(new ArrayList<>(people)));
    }

    /** All pages of the list behind a number. */
    private List<Long> people(String query, Cell cell) {
        String path = "/api/pipeline/analytics/people?" + query + "&figure="
                + cell.figure().key() + (cell.stage() == null ? "" : "&stage_id=" + cell.stage())
                + (cell.from() == null ? "" : "&from_stage_id=" + cell.from()) + "&limit=3";
        List<Long> people = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = world.get(path + cursor, key).body();
            page.path("items").forEach(item -> people.add(item.path("id").asLong()));
            cursor = page.path("next_cursor").isString()
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return people;
    }
}
