package io.orbita.battery;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.marketing.Reminders;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The full number of clients, by hand: {@code ./orbita battery reminders --rounds 500}. */
@OrbitaTest
@Import({Mortality.class, ReminderStories.class})
class RemindersBattery {
    private final ReminderSeason season;

    RemindersBattery(
            World world, Reminders reminders, ReminderStories stories, JdbcClient jdbc, Mortality.Heart heart) {
        long seed = Long.getLong("orbita.seed", System.nanoTime() % 1_000_000);
        this.season = new ReminderSeason(world, reminders, stories, jdbc, heart, seed);
    }

    @Test
    void what_was_foretold_is_what_was_sent() {
        season.run(Integer.getInteger("orbita.rounds", 500));
    }
}
