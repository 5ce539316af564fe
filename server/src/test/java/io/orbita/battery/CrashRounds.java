package io.orbita.battery;

import static org.assertj.core.api.Assertions.assertThat;

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
 * moment of that; every second time its database too. Started again it must go on as if nothing had been.
 */
final class CrashRounds {
    private static final int CLIENTS = 20;
    private static final List<String> MOVES =
            List.of("first_contact", "consultation", "deciding", "purchased", "active");

    private final long seed;
    private final Path folder;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private int sendsOfRound = CLIENTS * 40;

    CrashRounds(long seed, Path folder) {
        this.seed = seed;
        this.folder = folder;
    }

    void run(int rounds) throws Exception {
        try (var server = new ServerUnderKill(folder)) {
            server.start();
            List<Buyer> everybody = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                everybody.addAll(round(server, round));
                check(server, everybody, "seed " + seed + ", round " + round);
            }
        }
    }

    private List<Buyer> round(ServerUnderKill server, int round) throws Exception {
        var random = new Random(seed * 1_000 + round);
        var sent = new AtomicInteger();
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 1; i <= CLIENTS; i++) {
            String name = "Клиент " + round + "-" + i;
            buyers.add(new Buyer(
                    name,
                    new Walker(
                            server.url(),
                            "demo",
                            round * 1_000L + i,
                            name,
                            () -> {},
                            new PatientLine(sent, complaints))));
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
        while (sent.get() < moment && !walks.stream().allMatch(Future::isDone)) {
            PatientLine.pause(5);
        }
        PatientLine.pause(delay);
        server.kill(databaseToo);
        server.start();
    }

    private void check(ServerUnderKill server, List<Buyer> everybody, String when) {
        var owner = new OwnersView(server.url());
        var clients = owner.clients();
        for (Buyer buyer : everybody) {
            var same = clients.stream()
                    .filter(client -> client.name().equals(buyer.name()))
                    .toList();
            assertThat(same).as("%s: %s exists once", when, buyer.name()).hasSize(1);
            var client = same.getFirst();
            assertThat(client.stage()).as("%s: stage of %s", when, buyer.name()).isEqualTo("active");
            assertThat(owner.moves(client.id()))
                    .as("%s: each move of %s once", when, buyer.name())
                    .containsExactlyInAnyOrderElementsOf(MOVES);
            assertThat(owner.paymentStates(client.id()))
                    .as("%s: payments of %s", when, buyer.name())
                    .containsExactly("completed");
            assertThat(owner.programs(client.id()).stream()
                            .map(program -> program.path("kind").asString())
                            .toList())
                    .as("%s: programmes of %s", when, buyer.name())
                    .containsExactlyInAnyOrder("free", "paid");
        }
        assertThat(complaints).as("%s: answers that no crash excuses", when).isEmpty();
    }
}
