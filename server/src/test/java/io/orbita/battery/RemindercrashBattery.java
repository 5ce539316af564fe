package io.orbita.battery;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Reminders of a real server that is killed so many times: {@code ./orbita battery remindercrash --rounds 40}. */
class RemindercrashBattery {
    private static final int PEOPLE = 60;
    private static final int DAYS = 60;

    @Test
    void what_was_foretold_is_what_arrived_however_often_the_server_was_killed() throws Exception {
        long seed = Long.getLong("orbita.seed", System.nanoTime() % 1_000_000);
        new ReminderCrashes(seed, Path.of("target", "battery", "remindercrash"))
                .run(
                        Integer.getInteger("orbita.people", PEOPLE),
                        Integer.getInteger("orbita.days", DAYS),
                        Integer.getInteger("orbita.rounds", 20));
    }
}
