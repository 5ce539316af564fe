package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.walk.SandboxMessenger;
import io.orbita.walk.Walker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Weeks of reminders of a real server, over a change of the clocks in two of five zones. People of each zone come at their noon, go so far in the bot, and from then on say
 * nothing more: what the server foretells them then is what must arrive. Meanwhile the process is killed again and again while its passes run.
 */
final class ReminderCrashes {
    private static final String BUSINESS = "demo";
    private static final List<String> ZONES =
            List.of("Asia/Vladivostok", "Asia/Almaty", "Europe/Moscow", "Europe/Berlin", "America/New_York");
    private static final Duration BEFORE_THE_CHANGE = Duration.ofDays(9);
    private static final int MILLIS_TO_LIVE = 120;

    private final long seed;
    private final Path folder;
    private final Random random;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<ForetoldClient> people = new ArrayList<>();
    private int steps;

    ReminderCrashes(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** @param days how long it goes on after the first have come, fewer than the 84 of the programme that they buy */
    void run(int clients, int days, int kills) throws Exception {
        long begun = System.nanoTime();
        try (var server = new FarServer(folder)) {
            Instant begin = begin();
            server.until(begin);
            server.settle();
            tell("seed %d: the clock stands at %s, the demo's own work is done", seed, begin);
            Instant end = begin.plus(Duration.ofDays(days));
            var deaths = deaths(begin, end, kills);
            for (int zone = 0; zone < ZONES.size(); zone++) {
                goOnUntil(server, noon(begin, ZONES.get(zone)), deaths);
                come(server, zone, clients, end, days);
            }
            goOnUntil(server, end, deaths);
            assertThat(deaths).as("deaths that were planned and did not happen").isEmpty();
            var witness = new ReminderWitness(server.url(), BUSINESS, "seed " + seed);
            people.forEach(witness::hear);
            assertThat(complaints).as("answers that no crash excuses").isEmpty();
            assertThat(server.givenUp(begin)).as("work that was given up").isZero();
            tell(
                    "seed %d: %d clients of %d zones, %d days from %s, %d kills in %d steps; %s; %d s",
                    seed,
                    people.size(),
                    ZONES.size(),
                    days,
                    begin,
                    kills,
                    steps,
                    witness.figures(),
                    (System.nanoTime() - begun) / 1_000_000_000);
        }
    }

    /** Shortly before New York changes its clocks, whatever day it is today. */
    private static Instant begin() {
        var rules = ZoneId.of("America/New_York").getRules();
        Instant soonest = Instant.now().plus(BEFORE_THE_CHANGE).plus(Duration.ofDays(1));
        return rules.nextTransition(soonest)
                .getInstant()
                .minus(BEFORE_THE_CHANGE)
                .atZone(ZoneOffset.UTC)
                .with(LocalTime.MIDNIGHT)
                .toInstant();
    }

    private static Instant noon(Instant begin, String zone) {
        return begin.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atTime(12, 0)
                .atZone(ZoneId.of(zone))
                .toInstant();
    }

    private PriorityQueue<Instant> deaths(Instant begin, Instant end, int kills) {
        var deaths = new PriorityQueue<Instant>();
        long seconds = Duration.between(begin, end).toSeconds();
        for (int i = 0; i < kills; i++) {
            // More of them in the first days, when most reminders are sent.
            double when = Math.pow(random.nextDouble(), 2) * 0.9;
            deaths.add(begin.plus(Duration.ofHours(4)).plusSeconds((long) (when * seconds)));
        }
        return deaths;
    }

    /** From one due moment to the next, so that nothing is late but for a death. */
    private void goOnUntil(FarServer server, Instant until, PriorityQueue<Instant> deaths) throws Exception {
        server.settle();
        for (Instant due = server.nextDue(); due != null && due.isBefore(until); due = server.nextDue()) {
            server.until(due);
            steps++;
            Instant planned = deaths.peek();
            if (planned != null && !planned.isAfter(due) && server.waiting(due) > 0) {
                deaths.poll();
                tell("killed at %s %s", due, server.die(random, MILLIS_TO_LIVE));
            }
            server.settle();
        }
        server.until(until);
        server.settle();
    }

    /** People of one zone walk through the bot, all at once. */
    private void come(FarServer server, int zone, int clients, Instant end, int days) throws Exception {
        List<ForetoldClient> coming = new ArrayList<>();
        for (int i = zone; i < clients; i += ZONES.size()) {
            String name = Buyer.NAME + "з" + zone + "-" + i;
            var line = new PatientLine(new AtomicInteger(), complaints);
            var walker = new Walker(
                    new SandboxMessenger(server.url(), BUSINESS, line), 600_000L + i, name, () -> PatientLine.pause(1));
            coming.add(new ForetoldClient(walker, name, 600_000L + i, ZoneId.of(ZONES.get(zone)), i / ZONES.size()));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> walks = new ArrayList<>();
            coming.forEach(client -> walks.add(threads.submit(client::walk)));
            for (Future<?> walk : walks) {
                walk.get();
            }
        }
        server.until(server.now());
        server.settle();
        var owner = new OwnersView(server.url());
        var cards = owner.clients();
        for (ForetoldClient client : coming) {
            long id = cards.stream()
                    .filter(card -> card.name().equals(client.name()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            owner.livesIn(id, ZONES.get(zone));
            client.isCard(id);
        }
        server.until(server.now());
        server.settle();
        Instant now = server.now();
        coming.forEach(client -> client.foretell(owner, now, end, days));
        people.addAll(coming);
        people.sort(Comparator.comparing(ForetoldClient::name));
        tell(
                "%d people of %s came; %d decisions are foretold them",
                coming.size(),
                Objects.requireNonNull(ZONES.get(zone)),
                coming.stream().mapToInt(client -> client.foretold().size()).sum());
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String format, Object... values) {
        System.out.printf("Reminder crashes: " + format + "%n", values);
    }
}
