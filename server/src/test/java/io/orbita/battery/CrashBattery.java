package io.orbita.battery;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The full number of rounds, by hand: {@code ./orbita battery crash --rounds 50}. */
class CrashBattery {
    @Test
    void a_killed_server_loses_and_doubles_nothing() throws Exception {
        long seed = Long.getLong("orbita.seed", System.nanoTime() % 1_000_000);
        new CrashRounds(seed, Path.of("target", "battery", "crash")).run(Integer.getInteger("orbita.rounds", 10));
    }
}
