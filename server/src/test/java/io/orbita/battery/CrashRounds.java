package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.walk.SandboxMessenger;
import io.orbita.walk.Walker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * In each round 20 new clients walk from /start to the paid programme at once, and the server is killed at a random
 * moment of that; every second time its database too, and every second time once more while it starts. Started again it
 * must go on as if nothing had been.
 */
final class CrashRounds {
    private static final int CLIENTS = 20;
    private static final List<String> MOVES =
            List.of("first_contact", "consultation", "deciding", "purchased", "active");

    private final long seed;
    private final Path folder;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private int sendsOfRound = CLIENTS * 33;

    CrashRounds(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    void run(int rounds) throws Exception {
        try (var server = new ServerUnderKill(folder)) {
            server.start();
            List<Buyer> everybody = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                long begin = System.nanoTime();
                List<Buyer> buyers = round(server, round);
                check(server, buyers, "seed " + seed + ", round " + round);
                everybody.addAll(buyers);
                tell(
                        "round %d of seed %d: all is well after %d s",
                        round, seed, (System.nanoTime() - begin) / 1_000_000_000);
            }
            check(server, everybody, "seed " + seed + ", at the end");
        }
    }

    private List<Buyer> round(ServerUnderKill server, int round) throws Exception {
        var random = new Random(seed * 1_000 + round);
        var sent = new AtomicInteger();
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 1; i <= CLIENTS; i++) {
            String name = Buyer.NAME + round + "-" + i;
            buyers.add(new Buyer(
                    name,
                    new Walker(
                            new SandboxMessenger(server.url(), "demo", new PatientLine(sent, complaints)),
                            round * 1_000L + i,
                            name,
                            () -> {})));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> walks = new ArrayList<>();
            buyers.forEach(buyer -> walks.add(threads.submit(buyer::walk)));
            try {
                killAtRandom(server, random, sent, walks);
                for (Future<?> walk : walks) {
                    walk.get();
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw new AssertionError("seed " + seed + ", round " + round + ": " + e.getCause(), e.getCause());
            } catch (IOException | AssertionError e) {
                threads.shutdownNow();
                throw e;
            }
        }
        sendsOfRound = sent.get();
        return buyers;
    }

    /** By what was sent rather than by the clock, so that a slow machine is hit in all parts of the walk as well. */
    private void killAtRandom(ServerUnderKill server, Random random, AtomicInteger sent, List<Future<?>> walks)
            throws IOException {
        int moment = random.nextInt(sendsOfRound);
        int delay = random.nextInt(moment > sendsOfRound * 9 / 10 ? 4_000 : 400);
        boolean databaseToo = random.nextBoolean();
        // Negative: the new process lives; else it is killed as well while it starts and recovers.
        int secondLife = random.nextInt(-6_000, 6_000);
        while (sent.get() < moment && !walks.stream().allMatch(Future::isDone)) {
            PatientLine.pause(5);
        }
        PatientLine.pause(delay);
        long begin = System.nanoTime();
        server.kill(databaseToo);
        if (secondLife > 0) {
            server.launch();
            PatientLine.pause(secondLife);
            server.kill(false);
        }
        server.start();
        tell(
                "killed%s%s %d ms after send %d of about %d; up again after %d ms",
                databaseToo ? " with its database" : "",
                secondLife > 0 ? " and once more " + secondLife + " ms after the new start," : "",
                delay,
                moment,
                sendsOfRound,
                (System.nanoTime() - begin) / 1_000_000);
    }

    @SuppressWarnings("SystemOut")
    private static void tell(String format, Object... values) {
        System.out.printf("Crash battery: " + format + "%n", values);
    }

    private void check(ServerUnderKill server, List<Buyer> buyers, String when) {
        var owner = new OwnersView(server.url());
        var clients = owner.clients();
        var conversations = owner.conversations();
        for (Buyer buyer : buyers) {
            String who = when + ", " + buyer.name();
            var same = clients.stream()
                    .filter(client -> client.name().equals(buyer.name()))
                    .toList();
            assertThat(same).as("%s exists once", who).hasSize(1);
            var client = same.getFirst();
            assertThat(client.stage()).as("%s: stage", who).isEqualTo("active");
            assertThat(owner.moves(client.id()))
                    .as("%s: each move once", who)
                    .containsExactlyInAnyOrderElementsOf(MOVES);
            assertThat(owner.paymentStates(client.id())).as("%s: payments", who).containsExactly("completed");
            assertThat(owner.programsPaid(client.id()))
                    .as("%s: one free and one paid programme", who)
                    .containsExactlyInAnyOrder(false, true);
            assertThat(conversations.get(client.id()))
                    .as("%s: conversations", who)
                    .hasSize(1)
                    .allSatisfy(id -> assertThat(owner.messages(id).stream()
                                    .filter(message ->
                                            message.path("direction").asString().equals("in")))
                            .as("%s: each message arrived once", who)
                            .hasSize((int) buyer.updatesSent()));
            assertThat(buyer.heard()).as("%s: each answer came once", who).doesNotHaveDuplicates();
        }
        assertThat(clients)
                .as("%s: nobody came twice", when)
                .extracting(OwnersView.Seen::name)
                .doesNotHaveDuplicates();
        assertThat(complaints).as("%s: answers that no crash excuses", when).isEmpty();
    }
}
