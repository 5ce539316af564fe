package io.orbita.battery;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** An import of so many rows on a server that is killed twice, by hand: {@code ./orbita battery import --rounds 100000}. */
class ImportBattery {
    @Test
    void a_killed_import_ends_like_an_unbroken_one_and_can_be_undone() throws Exception {
        long seed = Long.getLong("orbita.seed", System.nanoTime() % 1_000_000);
        new ImportRounds(seed, Path.of("target", "battery", "import")).run(Integer.getInteger("orbita.rounds", 10_000));
    }
}
