package io.orbita.battery;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.clients.Actions;
import io.orbita.clients.Clients;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The full number of merges and undos, by hand: {@code ./orbita battery merge --rounds 1000}. */
@OrbitaTest
class MergeBattery {
    private final World world;
    private final Clients clients;
    private final Actions actions;
    private final JdbcClient jdbc;

    MergeBattery(World world, Clients clients, Actions actions, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.actions = actions;
        this.jdbc = jdbc;
    }

    @Test
    void random_merges_and_undos_leave_what_a_slow_model_says() {
        new MergeRounds(world, clients, actions, jdbc, Long.getLong("orbita.seed", System.nanoTime() % 1_000_000))
                .run(Integer.getInteger("orbita.rounds", 1_000));
    }
}
