package io.orbita.battery;

import io.orbita.OrbitaTest;
import io.orbita.World;
import io.orbita.marketing.Reminders;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@OrbitaTest
@Import({Mortality.class, ReminderStories.class})
class RemindersBatteryTests {
    private final ReminderSeason season;

    RemindersBatteryTests(
            World world, Reminders reminders, ReminderStories stories, JdbcClient jdbc, Mortality.Heart heart) {
        this.season = new ReminderSeason(world, reminders, stories, jdbc, heart, 20_261_120);
    }

    @Test
    void what_was_foretold_is_what_was_sent() {
        season.run(40);
    }
}
