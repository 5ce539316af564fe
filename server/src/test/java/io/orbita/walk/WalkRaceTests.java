package io.orbita.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.businesses.Business;
import io.orbita.businesses.Role;
import io.orbita.catalog.Catalog;
import io.orbita.catalog.TariffDraft;
import io.orbita.platform.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The last answer and the payment of the same client at the same moment, worked off side by side. */
@OrbitaTest
class WalkRaceTests {
    private static final int CLIENTS = 12;
    private static final int WORKERS = 6;

    private final World world;
    private final Business business;
    private final AtomicBoolean held = new AtomicBoolean();

    WalkRaceTests(World world, Catalog catalog) {
        this.world = world;
        this.business = world.business();
        world.run(
                business,
                () -> catalog.addTariff(
                        business.id(),
                        new TariffDraft(
                                "Программа на 12 недель",
                                "Полный план",
                                Money.rubles(2_990),
                                3,
                                List.of("PDF"),
                                12,
                                null,
                                null,
                                true)));
    }

    @Test
    void a_last_answer_and_a_payment_at_once_give_the_paid_programme_once() throws Exception {
        List<Walker> walkers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            walkers.add(beforeTheLastAnswer(i));
        }
        held.set(true);
        walkers.forEach(walker -> {
            walker.pay(walker.linkToPay().orElseThrow(), "succeed");
            walker.answer();
        });
        held.set(false);
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Integer>> drains = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                drains.add(threads.submit(world::drain));
            }
            for (Future<Integer> drain : drains) {
                drain.get();
            }
        }
        // What lost a race for a lock is tried again a moment later.
        for (int i = 0; i < 10; i++) {
            world.clock().advance(java.time.Duration.ofSeconds(10));
            world.drain();
        }
        String owner = world.token(business, Role.ADMIN);
        var clients = world.get("/api/clients?limit=50", owner).body().path("items");
        assertThat(clients).hasSize(CLIENTS);
        assertThat(clients).allSatisfy(client -> {
            assertThat(client.path("stage").path("role").asString()).isEqualTo("active");
            var programs = world.get("/api/clients/" + client.path("id").asLong() + "/programs", owner)
                    .body()
                    .path("items");
            assertThat(programs.valueStream()
                            .filter(program -> program.path("paid").asBoolean()))
                    .singleElement()
                    .satisfies(program ->
                            assertThat(program.path("state").asString()).isEqualTo("delivered"));
        });
    }

    private Walker beforeTheLastAnswer(int number) {
        Walker walker = new Walker(world.url(), business.slug(), 650_000 + number, "Клиент " + number, () -> {
            if (!held.get()) {
                world.drain();
            }
        });
        walker.say("/start");
        walker.say("/prices");
        walker.press("12 недель");
        walker.say("/start");
        walker.press("бесплатную программу");
        while (walker.buttons().stream().noneMatch(button -> button.label().equals("Нет, спасибо"))) {
            walker.answer();
        }
        assertThat(walker.documentCount()).isZero();
        return walker;
    }
}
