package io.orbita.battery;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.clients.Actions;
import io.orbita.clients.Clients;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
class MergeBatteryTests {
    private final World world;
    private final Clients clients;
    private final Actions actions;
    private final JdbcClient jdbc;

    MergeBatteryTests(World world, Clients clients, Actions actions, JdbcClient jdbc) {
        this.world = world;
        this.clients = clients;
        this.actions = actions;
        this.jdbc = jdbc;
    }

    @Test
    void random_merges_and_undos_leave_what_a_slow_model_says() {
        new MergeRounds(world, clients, actions, jdbc, 20_261_120).run(100);
    }
}
